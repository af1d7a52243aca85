import path from 'node:path';
import { VpcLink } from 'aws-cdk-lib/aws-apigateway';
import { VpcLink as VpcLinkV2 } from 'aws-cdk-lib/aws-apigatewayv2';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer, ListenerAction, NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Alias, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { mockResponses, preferredResponse } from '../../src/codegen/mocks/mock-responses';
import {
  Authorizers,
  CustomAuthorizerType,
  HandlerFunction,
  type Integration,
  IntegrationResponseSets,
  Integrations,
  type TypeSafeApiIntegration,
  TypeSafeRestApi,
} from '../../src/constructs';
import { deriveGatewayDocument } from '../../src/openapi/gateway/derive';
import type { JsonObject } from '../../src/shared/json';
import { type ReadSpec, readGalaxy, readSpec, readSpecs } from '../support/read-spec';
import { servicesApp } from './accepted-services';
import { stageApps } from './accepted-stages';
import type { Template } from './resolved-bodies';
import { gatewayDocument, mock, specFile } from './support';

const code = { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler = 1') };

/** The templates of apps that use all there is, by names that fit into a file's. */
export function acceptedApps(): ReadonlyMap<string, Template> {
  const sample = readSpec(path.join(__dirname, '../../assets/workspace/model/src/main.yaml'));
  if (sample === undefined) throw new Error('the sample model has errors');
  const mocked = [...readSpecs(), ['galaxy', readGalaxy()] as const].filter(
    ([, { service }]) => service.operations.length > 0,
  );
  const build: [string, (stack: Stack) => void][] = [
    ['sample', (stack) => sampleApp(stack, documentOf(sample))],
    ['functions', functionsApp],
    ['s3', s3App],
    ['services', servicesApp],
    ['http', httpApp],
    ['authorizers', authorizersApp],
    ...stageApps,
    ...mocked.map(([name, spec]): [string, (stack: Stack) => void] => [
      `mocks-${name}`,
      (stack) => mocksApp(stack, spec),
    ]),
  ];
  return new Map(build.map(([name, create]) => [name, synthesize(name, create)]));
}

function synthesize(name: string, create: (stack: Stack) => void): Template {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, name.replace(/[^A-Za-z0-9-]/g, '-'));
  create(stack);
  return app.synth().getStackArtifact(stack.artifactId).template as Template;
}

/** As `projen new` writes it. */
function sampleApp(stack: Stack, document: JsonObject): void {
  const sayHello = new HandlerFunction(stack, 'SayHello', {
    ...{ operation: 'sayHello', language: 'typescript', directory: '', source: '', bundle: '' },
    code: code.code,
  });
  apiOf(stack, document, {
    sayHello: { integration: Integrations.lambda(sayHello) },
    listPets: { integration: Integrations.mock({ statusCode: 200, body: '[]' }) },
    getPet: { integration: Integrations.mock({ statusCode: 404, body: '{}' }) },
  });
}

function functionsApp(stack: Stack): void {
  const one = new LambdaFunction(stack, 'One', code);
  const all = new LambdaFunction(stack, 'All', code);
  const live = new Alias(stack, 'Live', { aliasName: 'live', version: one.currentVersion });
  const many = ['get /a', 'put /a', 'post /a', 'delete /a', 'get /a/{id}'].map((route, index) => [
    `all${index}`,
    route,
  ]);
  const operations = { one: 'get /one', alias: 'get /alias', version: 'get /version', ...Object.fromEntries(many) };
  apiOf(stack, gatewayDocument(operations), {
    one: { integration: Integrations.lambda(one) },
    alias: { integration: Integrations.lambda(live) },
    version: { integration: Integrations.lambda(one.currentVersion) },
    ...Object.fromEntries(many.map(([id]) => [id, { integration: Integrations.lambda(all) }])),
  });
}

function s3App(stack: Stack): void {
  const bucket = new Bucket(stack, 'Bucket', { encryptionKey: new Key(stack, 'Key') });
  const routes = {
    read: 'get /pets/{petId}',
    look: 'head /pets/{petId}',
    write: 'put /pets/{petId}',
    remove: 'post /pets/{petId}/delete',
    tree: 'get /files/{proxy+}',
    odd: 'get /odd/{petId}',
  };
  const errorIntegrationResponse = IntegrationResponseSets.s3JsonErrorMessage();
  const statuses = Object.fromEntries(
    ['200', '204', '400', '403', '404', '500'].map((status) => [status, { description: `${status} response` }]),
  );
  const declared = Object.fromEntries(Object.keys(routes).map((id) => [id, { responses: statuses }]));
  apiOf(stack, gatewayDocument(routes, declared), {
    read: { integration: Integrations.s3({ bucket, errorIntegrationResponse }) },
    look: { integration: Integrations.s3({ bucket }) },
    write: { integration: Integrations.s3({ bucket, errorIntegrationResponse }) },
    remove: {
      integration: Integrations.s3({
        ...{ bucket, method: 'delete', path: 'my-pets/{petId}/details.json', successResponseStatusCode: 204 },
      }),
    },
    tree: { integration: Integrations.s3({ bucket }) },
    odd: { integration: Integrations.s3({ bucket, path: 'a b+c/ü/{petId}' }) },
  });
}

