import { VpcLink } from 'aws-cdk-lib/aws-apigateway';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { type INetworkLoadBalancer, NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib/core';
import { Integrations, LoadBalancerProtocol, type NlbIntegrationProps } from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { documentProblems } from './document-problems';
import { apiOf, type BodyIntegration, bodyOf, gatewayDocument, integrationOf } from './support';

type Options = Partial<NlbIntegrationProps>;

let stack: Stack;
let loadBalancer: INetworkLoadBalancer;

beforeEach(() => {
  stack = new Stack(new App(), 'Stack');
  loadBalancer = new NetworkLoadBalancer(stack, 'Nlb', { vpc: new Vpc(stack, 'Vpc'), internetFacing: false });
});

function apiWith(options: Options, route: string, more: JsonObject = {}) {
  const vpcLink = VpcLink.fromVpcLinkId(stack, 'Link', 'abc123');
  const integration = Integrations.nlb({ vpcLink, loadBalancer, ...options });
  const document = gatewayDocument({ op: route }, { op: more });
  return apiOf(document, { integrations: { op: { integration } } }, stack);
}

function rendered(options: Options = {}, route = 'get /pets/{petId}', more: JsonObject = {}): BodyIntegration {
  const [method = '', path = ''] = route.split(' ');
  return integrationOf(apiWith(options, route, more), path, method);
}

/** A URI with the DNS name of the load balancer written as `<nlb>`. */
function uriOf({ uri }: BodyIntegration): string {
  return JSON.stringify(uri).replace(
    /^\{"Fn::Join":\["",\["(.*)",\{"Fn::GetAtt":\["Nlb\w+","DNSName"\]\},"(.*)"\]\]\}$/,
    '$1<nlb>$2',
  );
}

test('the path of the operation is passed on through the VPC link', () => {
  const api = apiWith({ vpcLink: new VpcLink(stack, 'New', { targets: [loadBalancer] }) }, 'put /pets/{petId}');
  const { uri, ...integration } = integrationOf(api, '/pets/{petId}', 'put');
  expect(integration).toEqual({
    type: 'HTTP_PROXY',
    httpMethod: 'PUT',
    requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
    passthroughBehavior: 'WHEN_NO_MATCH',
    connectionType: 'VPC_LINK',
    connectionId: { Ref: expect.stringMatching(/^New/) },
  });
  expect(uriOf({ uri } as unknown as BodyIntegration)).toBe('http://<nlb>/pets/{petId}');
  expect(documentProblems(bodyOf(api))).toEqual([]);
});

test.each<[string, Options, string, string]>([
  ['a port', { port: 8080 }, 'get /x', 'http://<nlb>:8080/x'],
  ['the port of HTTP', { port: 80 }, 'get /x', 'http://<nlb>/x'],
  ['HTTPS', { protocol: LoadBalancerProtocol.HTTPS }, 'get /x', 'https://<nlb>/x'],
  ['HTTPS at a port', { protocol: LoadBalancerProtocol.HTTPS, port: 80 }, 'get /x', 'https://<nlb>:80/x'],
  ['a path', { path: '/v1/{petId}.json' }, 'get /pets/{petId}', 'http://<nlb>/v1/{petId}.json'],
  ['a path without a slash', { path: 'v1/x' }, 'get /x', 'http://<nlb>/v1/x'],
  ['all below a path', {}, 'get /files/{proxy+}', 'http://<nlb>/files/{proxy}'],
  ['the root', {}, 'get /', 'http://<nlb>/'],
])('%s', (_, options, route, uri) => {
  expect(uriOf(rendered(options, route))).toBe(uri);
});

test('variables of a path are those of the model, those of the operation have their names in API Gateway', () => {
  const renamed = { 'x-type-safe-api-path-variables': { petId: 'id' } };
  const expected = { 'integration.request.path.petId': 'method.request.path.petId' };
  const own = rendered({}, undefined, renamed);
  expect([uriOf(own), own.requestParameters]).toEqual(['http://<nlb>/pets/{petId}', expected]);
  stack = new Stack(new App(), 'Other');
  loadBalancer = new NetworkLoadBalancer(stack, 'Nlb', { vpc: new Vpc(stack, 'Vpc') });
  const given = rendered({ path: '/v1/{id}' }, undefined, renamed);
  expect([uriOf(given), given.requestParameters]).toEqual(['http://<nlb>/v1/{petId}', expected]);
});

test('the host, which the certificate is for, may have a name of its own', () => {
  const options = { hostName: 'pets.example.com', protocol: LoadBalancerProtocol.HTTPS, timeout: Duration.seconds(5) };
  expect(rendered({ ...options, tlsConfig: { insecureSkipVerification: true } })).toMatchObject({
    uri: 'https://pets.example.com/pets/{petId}',
    timeoutInMillis: 5000,
    tlsConfig: { insecureSkipVerification: true },
  });
});

test('a port and a host may be known later', () => {
  const port = new CfnParameter(stack, 'Port', { type: 'Number' }).valueAsNumber;
  const hostName = '${stageVariables.host}';
  expect(JSON.stringify(rendered({ port, hostName }, 'get /x').uri)).toContain(
    '["http://${stageVariables.host}:",{"Ref":"Port"},"/x"]',
  );
});

test('an imported load balancer needs a name', () => {
  const loadBalancerArn = 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/net/pets/0123456789abcdef';
  loadBalancer = NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(stack, 'Imported', { loadBalancerArn });
  expect(() => rendered()).toThrow(
    /^operation 'op' .*: the load balancer has no name \(.*\); give it one, or set 'hostName'/,
  );
  stack.node.tryRemoveChild('Link');
  stack.node.tryRemoveChild('Api');
  expect(rendered({ hostName: 'pets.internal' }).uri).toBe('http://pets.internal/pets/{petId}');
});

test.each<[string, Options, string]>([
  [
    'a port that API Gateway cannot call',
    { port: 81 },
    "operation 'op' (GET /pets/{petId}): 'port' has the port 81, which API Gateway cannot call; use 80, 443, or one from",
  ],
  [
    'a URL for a host',
    { hostName: 'https://a.com' },
    "'hostName' is 'https://a.com', which is no name of a host; write it",
  ],
  [
    'a misspelt variable',
    { path: '/pets/{petid}' },
    "the path '/pets/{petid}' has '{petid}', which is no path parameter of the operation; did you mean 'petId'?",
  ],
  [
    'a variable that is left out',
    { path: '/pets' },
    "the path '/pets' lacks '{petId}', so the backend would not know what is asked for; write '{petId}' into it or map",
  ],
  ['a fragment', { path: '/{petId}#a' }, "'path' has a fragment, which is never sent"],
  ['a variable in the query', { path: '/?id={petId}' }, "'path' has '{petId}' in its query"],
  [
    'a header of API Gateway',
    { requestParameters: { 'integration.request.header.host': "'a.com'" } },
    "'requestParameters' has 'integration.request.header.host', a header that API Gateway sets by itself",
  ],
])('%s is an error', (_, options, message) => {
  expect(() => rendered(options)).toThrow(message);
});
