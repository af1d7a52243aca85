import type { RestApiBaseProps, StageOptions } from 'aws-cdk-lib/aws-apigateway';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { type Size, Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { AccessLogOptions } from '../../access-log-options';
import type { WebAclOptions } from '../../web-acl-options';
import { constructError } from '../construct-error';
import { accessLogs } from './access-logs';
import { CloudWatchAccess } from './cloud-watch-access';
import { endpointOf } from './endpoint';
import { logsExecution, stageOptions } from './stage-options';

/** What users say about a REST API and its stage. */
export interface RestApiRequest extends RestApiBaseProps {
  readonly accessLogOptions?: AccessLogOptions;
  readonly webAclOptions?: WebAclOptions;
  readonly minCompressionSize?: Size;
}

/** What is made of it. */
export interface RestApiSettings {
  /** Options of the CDK's construct. */
  readonly options: RestApiBaseProps;
  readonly accessLogGroup?: ILogGroup;
  /** What has to be there before the stage. */
  readonly cloudWatchAccess?: CloudWatchAccess;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-restapi.html */
const longestUncompressed = 10_485_760;

/** Merges what users say with the defaults, and makes what a stage needs before it is there. */
export function restApiSettings(scope: Construct, request: RestApiRequest): RestApiSettings {
  const { accessLogOptions, webAclOptions, deployOptions, endpointTypes: _, ...others } = request;
  const { cloudWatchRole, cloudWatchRoleRemovalPolicy, ...rest } = others;
  checkCompression(scope, request.minCompressionSize);
  const common = {
    ...rest,
    ...endpointOf(scope, request),
    restApiName: request.restApiName ?? uniqueName(scope),
    cloudWatchRole: false,
  };
  if (request.deploy === false) {
    checkNoStage(scope, request);
    const cloudWatchAccess = cloudWatchRole === true ? cloudWatchAccessOf(scope, request) : undefined;
    return { options: { ...common, deployOptions }, cloudWatchAccess };
  }
  const logs = accessLogs(scope, accessLogOptions ?? {}, deployOptions ?? {});
  const stage: StageOptions = { ...stageOptions(deployOptions ?? {}), ...logs.stage };
  const writesLogs = stage.accessLogDestination !== undefined || logsExecution(stage);
  const needsAccess = cloudWatchRole ?? (writesLogs || cloudWatchRoleRemovalPolicy !== undefined);
  return {
    options: { ...common, deployOptions: stage },
    accessLogGroup: logs.logGroup,
    cloudWatchAccess: needsAccess ? cloudWatchAccessOf(scope, request) : checkNoRole(scope, request),
  };
}

function cloudWatchAccessOf(scope: Construct, { cloudWatchRoleRemovalPolicy }: RestApiRequest): CloudWatchAccess {
  const access = CloudWatchAccess.of(scope);
  if (cloudWatchRoleRemovalPolicy !== undefined) access.remove(scope, cloudWatchRoleRemovalPolicy);
  return access;
}

function checkNoRole(scope: Construct, { cloudWatchRoleRemovalPolicy }: RestApiRequest): undefined {
  if (cloudWatchRoleRemovalPolicy === undefined) return;
  throw constructError(
    scope,
    "'cloudWatchRoleRemovalPolicy' is set and 'cloudWatchRole' is false, so there is no role that it could apply to; remove one of them",
  );
}

function checkNoStage(scope: Construct, { accessLogOptions, webAclOptions }: RestApiRequest): void {
  const unused = accessLogOptions !== undefined ? 'accessLogOptions' : webAclOptions && 'webAclOptions';
  if (unused === undefined) return;
  throw constructError(
    scope,
    `'${unused}' are about the stage of the API, and with 'deploy: false' there is none; remove one of them`,
  );
}

function checkCompression(scope: Construct, size: Size | undefined): void {
  if (size === undefined || size.isUnresolved() || size.toBytes() <= longestUncompressed) return;
  throw constructError(
    scope,
    `'minCompressionSize' is ${size.toBytes().toLocaleString('en-US')} bytes and API Gateway allows ${longestUncompressed.toLocaleString('en-US')} (10 MiB) at most`,
  );
}

/** CloudWatch tells the metrics of APIs apart by their names, so that of an API has its stack in it. */
function uniqueName(scope: Construct): string {
  const { scopes } = scope.node;
  const first = scopes.findIndex((each) => Stack.isStack(each));
  const stack = Stack.of(scopes[first] ?? scope);
  const root = Token.isUnresolved(stack.stackName) ? stack.node.id : stack.stackName;
  return [root, ...scopes.slice(first + 1).map(({ node }) => node.id)].join('-');
}
