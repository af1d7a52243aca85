import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Cors, type CorsOptions } from 'aws-cdk-lib/aws-apigateway';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { render } from 'velocityjs';
import { Authorizers, Integrations } from '../../src/constructs';
import { apiOf, bodyOf, gatewayDocument, integrationOf, mock } from './support';

const pets = gatewayDocument(
  { getPet: 'get /pets/{petId}', putPet: 'put /pets/{petId}' },
  {
    putPet: {
      parameters: [
        { name: 'petId', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'X-Trace', in: 'header', required: false, schema: { type: 'string' } },
      ],
      requestBody: { content: { 'text/csv': {} } },
    },
  },
);

function apiWith(corsOptions: CorsOptions) {
  return apiOf(pets, {
    integrations: { getPet: mock, putPet: mock },
    defaultAuthorizer: Authorizers.iam(),
    binaryMediaTypes: ['*/*'],
    corsOptions,
  });
}

test('a preflight request is answered for every path, to anybody, whatever its media type', () => {
  const body = bodyOf(apiWith({ allowOrigins: Cors.ALL_ORIGINS, maxAge: Duration.hours(1) }));
  const preflight = body.paths['/pets/{petId}']?.options;
  expect(preflight).toMatchObject({ security: [], 'x-amazon-apigateway-auth': { type: 'NONE' } });
  expect(preflight?.parameters).toEqual([{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }]);
  expect(preflight?.['x-amazon-apigateway-integration']).toEqual({
    type: 'MOCK',
    contentHandling: 'CONVERT_TO_TEXT',
    passthroughBehavior: 'NEVER',
    requestTemplates: { 'application/json': '{"statusCode":204}', 'text/csv': '{"statusCode":204}' },
    responses: {
      default: {
        statusCode: '204',
        contentHandling: 'CONVERT_TO_TEXT',
        responseParameters: {
          'method.response.header.Access-Control-Allow-Origin': "'*'",
          'method.response.header.Access-Control-Allow-Headers': `'${[...Cors.DEFAULT_HEADERS, 'X-Trace'].join(',')}'`,
          'method.response.header.Access-Control-Allow-Methods': `'${Cors.ALL_METHODS.join(',')}'`,
          'method.response.header.Access-Control-Max-Age': "'3600'",
        },
      },
    },
  });
  expect(Object.keys(preflight?.responses['204']?.headers ?? {})).toContain('Access-Control-Allow-Origin');
});

test('responses of API Gateway itself carry the headers', () => {
  const body = bodyOf(apiWith({ allowOrigins: ['https://a.com'], allowCredentials: true }));
  const responseParameters = {
    'gatewayresponse.header.Access-Control-Allow-Origin': "'https://a.com'",
    'gatewayresponse.header.Vary': "'Origin'",
    'gatewayresponse.header.Access-Control-Allow-Credentials': "'true'",
  };
  expect(body['x-amazon-apigateway-gateway-responses']).toMatchObject({
    DEFAULT_4XX: { responseParameters },
    DEFAULT_5XX: { responseParameters },
    BAD_REQUEST_BODY: { responseParameters },
    BAD_REQUEST_PARAMETERS: { responseParameters },
  });
});

test.each([
  ['https://b.com', 'https://b.com'],
  ['https://a.com', 'https://a.com'],
  ['https://evil.com', undefined],
  ['', undefined],
])('of several origins the one that asked is answered: %s', (asked, answered) => {
  const integration = integrationOf(
    apiWith({ allowOrigins: ['https://a.com', 'https://b.com'] }),
    '/pets/{petId}',
    'get',
  );
  const response = integration.responses.default;
  const context = { responseOverride: { header: {} as Record<string, string> } };
  const template = response?.responseTemplates?.['application/json'] ?? '';
  const body = render(template, { context, input: { params: (name: string) => (name === 'origin' ? asked : '') } });
  expect(body).toBe('{}');
  expect(context.responseOverride.header['Access-Control-Allow-Origin']).toBe(answered);
  expect(response?.responseParameters['method.response.header.Access-Control-Allow-Origin']).toBe("'https://a.com'");
});

test('an OPTIONS operation of the model stays', () => {
  const document = gatewayDocument({ describe: 'options /x' });
  const api = apiOf(document, { integrations: { describe: mock }, corsOptions: { allowOrigins: ['*'] } });
  expect(bodyOf(api).paths['/x']?.options?.operationId).toBe('describe');
});

test('without options there is no preflight', () => {
  const api = apiOf(pets, { integrations: { getPet: mock, putPet: mock } });
  expect(Object.keys(bodyOf(api).paths['/pets/{petId}'] ?? {})).toEqual(['get', 'put']);
});

test('a response that is passed on names the first origin, and a warning says so', () => {
  const stack = new Stack(new App(), 'Stack');
  const integration = Integrations.s3({ bucket: new Bucket(stack, 'Bucket') });
  const corsOptions = { allowOrigins: ['https://a.com', 'https://b.com'] };
  apiOf(
    gatewayDocument({ getPet: 'get /pets/{petId}' }),
    { integrations: { getPet: { integration } }, corsOptions },
    stack,
  );
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp("pages of 'https://a.com' can read it"));
});

test.each<[CorsOptions, string]>([
  [{ allowOrigins: [] }, "'corsOptions.allowOrigins' is empty"],
  [{ allowOrigins: ['*', 'https://a.com'] }, "'corsOptions.allowOrigins' has '*' among others"],
  [{ allowOrigins: ['*'], allowCredentials: true }, "'corsOptions.allowCredentials' needs origins by name"],
  [{ allowOrigins: ['https://a.com/x'] }, "'corsOptions.allowOrigins' has 'https://a.com/x', which is no origin"],
  [{ allowOrigins: ["https://a.com'"] }, 'which is no origin'],
  [{ allowOrigins: ['*'], maxAge: Duration.hours(1), disableCache: true }, "'corsOptions.maxAge' and 'disableCache'"],
])('%j is an error', (corsOptions, message) => {
  expect(() => apiWith(corsOptions)).toThrow(message);
});
