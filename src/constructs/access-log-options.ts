import type { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { ILogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { RemovalPolicy } from 'aws-cdk-lib/core';

/**
 * The access log of an API: one line for each request.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export interface AccessLogOptions {
  /**
   * Whether there is no access log.
   *
   * @default false
   */
  readonly disable?: boolean;

  /**
   * The log group to write to, whose retention and removal are your own affair.
   *
   * @default - a new one
   */
  readonly logGroup?: ILogGroup;

  /**
   * How long lines are kept in the new log group.
   *
   * @default RetentionDays.ONE_MONTH
   */
  readonly retention?: RetentionDays;

  /**
   * What becomes of the new log group when the API is removed from the stack, or the stack is deleted.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * What a line says. It must have the id of the request in it, `AccessLogField.contextRequestId()` or
   * `AccessLogField.contextExtendedRequestId()`.
   *
   * @default - JSON: the standard fields of the CDK, both ids, how long it took, and what went wrong in the gateway, the integration,
   * the authorizer or the web ACL
   */
  readonly format?: AccessLogFormat;
}
