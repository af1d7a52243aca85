import { Match } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack } from 'aws-cdk-lib/core';
import { render } from 'velocityjs';
import {
  ErrorIntegrationResponses,
  IntegrationResponseSets,
  Integrations,
  type S3IntegrationProps,
} from '../../src/constructs';
import { apiOf, bodyOf, gatewayDocument, integrationOf, templateOf } from './support';

function apiOver(route: string, props: Omit<S3IntegrationProps, 'bucket'> = {}, more = {}) {
  const stack = new Stack(new App(), 'Stack');
  const bucket = new Bucket(stack, 'Bucket', { encryptionKey: new Key(stack, 'Key') });
  const integration = Integrations.s3({ bucket, ...props });
  return apiOf(gatewayDocument({ op: route }, { op: more }), { integrations: { op: { integration } } }, stack);
}

const isBucket = Match.stringLikeRegexp('^Bucket');

function statement(action: string, resource: unknown) {
  return Match.objectLike({
    PolicyDocument: Match.objectLike({
      Statement: Match.arrayWith([Match.objectLike({ Action: action, Resource: resource })]),
    }),
  });
}

test('an object is read by the path of the operation', () => {
  // WHEN
  const api = apiOver('get /pets/{petId}');
  // THEN
  const integration = integrationOf(api, '/pets/{petId}', 'get');
  expect(integration).toMatchObject({
    type: 'AWS',
    httpMethod: 'GET',
    credentials: { 'Fn::GetAtt': [expect.stringMatching(/^ApiS3IntegrationsExecutionRole/), 'Arn'] },
    requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
  });
  expect(JSON.stringify(integration.uri)).toMatch(/:s3:path\/",\{"Ref":"Bucket\w+"\},"\/pets\/\{petId\}"/);
  expect(integration.responses.default).toMatchObject({
    statusCode: '200',
    responseParameters: { 'method.response.header.Content-Type': 'integration.response.header.Content-Type' },
  });
});

test('its role may read that object and no other', () => {
  const template = templateOf(apiOver('get /pets/{petId}'));
  const objects = { 'Fn::Join': ['', [{ 'Fn::GetAtt': [isBucket, 'Arn'] }, '/pets/*']] };
  template.hasResourceProperties('AWS::IAM::Policy', statement('s3:GetObject', objects));
  template.hasResourceProperties('AWS::IAM::Policy', statement('s3:ListBucket', { 'Fn::GetAtt': [isBucket, 'Arn'] }));
  template.hasResourceProperties('AWS::IAM::Policy', statement('kms:Decrypt', Match.anyValue()));
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'apigateway.amazonaws.com' } }] },
  });
});

test('method, key and status can be chosen', () => {
  // WHEN
  const api = apiOver('post /pets/{petId}/delete', {
    method: 'delete',
    path: 'my-pets/{petId}/details.json',
    successResponseStatusCode: 204,
  });
  // THEN
  const integration = integrationOf(api, '/pets/{petId}/delete', 'post');
  expect(integration.httpMethod).toBe('DELETE');
  expect(JSON.stringify(integration.uri)).toContain('/my-pets/{petId}/details.json');
  expect(integration.responses.default?.statusCode).toBe('204');
  const objects = { 'Fn::Join': ['', [Match.anyValue(), '/my-pets/*/details.json']] };
  templateOf(api).hasResourceProperties('AWS::IAM::Policy', statement('s3:DeleteObject', objects));
});

test('a greedy variable keeps the slashes of the key', () => {
  const integration = integrationOf(apiOver('get /files/{proxy+}'), '/files/{proxy+}', 'get');
  expect(JSON.stringify(integration.uri)).toContain('/files/{proxy}');
  expect(integration.requestParameters).toEqual({ 'integration.request.path.proxy': 'method.request.path.proxy' });
});

test('the content type of what is written goes along, and is declared', () => {
  const operation = bodyOf(apiOver('put /pets/{petId}')).paths['/pets/{petId}']?.put;
  expect(operation?.parameters).toContainEqual({
    name: 'Content-Type',
    in: 'header',
    required: false,
    schema: { type: 'string' },
  });
});

test('variables are those of the model, even where API Gateway has another name', () => {
  const renamed = { 'x-type-safe-api-path-variables': { petId: 'id' } };
  const integration = integrationOf(
    apiOver('get /pets/{petId}', { path: 'p/{id}.json' }, renamed),
    '/pets/{petId}',
    'get',
  );
  expect(JSON.stringify(integration.uri)).toContain('/p/{petId}.json');
});

test('any error is an empty 500 unless chosen otherwise', () => {
  const responses = integrationOf(apiOver('get /x'), '/x', 'get').responses;
  const errors = statusesOf(responses, '500');
  expect(errors).toEqual(Array.from({ length: 200 }, (_, index) => 400 + index));
  const [template = ''] = Object.values(responses['[45]\\d{2}']?.responseTemplates ?? {});
  expect(render(template, {})).toBe('');
});

test('errors can be passed on, or have responses of their own', () => {
  const none = { errorIntegrationResponse: ErrorIntegrationResponses.none() };
  expect(Object.keys(integrationOf(apiOver('get /x', none), '/x', 'get').responses)).toEqual(['default']);
  const custom = {
    errorIntegrationResponse: ErrorIntegrationResponses.custom({ responses: { '404': { statusCode: '404' } } }),
  };
  const operation = bodyOf(apiOver('get /x', custom)).paths['/x']?.get;
  expect(operation?.['x-amazon-apigateway-integration'].responses['404']).toEqual({ statusCode: '404' });
  expect(operation?.responses['404']).toEqual({ description: '404 response' });
});

test('errors of S3 can become JSON', () => {
  const json = { errorIntegrationResponse: IntegrationResponseSets.s3JsonErrorMessage() };
  const responses = integrationOf(apiOver('get /x', json), '/x', 'get').responses;
  for (const status of [400, 403, 404, 409, 412, 416, 500, 503]) expect(statusesOf(responses)).toContain(status);
  expect(Object.keys(responses).filter((pattern) => new RegExp(`^(?:${pattern})$`).test('404'))).toEqual(['404']);
});

test.each<[string, string, Omit<S3IntegrationProps, 'bucket'>, string]>([
  [
    'a method that S3 lacks',
    'patch /x',
    {},
    "S3 has no PATCH for objects, which operation 'op' would need; set 'method' to one of get, head, put, delete",
  ],
  [
    'an unknown variable',
    'get /pets/{petId}',
    { path: '{petid}' },
    "the key '{petid}' has '{petid}', which is no path parameter of operation 'op' (GET /pets/{petId}); did you mean 'petId'?",
  ],
])('%s is an error', (_, route, props, message) => {
  expect(() => apiOver(route, props)).toThrow(message);
});

/** The statuses from 400 to 599 that some pattern is for. */
function statusesOf(
  responses: Readonly<Record<string, { readonly statusCode: string }>>,
  statusCode?: string,
): number[] {
  const patterns = Object.entries(responses).filter(
    ([pattern, response]) => pattern !== 'default' && (statusCode ?? response.statusCode) === response.statusCode,
  );
  return Array.from({ length: 200 }, (_, index) => 400 + index).filter((status) =>
    patterns.some(([pattern]) => new RegExp(`^(?:${pattern})$`).test(String(status))),
  );
}
