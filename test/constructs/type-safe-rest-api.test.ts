import { Match } from 'aws-cdk-lib/assertions';
import { EndpointType } from 'aws-cdk-lib/aws-apigateway';
import { App, Stack } from 'aws-cdk-lib/core';
import { TypeSafeRestApi } from '../../src/constructs';
import { apiOf, bodyOf, gatewayDocument, mock, specFile, templateOf } from './support';

const hello = gatewayDocument({ sayHello: 'get /hello' });

test('an API over mocks has no more than the API, a stage with its deployment, logs with access to them, and a web ACL', () => {
  // GIVEN
  const operations = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`op${index}`, `get /things/t${index}`]),
  );
  const integrations = Object.fromEntries(Object.keys(operations).map((id) => [id, mock]));
  // WHEN
  const template = templateOf(
    apiOf(gatewayDocument(operations), { integrations, corsOptions: { allowOrigins: ['*'] } }),
  );
  // THEN
  const { Resources } = template.toJSON();
  expect(
    Object.values(Resources)
      .map((resource) => (resource as { Type: string }).Type)
      .sort(),
  ).toEqual([
    'AWS::ApiGateway::Account',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGateway::Stage',
    'AWS::IAM::Role',
    'AWS::Logs::LogGroup',
    'AWS::WAFv2::WebACL',
    'AWS::WAFv2::WebACLAssociation',
  ]);
});

test('requests are validated, and the answer says what is wrong', () => {
  const body = bodyOf(apiOf(hello, { integrations: { sayHello: mock } }));
  expect(body).toMatchObject({
    'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true } },
    'x-amazon-apigateway-request-validator': 'all',
    'x-amazon-apigateway-gateway-responses': {
      BAD_REQUEST_BODY: {
        statusCode: 400,
        responseTemplates: { 'application/json': '{"message": "$context.error.validationErrorString"}' },
      },
      BAD_REQUEST_PARAMETERS: {
        statusCode: 400,
        responseTemplates: { 'application/json': '{"message": $context.error.messageString}' },
      },
    },
  });
});

test('options of the REST API reach it', () => {
  const api = apiOf(hello, {
    integrations: { sayHello: mock },
    restApiName: 'greetings',
    description: 'says hello',
    deployOptions: { stageName: 'dev' },
    endpointConfiguration: { types: [EndpointType.REGIONAL] },
    binaryMediaTypes: ['image/png'],
  });
  const template = templateOf(api);
  template.hasResourceProperties('AWS::ApiGateway::Stage', { StageName: 'dev' });
  template.hasResourceProperties('AWS::ApiGateway::RestApi', {
    Name: 'greetings',
    EndpointConfiguration: { Types: ['REGIONAL'] },
    Body: Match.objectLike({
      info: { title: 'T', version: '1', description: 'says hello' },
      'x-amazon-apigateway-binary-media-types': ['image/png'],
    }),
  });
  expect(api.url).toBe(api.api.url);
});

test('an operation without an integration is named, with its method, its path and what to do', () => {
  expect(() => apiOf(hello, { integrations: {} })).toThrow(
    "operation 'sayHello' (GET /hello) has no integration; add 'sayHello: { integration: Integrations.… }' to 'integrations' [at Stack/Api]",
  );
});

test('an integration without an operation is an error with a suggestion', () => {
  expect(() => apiOf(hello, { integrations: { sayHello: mock, sayHelo: mock } })).toThrow(
    "'integrations' has 'sayHelo', which is no operation of the API; did you mean 'sayHello'? [at Stack/Api]",
  );
});

test('an operation that API Gateway cannot serve is an error with the reason', () => {
  const document = { ...hello, 'x-type-safe-api-left-out': { compare: "API Gateway cannot serve '/{a}...{b}': no" } };
  expect(() => apiOf(document, { integrations: { sayHello: mock, compare: mock } })).toThrow(
    "operation 'compare' cannot be deployed: API Gateway cannot serve '/{a}...{b}': no [at Stack/Api]",
  );
  expect(JSON.stringify(bodyOf(apiOf(document, { integrations: { sayHello: mock } })))).not.toContain('type-safe-api');
});

test.each([
  ['is not there', '/nowhere/gateway.json', /does not exist; run 'npx projen build' to generate it \[at Stack\/Api\]/],
  ['is not a document', specFile({ a: 1 }), /is not an OpenAPI document; generate it again/],
])('a document that %s is an error', (_, specPath, message) => {
  const stack = new Stack(new App(), 'Stack');
  expect(() => new TypeSafeRestApi(stack, 'Api', { specPath, integrations: {} })).toThrow(message);
});

test('media types without a schema are for integrations only', () => {
  const requestBody = {
    required: true,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/M' } }, 'text/plain': {} },
  };
  const document = {
    ...gatewayDocument({ op: 'post /x' }, { op: { requestBody } }),
    components: { schemas: { M: { type: 'object' } } },
  };
  const operation = bodyOf(apiOf(document, { integrations: { op: mock } })).paths['/x']?.post;
  expect(operation?.requestBody).toEqual({
    required: true,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/M' } } },
  });
  expect(Object.keys(operation?.['x-amazon-apigateway-integration'].requestTemplates ?? {})).toEqual([
    'application/json',
    'text/plain',
  ]);
});
