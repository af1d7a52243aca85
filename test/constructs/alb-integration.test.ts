import { VpcLink } from 'aws-cdk-lib/aws-apigatewayv2';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  type IApplicationLoadBalancer,
  ListenerAction,
  ListenerCertificate,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import { type AlbIntegrationProps, Integrations, LoadBalancerProtocol } from '../../src/constructs';
import { documentProblems } from './document-problems';
import { apiOf, bodyOf, gatewayDocument, integrationOf } from './support';

type Options = Partial<AlbIntegrationProps>;

const defaultAction = ListenerAction.fixedResponse(200);
const certificates = [ListenerCertificate.fromArn('arn:aws:acm:eu-west-1:111111111111:certificate/1')];
const loadBalancerArn = 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/pets/0123456789abcdef';

let stack: Stack;
let vpc: Vpc;
let loadBalancer: ApplicationLoadBalancer;

beforeEach(() => {
  stack = new Stack(new App(), 'Stack');
  vpc = new Vpc(stack, 'Vpc');
  loadBalancer = new ApplicationLoadBalancer(stack, 'Alb', { vpc, internetFacing: false });
});

function listen(port: number, protocol = ApplicationProtocol.HTTP): void {
  const secured = protocol === ApplicationProtocol.HTTPS ? { certificates } : {};
  loadBalancer.addListener(`Listener${port}`, { port, protocol, defaultAction, open: false, ...secured });
}

function apiWith(options: Options = {}, route = 'get /pets/{petId}') {
  const integration = Integrations.alb({ vpcLink: new VpcLink(stack, 'Link', { vpc }), loadBalancer, ...options });
  return apiOf(gatewayDocument({ op: route }), { integrations: { op: { integration } } }, stack);
}

function uriOf(options: Options = {}): string {
  return JSON.stringify(integrationOf(apiWith(options), '/pets/{petId}', 'get').uri).replace(
    /^\{"Fn::Join":\["",\["(.*)",\{"Fn::GetAtt":\["Alb\w+","DNSName"\]\},"(.*)"\]\]\}$/,
    '$1<alb>$2',
  );
}

test('the path of the operation is passed on through the VPC link to the load balancer', () => {
  listen(80);
  const api = apiWith();
  const { uri, ...integration } = integrationOf(api, '/pets/{petId}', 'get');
  expect(integration).toEqual({
    type: 'HTTP_PROXY',
    httpMethod: 'GET',
    requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
    passthroughBehavior: 'WHEN_NO_MATCH',
    connectionType: 'VPC_LINK',
    connectionId: { Ref: expect.stringMatching(/^Link/) },
    integrationTarget: { Ref: expect.stringMatching(/^Alb/) },
  });
  expect(uri).toEqual({
    'Fn::Join': ['', ['http://', { 'Fn::GetAtt': [expect.stringMatching(/^Alb/), 'DNSName'] }, '/pets/{petId}']],
  });
  expect(documentProblems(bodyOf(api))).toEqual([]);
});

const { HTTP, HTTPS } = ApplicationProtocol;

test.each<[string, readonly [number, ApplicationProtocol][], Options, string]>([
  ['its only listener', [[8080, HTTP]], {}, 'http://<alb>:8080'],
  ['its only listener over TLS', [[443, HTTPS]], {}, 'https://<alb>'],
  ['TLS at another port', [[8443, HTTPS]], {}, 'https://<alb>:8443'],
  [
    'the listener at the port',
    [
      [80, HTTP],
      [8443, HTTPS],
    ],
    { port: 8443 },
    'https://<alb>:8443',
  ],
  [
    'the listener of the protocol',
    [
      [80, HTTP],
      [8443, HTTPS],
    ],
    { protocol: LoadBalancerProtocol.HTTPS },
    'https://<alb>:8443',
  ],
  ['a listener that is not there yet', [], { port: 443 }, 'https://<alb>'],
  ['another one', [], { protocol: LoadBalancerProtocol.HTTPS, port: 8443 }, 'https://<alb>:8443'],
  ['the usual one', [], {}, 'http://<alb>'],
])('requests go to %s', (_, listeners, options, origin) => {
  for (const [port, protocol] of listeners) listen(port, protocol);
  expect(uriOf(options)).toBe(`${origin}/pets/{petId}`);
});

test.each<[string, Options, string]>([
  [
    'no port where there are several',
    {},
    "operation 'op' (GET /pets/{petId}): the load balancer listens to HTTP at port 80, HTTPS at port 443, but which of them is not said; set 'port' and 'protocol' to those of a listener, or add one before the API [at Stack/Api]",
  ],
  ['another port', { port: 8080 }, 'but none for HTTP at port 8080; set'],
  ['another protocol', { port: 443, protocol: LoadBalancerProtocol.HTTP }, 'but none for HTTP at port 443; set'],
  ['a path without the variable', { port: 80, path: '/pets' }, "the path '/pets' lacks '{petId}'"],
])('%s is an error', (_, options, message) => {
  listen(80);
  listen(443, ApplicationProtocol.HTTPS);
  expect(() => apiWith(options)).toThrow(message);
});

function imported(loadBalancerDnsName?: string): IApplicationLoadBalancer {
  return ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'Imported', {
    loadBalancerArn,
    securityGroupId: 'sg-1',
    ...(loadBalancerDnsName === undefined ? {} : { loadBalancerDnsName }),
  });
}

test('an imported load balancer is called by its name', () => {
  const api = apiWith({ loadBalancer: imported('internal-pets.elb.amazonaws.com'), port: 8080 });
  expect(integrationOf(api, '/pets/{petId}', 'get')).toMatchObject({
    uri: 'http://internal-pets.elb.amazonaws.com:8080/pets/{petId}',
    integrationTarget: loadBalancerArn,
  });
});

test('the host has the name that the certificate is for', () => {
  expect(() => apiWith({ loadBalancer: imported() })).toThrow("or set 'hostName'");
  for (const child of ['Link', 'Api', 'Imported']) stack.node.tryRemoveChild(child);
  expect(uriOf({ loadBalancer: imported(), port: 443, hostName: 'pets.example.com' })).toBe(
    '"https://pets.example.com/pets/{petId}"',
  );
});
