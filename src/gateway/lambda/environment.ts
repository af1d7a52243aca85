import type { LocalFunction } from '../assembly/local-app';
import { localRegion } from '../assembly/pseudo-parameters';

/** Options of this very process that a function must not inherit. */
const withheld = ['NODE_OPTIONS', 'NODE_V8_COVERAGE', 'JEST_WORKER_ID', 'CDK_CONTEXT_JSON', 'CDK_OUTDIR'];

/**
 * The environment of a function: the developer's own, so that credentials and proxies work, then what Lambda defines, then what
 * the template says.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function environmentOf(lambda: LocalFunction, directory: string, runtimeApi: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !withheld.includes(name));
  return {
    ...Object.fromEntries(inherited),
    TZ: 'UTC',
    AWS_REGION: localRegion(),
    AWS_DEFAULT_REGION: localRegion(),
    AWS_EXECUTION_ENV: `AWS_Lambda_${lambda.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: lambda.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${lambda.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: directory,
    ...lambda.environment,
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    _HANDLER: lambda.handler,
  };
}
