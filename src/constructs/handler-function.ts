import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { type CfnResource, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { constructError } from './private/construct-error';

/** Where the handler of an operation lives, and how its function is configured. Generated code fills in the first five. */
export interface HandlerFunctionProps extends lambda.FunctionOptions {
  /** The id of the operation that the function handles, such as `sayHello`. */
  readonly operation: string;

  /** The language of the handler: `typescript`, `python` or `java`. */
  readonly language: string;

  /** The folder of the API, absolute. `source` and `bundle` are relative to it. */
  readonly directory: string;

  /** The source file of the handler, such as `handlers/typescript/src/say-hello.ts`. */
  readonly source: string;

  /** The folder or archive with the handler's bundle, such as `handlers/typescript/dist/lambda/say-hello`. */
  readonly bundle: string;

  /**
   * The entry point in the bundle, as AWS Lambda reads it.
   *
   * @default "index.handler"
   */
  readonly handler?: string;

  /**
   * The Lambda runtime.
   *
   * @default Runtime.NODEJS_22_X
   */
  readonly runtime?: lambda.Runtime;

  /**
   * The code to deploy in place of the bundle.
   *
   * @default - the contents of `bundle`
   */
  readonly code?: lambda.Code;
}

/**
 * A Lambda function that runs the handler of one operation: 30 seconds and 512 MB unless asked otherwise. It carries metadata that tells
 * the local gateway which source file it was made from.
 *
 * Throws when the bundle does not exist.
 */
export class HandlerFunction extends lambda.Function {
  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    const { operation, language, directory, source, bundle, ...options } = props;
    // Code of the user's own is made of neither.
    const origin = props.code === undefined ? { source, bundle } : {};
    super(scope, id, {
      timeout: Duration.seconds(30),
      memorySize: 512,
      ...options,
      handler: props.handler ?? 'index.handler',
      runtime: props.runtime ?? lambda.Runtime.NODEJS_22_X,
      code: props.code ?? bundledCode(scope, props),
    });
    (this.node.defaultChild as CfnResource).addMetadata('type-safe-api', { operation, language, ...origin });
  }
}

function bundledCode(scope: Construct, { operation, directory, bundle }: HandlerFunctionProps): lambda.Code {
  const folder = path.resolve(directory, bundle);
  if (existsSync(folder)) return lambda.Code.fromAsset(folder);
  throw constructError(
    scope,
    `the handler of operation '${operation}' is not bundled: '${folder}' does not exist; run 'npx projen build' first`,
  );
}
