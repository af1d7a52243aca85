import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LambdaIntegration, type LambdaIntegrationProps } from './lambda-integration';
import { MockIntegration, type MockIntegrationProps } from './mock-integration';
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

  private constructor() {}
}
