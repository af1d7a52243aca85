import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { AlbIntegration, type AlbIntegrationProps } from './alb-integration';
import { HttpIntegration, type HttpIntegrationProps } from './http-integration';
import { HttpProxyIntegration, type HttpProxyIntegrationProps } from './http-proxy-integration';
import { LambdaIntegration, type LambdaIntegrationProps } from './lambda-integration';
import { MockIntegration, type MockIntegrationProps } from './mock-integration';
import { NlbIntegration, type NlbIntegrationProps } from './nlb-integration';
import { S3Integration, type S3IntegrationProps } from './s3-integration';

/** The integrations that operations can have. */
export class Integrations {
  /**
   * A Lambda function handles the operation.
   *
   * @param lambdaFunction a function, a version or an alias, of this app or imported
   * @param props how its response is passed on
   */
  public static lambda(lambdaFunction: IFunction, props?: LambdaIntegrationProps): LambdaIntegration {
    return new LambdaIntegration(lambdaFunction, props);
  }

  /**
   * An object of an S3 bucket is read, written or deleted.
   *
   * @param props the bucket, and how the operation maps to an object
   */
  public static s3(props: S3IntegrationProps): S3Integration {
    return new S3Integration(props);
  }

  /**
   * API Gateway answers by itself, always the same. For responses of the model the generated `MockIntegrations` are type-safe.
   *
   * @param props the response
   */
  public static mock(props: MockIntegrationProps): MockIntegration {
    return new MockIntegration(props);
  }

  /**
   * An HTTP server on the internet handles the operation: the whole request is passed on, and the whole response.
   *
   * @param props the server
   */
  public static httpProxy(props: HttpProxyIntegrationProps): HttpProxyIntegration {
    return new HttpProxyIntegration(props);
  }

  /**
   * An HTTP server on the internet is asked, with mappings of the request and the responses.
   *
   * @param props the server, and how requests and responses are mapped
   */
  public static http(props: HttpIntegrationProps): HttpIntegration {
    return new HttpIntegration(props);
  }

  /**
   * A service behind a network load balancer in a VPC handles the operation: the whole request is passed on, and the whole response.
   *
   * @param props the load balancer, and the VPC link
   */
  public static nlb(props: NlbIntegrationProps): NlbIntegration {
    return new NlbIntegration(props);
  }

  /**
   * A service behind an application load balancer in a VPC handles the operation: the whole request is passed on, and the whole response.
   *
   * @param props the load balancer, and the VPC link
   */
  public static alb(props: AlbIntegrationProps): AlbIntegration {
    return new AlbIntegration(props);
  }

  private constructor() {}
}
