import { type MethodDeploymentOptions, MethodLoggingLevel, type StageOptions } from 'aws-cdk-lib/aws-apigateway';
import { given } from './given';

/**
 * What a stage has unless asked otherwise. Errors are logged, without the data of requests. The limits are a tenth of what an account has
 * in a region, so that one method cannot take all of it.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
const defaults = {
  loggingLevel: MethodLoggingLevel.ERROR,
  metricsEnabled: true,
  tracingEnabled: true,
  throttlingRateLimit: 1000,
  throttlingBurstLimit: 500,
};

/** The user's options of a stage over the defaults. Methods with settings of their own have those of the stage in what they do not say. */
export function stageOptions(options: StageOptions): StageOptions {
  const stage = { ...defaults, ...given(options) };
  const { methodOptions } = options;
  if (methodOptions === undefined) return stage;
  const inherited = methodSettings(stage);
  const entries = Object.entries(methodOptions).map(([path, own]) => [path, { ...inherited, ...given(own) }]);
  return { ...stage, methodOptions: Object.fromEntries(entries) };
}

/** Whether a stage writes execution logs of any method. */
export function logsExecution({ loggingLevel, dataTraceEnabled, methodOptions = {} }: StageOptions): boolean {
  const methods = [{ loggingLevel, dataTraceEnabled }, ...Object.values(methodOptions)];
  return methods.some(
    (each) =>
      each.dataTraceEnabled === true || (each.loggingLevel ?? MethodLoggingLevel.OFF) !== MethodLoggingLevel.OFF,
  );
}

function methodSettings(stage: StageOptions): MethodDeploymentOptions {
  const { metricsEnabled, loggingLevel, dataTraceEnabled, throttlingBurstLimit, throttlingRateLimit } = stage;
  const { cachingEnabled, cacheTtl, cacheDataEncrypted } = stage;
  return given({
    ...{ metricsEnabled, loggingLevel, dataTraceEnabled, throttlingBurstLimit, throttlingRateLimit },
    ...{ cachingEnabled, cacheTtl, cacheDataEncrypted },
  });
}
