import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { type CfnRole, Role } from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Annotations, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge, managedPolicy } from './private/acknowledge';
import { constructError } from './private/construct-error';
import { defaultsOf } from './private/handler-language';
import { given } from './private/stage/given';

/** Where the handler of an operation lives, and how its function is configured. Generated code fills in the first five. */
export interface HandlerFunctionProps extends lambda.FunctionOptions {
  /** The id of the operation that the function handles, such as `sayHello`. */
  readonly operation: string;

  /** The language of the handler: `typescript`, `python` or `java`. */
  readonly language: string;

  /** The folder of the API, absolute. `source` and `bundle` are relative to it. */
  readonly directory: string;

  /** The source file of the handler, such as `handlers/typescript/src/say-hello.ts`; those of Python and Java say the name of the handler, too. */
  readonly source: string;

  /** The folder or archive with the handler's bundle, such as `handlers/typescript/dist/lambda/say-hello`. */
  readonly bundle: string;

  /**
   * The entry point in the bundle, as AWS Lambda reads it.
   *
   * @default - "index.handler"; `handler` of the module of `source` in Python, and the class of `source` in Java
   */
  readonly handler?: string;

  /**
   * The Lambda runtime.
   *
   * @default - Runtime.NODEJS_24_X, or NODEJS_22_X where the version of the CDK is too old to know it; for Python what the bundle was made
   * for, which is Runtime.PYTHON_3_13 unless the project says otherwise; Runtime.JAVA_21
   */
  readonly runtime?: lambda.Runtime;

  /**
   * The code to deploy in place of the bundle.
   *
   * @default - the contents of `bundle`
   */
  readonly code?: lambda.Code;

  /**
   * Whether the function starts from a snapshot that is taken when a version of it is published. The API invokes its current version then.
   * Snapshots cannot have a file system, more than 512 MB of ephemeral storage or provisioned concurrency.
   *
   * @default - true for handlers in Java without a file system and with the usual ephemeral storage
   * @see https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html
   */
  readonly startsFromSnapshot?: boolean;
}

/**
 * A Lambda function that runs the handler of one operation: 30 seconds, 512 MB (in Java, 1024 MB and a snapshot to start from) and traces of
 * AWS X-Ray unless asked otherwise. It carries metadata that tells the local gateway which source file it was made from.
 *
 * It is two resources of a stack, the function and a role of its own, which may write its logs and, unless `tracing` is disabled, traces.
 * What it is granted besides is one more, a policy; and a version where it starts from a snapshot, which in Java it does.
 *
 * Throws when the bundle does not exist, and when it was made for another runtime or architecture than is asked for.
 */
export class HandlerFunction extends lambda.Function {
  /**
   * The language of the handler.
   *
   * @internal
   */
  public readonly _language: string;

  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    const { operation, language, directory: _, source, bundle, tracing = lambda.Tracing.ACTIVE, ...rest } = props;
    const { startsFromSnapshot: __, ...options } = rest;
    const ownRole = props.role === undefined;
    // Code of the user's own is made of neither.
    const origin = props.code === undefined ? { source, bundle } : {};
    super(scope, id, {
      timeout: Duration.seconds(30),
      ...defaultsOf(scope, props),
      ...given(options),
      code: props.code ?? bundledCode(scope, props),
      // The CDK would give the role a policy of its own for it, one more resource.
      ...(ownRole ? {} : { tracing }),
    });
    this._language = language;
    // Integrations see to it that the version is what is invoked.
    Annotations.of(this).acknowledgeWarning('@aws-cdk/aws-lambda:snapStartRequirePublish');
    const resource = this.node.defaultChild as lambda.CfnFunction;
    resource.addMetadata('type-safe-api', { operation, language, ...origin });
    const role = ownRole && this.role instanceof Role ? (this.role.node.defaultChild as CfnRole) : undefined;
    if (role !== undefined) acknowledgeLogs(role, props.vpc !== undefined);
    if (ownRole && tracing !== lambda.Tracing.DISABLED) {
      resource.tracingConfig = { mode: tracing };
      if (role !== undefined) addTracing(role);
    }
  }
}

/** The policies that the CDK gives to the roles of functions. */
function acknowledgeLogs(role: CfnRole, inVpc: boolean): void {
  const policies = ['AWSLambdaBasicExecutionRole', ...(inVpc ? ['AWSLambdaVPCAccessExecutionRole'] : [])];
  acknowledge(role, {
    id: 'AwsSolutions-IAM4',
    findings: policies.map((name) => managedPolicy(`service-role/${name}`)),
    reason:
      'The log group of the function has the name that CloudFormation makes for the function after the role, so the role cannot name it; these are the policies of AWS for it, and they allow no more than to write logs and to be in a VPC.',
  });
}

function addTracing(role: CfnRole): void {
  role.policies = [writesTraces];
  acknowledge(role, {
    id: 'AwsSolutions-IAM5',
    findings: ['Resource::*'],
    reason: 'Traces have no resources of their own: AWS X-Ray knows these actions for all of an account only.',
  });
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html */
const writesTraces = {
  policyName: 'Tracing',
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' }],
  },
};

function bundledCode(scope: Construct, { operation, directory, bundle }: HandlerFunctionProps): lambda.Code {
  const folder = path.resolve(directory, bundle);
  if (existsSync(folder)) return lambda.Code.fromAsset(folder);
  throw constructError(
    scope,
    `the handler of operation '${operation}' is not bundled: '${folder}' does not exist; run 'npx projen build' first`,
  );
}