function httpApp(stack: Stack): void {
  const vpc = new Vpc(stack, 'Vpc', { natGateways: 1 });
  const nlb = new NetworkLoadBalancer(stack, 'Nlb', { vpc, internetFacing: false });
  const alb = new ApplicationLoadBalancer(stack, 'Alb', { vpc, internetFacing: false });
  alb.addListener('Http', { port: 8080, defaultAction: ListenerAction.fixedResponse(404), open: false });
  const operations: Record<string, [string, Integration]> = {
    proxy: [
      'get /proxy/{petId}',
      Integrations.httpProxy({
        url: 'https://example.com:8443/{petId}',
        tlsConfig: { insecureSkipVerification: true },
      }),
    ],
    below: ['put /below/{proxy+}', Integrations.httpProxy({ url: 'https://example.com', appendPath: true })],
    mapped: [
      'put /mapped/{petId}',
      Integrations.http({
        url: 'https://example.com/{petId}',
        requestParameters: { 'integration.request.header.X-Stage': 'context.stage' },
        requestTemplates: { 'application/json': '{"pet": $input.body}' },
        timeout: Duration.seconds(5),
      }),
    ],
    nlb: [
      'get /nlb/{petId}',
      Integrations.nlb({ vpcLink: new VpcLink(stack, 'Link', { targets: [nlb] }), loadBalancer: nlb, port: 8080 }),
    ],
    alb: [
      'get /alb/{petId}',
      Integrations.alb({ vpcLink: new VpcLinkV2(stack, 'LinkV2', { vpc }), loadBalancer: alb, path: '/v1/{petId}' }),
    ],
  };
  const entries = Object.entries(operations);
  const mapped: JsonObject = {
    parameters: [
      { name: 'petId', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'tag', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
      { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
    ],
    responses: Object.fromEntries([200, 404].map((status) => [status, { description: `${status} response` }])),
    'x-type-safe-api-responses': Object.fromEntries(
      ['200', '404', '5XX'].map((status) => [status, { headers: ['X-Page'], mediaTypes: ['application/json'] }]),
    ),
  };
  apiOf(
    stack,
    gatewayDocument(Object.fromEntries(entries.map(([id, [route]]) => [id, route])), { mapped }),
    Object.fromEntries(entries.map(([id, [, integration]]) => [id, { integration }])),
  );
}

function authorizersApp(stack: Stack): void {
  const guard = new LambdaFunction(stack, 'Guard', code);
  const users = Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, 'Users')] });
  const request = { type: CustomAuthorizerType.REQUEST, identitySource: 'method.request.querystring.key' };
  const operations: Record<string, [string, Omit<TypeSafeApiIntegration, 'integration'>]> = {
    open: ['get /open', { authorizer: Authorizers.none() }],
    signed: ['get /signed', { authorizer: Authorizers.iam() }],
    scoped: ['get /scoped', { authorizer: users.withScopes('pets/read') }],
    token: ['get /token', { authorizer: Authorizers.custom({ authorizerId: 'token', function: guard }) }],
    request: [
      'get /request',
      { authorizer: Authorizers.custom({ authorizerId: 'request', function: guard, ...request }) },
    ],
    keyed: ['get /keyed', { options: { apiKeyRequired: true } }],
  };
  const entries = Object.entries(operations);
  new TypeSafeRestApi(stack, 'Api', {
    specPath: specFile(gatewayDocument(Object.fromEntries(entries.map(([id, [route]]) => [id, route])))),
    integrations: Object.fromEntries(entries.map(([id, [, settings]]) => [id, { ...mock, ...settings }])),
    defaultAuthorizer: users,
  });
}

/** Every operation of a model answers with the mock of its first success. */
function mocksApp(stack: Stack, spec: ReadSpec): void {
  const { responses } = mockResponses(spec.service);
  const document = documentOf(spec);
  const operations = spec.service.operations.filter(({ id }) =>
    JSON.stringify(document).includes(`"operationId":"${id}"`),
  );
  const integrations = operations.map((operation) => {
    const status = preferredResponse(operation)?.status;
    const { mediaType, body } = responses[operation.id]?.[String(status)] ?? {};
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const statusCode = typeof status === 'number' ? status : 200;
    return [operation.id, { integration: Integrations.mock({ statusCode, mediaType, body: text }) }];
  });
  apiOf(stack, document, Object.fromEntries(integrations));
}

function apiOf(stack: Stack, document: JsonObject, integrations: Record<string, TypeSafeApiIntegration>): void {
  new TypeSafeRestApi(stack, 'Api', {
    specPath: specFile(document),
    integrations,
    defaultAuthorizer: Authorizers.none(),
    corsOptions: { allowOrigins: ['https://example.com', 'https://example.org'] },
  });
}

function documentOf({ document, service }: ReadSpec): JsonObject {
  const ids = new Map(service.operations.map(({ id, method, path: route }) => [`${method} ${route}`, id]));
  const operationId = (method: string, route: string) => ids.get(`${method} ${route}`);
  return deriveGatewayDocument({ document: document.root, operationId, place: document.place }).document;
}
