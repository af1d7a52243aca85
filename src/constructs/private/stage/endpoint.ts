import { type EndpointConfiguration, EndpointType, type RestApiBaseProps } from 'aws-cdk-lib/aws-apigateway';
import type { IVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { constructError } from '../construct-error';

/** Where an API can be reached, and from where. */
export interface Endpoint {
  readonly endpointConfiguration: EndpointConfiguration;
  readonly policy?: PolicyDocument;
}

/**
 * The endpoint of an API, regional unless asked otherwise. A private API cannot be deployed without a policy, so it has one that lets in
 * what comes through its VPC endpoints.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
 */
export function endpointOf(scope: Construct, props: RestApiBaseProps): Endpoint {
  const { endpointTypes, endpointConfiguration, policy, domainName } = props;
  if (endpointTypes !== undefined && endpointConfiguration !== undefined) {
    throw constructError(
      scope,
      "'endpointTypes' and 'endpointConfiguration' both say what kind of endpoint the API has; use one of them",
    );
  }
  const configuration = endpointConfiguration ?? { types: endpointTypes ?? [EndpointType.REGIONAL] };
  const { types, vpcEndpoints = [] } = configuration;
  checkEdge(scope, types);
  if (!types.includes(EndpointType.PRIVATE)) {
    if (vpcEndpoints.length === 0) return { endpointConfiguration: configuration, policy };
    throw constructError(
      scope,
      "'endpointConfiguration' has VPC endpoints, which only a private API can have; add 'types: [EndpointType.PRIVATE]', or remove 'vpcEndpoints'",
    );
  }
  if (domainName !== undefined) {
    throw constructError(
      scope,
      "the API is private and 'domainName' makes a public domain; remove it, and make an AWS::ApiGateway::DomainNameV2 with its access association to a VPC endpoint",
    );
  }
  if (policy === undefined && vpcEndpoints.length === 0) {
    throw constructError(
      scope,
      "the API is private, and without a resource policy API Gateway does not deploy it; name the VPC endpoints that may call it in 'endpointConfiguration: { types: [EndpointType.PRIVATE], vpcEndpoints: [...] }', or set 'policy'",
    );
  }
  return { endpointConfiguration: configuration, policy: policy ?? onlyFrom(vpcEndpoints) };
}

function checkEdge(scope: Construct, types: readonly EndpointType[]): void {
  const { region } = Stack.of(scope);
  if (!types.includes(EndpointType.EDGE) || Token.isUnresolved(region) || !region.startsWith('cn-')) return;
  throw constructError(
    scope,
    `the API is edge-optimized, and there are no such endpoints in '${region}'; use EndpointType.REGIONAL`,
  );
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html */
function onlyFrom(vpcEndpoints: readonly IVpcEndpoint[]): PolicyDocument {
  const invoke = { actions: ['execute-api:Invoke'], resources: ['execute-api:/*'], principals: [new AnyPrincipal()] };
  const ids = vpcEndpoints.map(({ vpcEndpointId }) => vpcEndpointId);
  return new PolicyDocument({
    statements: [
      new PolicyStatement(invoke),
      new PolicyStatement({
        ...{ ...invoke, effect: Effect.DENY },
        conditions: { StringNotEquals: { 'aws:SourceVpce': ids } },
      }),
    ],
  });
}
