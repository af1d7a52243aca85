import { AccessLogField, AccessLogFormat, LogGroupLogDestination, type StageOptions } from 'aws-cdk-lib/aws-apigateway';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { AccessLogOptions } from '../../access-log-options';
import { constructError } from '../construct-error';
import { given } from './given';

/** Where the access log of a stage goes, and what is in it. */
export interface AccessLogs {
  readonly logGroup?: ILogGroup;
  readonly stage: Pick<StageOptions, 'accessLogDestination' | 'accessLogFormat'>;
}

/**
 * Makes the access log of a stage: a log group, unless there is one, or another destination.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export function accessLogs(scope: Construct, options: AccessLogOptions, stage: StageOptions): AccessLogs {
  const { disable, logGroup: existing, retention, removalPolicy } = options;
  const { accessLogDestination, accessLogFormat } = stage;
  checkSaidOnce(scope, options, stage);
  const format = options.format ?? accessLogFormat ?? defaultFormat();
  if (accessLogDestination !== undefined) return { stage: { accessLogDestination, accessLogFormat: format } };
  if (disable === true) return { stage: {} };
  const logGroup =
    existing ??
    new LogGroup(scope, 'AccessLogs', {
      retention: retention ?? RetentionDays.ONE_MONTH,
      removalPolicy: removalPolicy ?? RemovalPolicy.RETAIN,
    });
  return {
    logGroup,
    stage: { accessLogDestination: new LogGroupLogDestination(logGroup), accessLogFormat: format },
  };
}

function checkSaidOnce(scope: Construct, options: AccessLogOptions, stage: StageOptions): void {
  const { logGroup, retention, removalPolicy, format, disable } = options;
  if (logGroup !== undefined && (retention !== undefined || removalPolicy !== undefined)) {
    throw constructError(
      scope,
      "'accessLogOptions' have a log group of your own, to which 'retention' and 'removalPolicy' do not apply; set them on the log group",
    );
  }
  const says = Object.keys(given(options)).filter((name) => name !== 'disable');
  if (stage.accessLogDestination !== undefined && (says.length > 0 || disable === true)) {
    throw constructError(
      scope,
      "'deployOptions.accessLogDestination' and 'accessLogOptions' both say where the access log goes; use one of them",
    );
  }
  if (stage.accessLogFormat !== undefined && (format !== undefined || disable === true)) {
    throw constructError(
      scope,
      "'deployOptions.accessLogFormat' and 'accessLogOptions' both say what is in the access log; use one of them",
    );
  }
}

/**
 * The standard fields, and what explains an answer that the integration did not give. A client may choose the id of its request, but not the
 * extended one.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
function defaultFormat(): AccessLogFormat {
  const standard: Readonly<Record<string, string>> = JSON.parse(AccessLogFormat.jsonWithStandardFields().toString());
  return AccessLogFormat.custom(
    JSON.stringify({
      ...standard,
      extendedRequestId: AccessLogField.contextExtendedRequestId(),
      traceId: AccessLogField.contextXrayTraceId(),
      responseLatency: AccessLogField.contextResponseLatency(),
      integrationLatency: AccessLogField.contextIntegrationLatency(),
      integrationStatus: AccessLogField.contextIntegrationStatus(),
      error: AccessLogField.contextErrorMessage(),
      errorType: AccessLogField.contextErrorResponseType(),
      integrationError: AccessLogField.contextIntegrationErrorMessage(),
      authorizerError: AccessLogField.contextAuthorizerError(),
      webAcl: AccessLogField.contextWafResponseCode(),
    }),
  );
}
