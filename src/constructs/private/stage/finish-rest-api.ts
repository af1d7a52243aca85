import type { CfnRestApi, DomainNameOptions, SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { Annotations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { JsonObject } from '../../../shared/json';
import { acknowledge } from '../acknowledge';
import { watchPolicySize } from './resource-policy';
import type { RestApiRequest, RestApiSettings } from './rest-api-settings';
import { protectStage, type StageProtection } from './web-acl';

/** Paths at which API Gateway itself answers on a custom domain. */
const reservedPaths = ['/ping', '/sping'];

/** What is added to a REST API once it is there. */
export function finishRestApi(
  scope: Construct,
  api: SpecRestApi,
  settings: RestApiSettings,
  request: RestApiRequest & { readonly paths: JsonObject },
): StageProtection {
  warnReservedPaths(scope, request.paths, request.domainName);
  watchPolicySize(api);
  acknowledge(api.node.defaultChild as CfnRestApi, {
    id: 'AwsSolutions-APIG2',
    reason:
      'Requests are validated: the document of the API has a validator of bodies and parameters, for all operations, where this rule looks for a resource.',
  });
  if (request.deploy === false) return { ipSets: [] };
  if (settings.cloudWatchAccess !== undefined)
    api.deploymentStage.node.addDependency(settings.cloudWatchAccess.account);
  return protectStage(scope, api.deploymentStage, request.webAclOptions ?? {});
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
function warnReservedPaths(scope: Construct, paths: JsonObject, domainName: DomainNameOptions | undefined): void {
  const reserved = domainName === undefined ? [] : reservedPaths.filter((path) => path in paths);
  if (reserved.length === 0) return;
  Annotations.of(scope).addWarningV2(
    'type-safe-api-project:reserved-path',
    `the API has ${reserved.map((path) => `'${path}'`).join(' and ')}, where a custom domain answers health checks of API Gateway itself; give the operation another path`,
  );
}
