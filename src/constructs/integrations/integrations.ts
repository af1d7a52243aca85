import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { AlbIntegration, type AlbIntegrationProps } from './alb-integration';
import { DynamoDbIntegration, type DynamoDbIntegrationProps } from './dynamo-db-integration';
import { EventBridgeIntegration, type EventBridgeIntegrationProps } from './event-bridge-integration';
import { HttpIntegration, type HttpIntegrationProps } from './http-integration';
import { HttpProxyIntegration, type HttpProxyIntegrationProps } from './http-proxy-integration';
import { LambdaIntegration, type LambdaIntegrationProps } from './lambda-integration';
import { MockIntegration, type MockIntegrationProps } from './mock-integration';
import { NlbIntegration, type NlbIntegrationProps } from './nlb-integration';
import { S3Integration, type S3IntegrationProps } from './s3-integration';
import { SnsIntegration, type SnsIntegrationProps } from './sns-integration';
import { SqsIntegration, type SqsIntegrationProps } from './sqs-integration';
import { StepFunctionsIntegration, type StepFunctionsIntegrationProps } from './step-functions-integration';

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

  /**
   * An execution of a Step Functions state machine is started; of an EXPRESS one, the response is the output.
   *
   * @param props the state machine, and how the operation maps to an execution
   */
  public static stepFunctions(props: StepFunctionsIntegrationProps): StepFunctionsIntegration {
    return new StepFunctionsIntegration(props);
  }

  /**
   * A message is sent to an SQS queue.
   *
   * @param props the queue, and how the operation maps to a message
   */
  public static sqs(props: SqsIntegrationProps): SqsIntegration {
    return new SqsIntegration(props);
  }

  /**
   * A message is published to an SNS topic.
   *
   * @param props the topic, and how the operation maps to a message
   */
  public static sns(props: SnsIntegrationProps): SnsIntegration {
    return new SnsIntegration(props);
  }

  /**
   * An event is put on an EventBridge event bus.
   *
   * @param props the event bus, and how the operation maps to an event
   */
  public static eventBridge(props: EventBridgeIntegrationProps): EventBridgeIntegration {
    return new EventBridgeIntegration(props);
  }

  /**
   * An item of a DynamoDB table is read, written or deleted, or a table is queried.
   *
   * @param props the table, the action, and how the operation maps to items
   */
  public static dynamoDb(props: DynamoDbIntegrationProps): DynamoDbIntegration {
    return new DynamoDbIntegration(props);
  }

  private constructor() {}
}
