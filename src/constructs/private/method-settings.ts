import type { MethodDeploymentOptions, StageOptions } from 'aws-cdk-lib/aws-apigateway';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { IntegratedOperation } from './check-integrations';
import { type NamedOperation, operationError } from './operation-error';

/** As much of an API's options as settings of single methods have to do with. */
interface DeployedOptions {
  readonly deploy?: boolean;
  readonly deployOptions?: StageOptions;
}

/**
 * Adds what operations say about their throttling to the settings of the stage, by path and method; over what the settings of the
 * stage say about the same method.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export function methodSettings(
  scope: Construct,
  integrated: readonly IntegratedOperation[],
  { deploy, deployOptions }: DeployedOptions,
): StageOptions | undefined {
  const settings = integrated.flatMap((each): [string, MethodDeploymentOptions][] => {
    const own = throttlingOf(scope, each);
    if (own !== undefined && deploy === false) {
      throw operationError(
        { ...each.operation, scope },
        "its throttling is a setting of the stage, and with 'deploy: false' the API has none; set it as 'methodOptions' of your own stage",
      );
    }
    const key = `${each.operation.path}/${each.operation.method.toUpperCase()}`;
    return own === undefined ? [] : [[key, { ...deployOptions?.methodOptions?.[key], ...own }]];
  });
  if (settings.length === 0) return deployOptions;
  return { ...deployOptions, methodOptions: { ...deployOptions?.methodOptions, ...Object.fromEntries(settings) } };
}

function throttlingOf(
  scope: Construct,
  { operation, setup }: IntegratedOperation,
): MethodDeploymentOptions | undefined {
  const { throttlingRateLimit, throttlingBurstLimit } = setup.options ?? {};
  if (throttlingRateLimit === undefined && throttlingBurstLimit === undefined) return undefined;
  const named = { ...operation, scope };
  checkLimit(named, 'throttlingRateLimit', throttlingRateLimit, 'a number', Number.isFinite);
  checkLimit(named, 'throttlingBurstLimit', throttlingBurstLimit, 'a whole number', Number.isInteger);
  return {
    ...(throttlingRateLimit === undefined ? {} : { throttlingRateLimit }),
    ...(throttlingBurstLimit === undefined ? {} : { throttlingBurstLimit }),
  };
}

function checkLimit(
  operation: NamedOperation,
  name: string,
  limit: number | undefined,
  what: string,
  isRight: (limit: number) => boolean,
): void {
  if (limit === undefined || Token.isUnresolved(limit) || (isRight(limit) && limit >= 0)) return;
  throw operationError(operation, `its ${name} is ${limit}; use ${what} from 0 on`);
}
