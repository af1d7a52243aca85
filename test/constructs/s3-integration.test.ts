import { Match, Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, CfnParameter, Stack } from 'aws-cdk-lib/core';
import { Authorizers, Integrations } from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { apiOf, bodyOf, gatewayDocument, integrationOf } from './support';
import { keyOf, responses, type S3Options, s3Api, s3Integration } from './support-s3';

test('an object is read by the path of the operation', () => {
  const integration = s3Integration('get /pets/{petId}');
  expect(integration).toMatchObject({
    type: 'AWS',
    httpMethod: 'GET',
    passthroughBehavior: 'WHEN_NO_MATCH',
    credentials: { 'Fn::GetAtt': [expect.stringMatching(/^ApiS3IntegrationsExecutionRole/), 'Arn'] },
    requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
  });
  expect(JSON.stringify(integration.uri)).toMatch(
    /^\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},":apigateway:",\{"Ref":"AWS::Region"\},":s3:path\/",\{"Ref":"Bucket\w+"\},"\/pets\/\{petId\}"\]\]\}$/,
  );
});

test.each([
  ['get', 'GET'],
  ['head', 'HEAD'],
  ['put', 'PUT'],
  ['delete', 'DELETE'],
])('%s of the API is %s of S3', (method, verb) => {
  expect(s3Integration(`${method} /x`).httpMethod).toBe(verb);
});

test('method, key and status can be chosen', () => {
  const integration = s3Integration(
    'post /pets/{petId}/delete',
    { method: 'Delete', path: 'my-pets/{petId}/details.json', successResponseStatusCode: 204 },
    { responses: responses(204) },
  );
  expect(integration.httpMethod).toBe('DELETE');
  expect(keyOf(integration)).toBe('/my-pets/{petId}/details.json');
  expect(integration.requestParameters).toEqual({ 'integration.request.path.petId': 'method.request.path.petId' });
  expect(integration.responses.default?.statusCode).toBe('204');
});

test.each<[string, string | undefined, string]>([
  ['get /files/{proxy+}', undefined, '/files/{proxy}'],
  ['get /files/{proxy+}', 'all/{proxy+}', '/all/{proxy}'],
  ['get /files/{proxy+}', '{proxy}', '/{proxy}'],
  ['get /x', '/x.json', '/x.json'],
  ['get /x', "my pets/über+c++ (1)!'*.json", '/my%20pets/%C3%BCber%2Bc%2B%2B%20%281%29%21%27%2A.json'],
  ['get /x', 'folder/', '/folder/'],
  ['get /{a}/{b}', '{b}/{a}-{b}.txt', '/{b}/{a}-{b}.txt'],
])('the key of %s with %j is %s', (route, path, key) => {
  expect(keyOf(s3Integration(route, { path }))).toBe(key);
});

test('a key may have tokens', () => {
  const stack = new Stack(new App(), 'Stack');
  const folder = new CfnParameter(stack, 'Folder').valueAsString;
  const integration = Integrations.s3({ bucket: new Bucket(stack, 'Bucket'), path: `${folder}/{id}.json` });
  const api = apiOf(gatewayDocument({ op: 'get /x/{id}' }), { integrations: { op: { integration } } }, stack);
  expect(JSON.stringify(integrationOf(api, '/x/{id}', 'get').uri)).toContain('"/",{"Ref":"Folder"},"/{id}.json"');
});

test('variables are those of the model, even where API Gateway has another name', () => {
  const renamed = { 'x-type-safe-api-path-variables': { petId: 'id' } };
  const integration = s3Integration('get /pets/{petId}', { path: 'p/{id}.json' }, renamed);
  expect(keyOf(integration)).toBe('/p/{petId}.json');
  expect(integration.requestParameters).toMatchObject({
    'integration.request.path.petId': 'method.request.path.petId',
  });
});

test('a bucket of another region is reached there', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const bucket = Bucket.fromBucketAttributes(stack, 'Bucket', { bucketName: 'far-away', region: 'us-east-1' });
  const integration = Integrations.s3({ bucket });
  const api = apiOf(gatewayDocument({ op: 'get /x' }), { integrations: { op: { integration } } }, stack);
  expect(JSON.stringify(integrationOf(api, '/x', 'get').uri)).toContain(':apigateway:us-east-1:s3:path/far-away/x');
});

test('the media type of what is written goes along, and is declared', () => {
  const api = s3Api('put /pets/{petId}');
  expect(integrationOf(api, '/pets/{petId}', 'put').requestParameters).toEqual({
    'integration.request.path.petId': 'method.request.path.petId',
    'integration.request.header.Content-Type': 'method.request.header.Content-Type',
  });
  expect(bodyOf(api).paths['/pets/{petId}']?.put?.parameters).toContainEqual({
    name: 'Content-Type',
    in: 'header',
    required: false,
    schema: { type: 'string' },
  });
});

test('conditions of what is read go along', () => {
  for (const method of ['get', 'head']) {
    expect(s3Integration(`${method} /x`).requestParameters).toEqual({
      'integration.request.header.If-None-Match': 'method.request.header.If-None-Match',
      'integration.request.header.If-Modified-Since': 'method.request.header.If-Modified-Since',
    });
  }
  expect(s3Integration('delete /x').requestParameters).toEqual({});
});

test('headers have the names that the operation gives them', () => {
  const parameters = [{ name: 'if-none-match', in: 'header', schema: { type: 'string' } }];
  const api = s3Api('get /x', {}, { parameters });
  expect(integrationOf(api, '/x', 'get').requestParameters).toMatchObject({
    'integration.request.header.If-None-Match': 'method.request.header.if-none-match',
  });
  expect(bodyOf(api).paths['/x']?.get?.parameters?.map(({ name }) => name)).toEqual([
    'if-none-match',
    'If-Modified-Since',
  ]);
  const requestParameters = { 'integration.request.header.content-type': "'image/png'" };
  expect(s3Integration('put /x', { requestParameters }).requestParameters).toEqual(requestParameters);
});

test('a header of a response is declared once', () => {
  const schema = { type: 'string' };
  const headers = { etag: { schema }, vary: { schema }, 'access-control-allow-origin': { schema } };
  const responses200 = { responses: { 200: { description: 'd', headers } } };
  const api = s3Api('get /x', {}, responses200, { corsOptions: { allowOrigins: ['https://a.com'] } });
  const names = Object.keys(bodyOf(api).paths['/x']?.get?.responses['200']?.headers ?? {});
  expect(names.filter((name) => /^etag$/i.test(name))).toEqual(['etag']);
  expect(names.filter((name) => /^vary$/i.test(name))).toEqual(['Vary']);
  expect(integrationOf(api, '/x', 'get').responses.default?.responseParameters).toMatchObject({
    'method.response.header.Access-Control-Allow-Origin': "'https://a.com'",
    'method.response.header.Vary': "'Origin'",
  });
});

const declared: JsonObject = {
  parameters: [
    { name: 'petId', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'version', in: 'query', schema: { type: 'string' } },
    { name: 'folder', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'X-Acl', in: 'header', schema: { type: 'string' } },
    { name: 'Range', in: 'header', schema: { type: 'string' } },
  ],
};

test('parameters are mapped as one likes', () => {
  const requestParameters = {
    'integration.request.path.folder': 'method.request.querystring.folder',
    'integration.request.querystring.versionId': 'method.request.querystring.version',
    'integration.request.header.x-amz-acl': 'method.request.header.X-Acl',
    'integration.request.header.Content-Type': "'image/png'",
    'integration.request.header.x-amz-meta-caller': 'context.identity.caller',
    'integration.request.header.x-amz-meta-stage': 'stageVariables.stage',
    'integration.request.header.Cache-Control': 'method.request.header.Accept',
  };
  const options = { path: '{folder}/{petId}', requestParameters };
  expect(s3Integration('put /pets/{petId}', options, declared).requestParameters).toEqual({
    'integration.request.path.petId': 'method.request.path.petId',
    ...requestParameters,
  });
});

test('path parameters that are mapped have their names in API Gateway', () => {
  const requestParameters = { 'integration.request.header.x-amz-meta-id': 'method.request.path.id' };
  const renamed = { 'x-type-safe-api-path-variables': { petId: 'id' } };
  expect(s3Integration('put /pets/{petId}', { requestParameters }, renamed).requestParameters).toMatchObject({
    'integration.request.header.x-amz-meta-id': 'method.request.path.petId',
  });
});

test('the preflight request needs no authorizer', () => {
  const api = s3Api(
    'get /pets/{petId}',
    {},
    {},
    {
      corsOptions: { allowOrigins: ['https://a.com'] },
      defaultAuthorizer: Authorizers.iam(),
    },
  );
  expect(bodyOf(api).paths['/pets/{petId}']?.options).toMatchObject({ security: [] });
  const { responses: all } = integrationOf(api, '/pets/{petId}', 'get');
  for (const response of Object.values(all)) {
    expect(response.responseParameters).toMatchObject({
      'method.response.header.Access-Control-Allow-Origin': "'https://a.com'",
    });
  }
});

test('one role for all operations of an API', () => {
  const stack = new Stack(new App(), 'Stack');
  const integration = Integrations.s3({ bucket: new Bucket(stack, 'Bucket') });
  const setup = { integration };
  const integrations = { one: setup, two: setup };
  apiOf(gatewayDocument({ one: 'get /x', two: 'put /x' }), { integrations, cloudWatchRole: false }, stack);
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::IAM::Role', 1);
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: Match.objectLike({
      Statement: [Match.objectLike({ Principal: { Service: 'apigateway.amazonaws.com' } })],
    }),
  });
});

test.each<[string, string, S3Options, string]>([
  [
    'POST',
    'post /x',
    {},
    "operation 'op' (POST /x): S3 has no POST for objects; set 'method' to one of get, head, put, delete [at Stack/Api]",
  ],
  ['a method that S3 lacks', 'get /x', { method: 'patch' }, "S3 has no PATCH for objects; set 'method' to one of"],
  [
    'the bucket itself',
    'get /',
    {},
    "operation 'op' (GET /): the key is empty, which is the bucket itself; set 'path'",
  ],
  ['a brace', 'get /x', { path: 'a/{b' }, "the key 'a/{b' has a brace without its partner"],
  [
    'a misspelt variable',
    'get /pets/{petId}',
    { path: '{petid}' },
    "operation 'op' (GET /pets/{petId}): the key '{petid}' has '{petid}', which is no path parameter of the operation; did you mean 'petId'?",
  ],
  [
    'a variable without a parameter',
    'get /pets',
    { path: '{petId}' },
    "which is no path parameter of the operation; it has none, or map it in 'requestParameters'",
  ],
])('%s is an error', (_, route, options, message) => {
  expect(() => s3Api(route, options)).toThrow(message);
});

test.each<[string, string, string]>([
  [
    'integration.request.header.x-amz-acl',
    'method.request.header.X-Acll',
    "operation 'op' (PUT /pets/{petId}): 'requestParameters' maps 'integration.request.header.x-amz-acl' from the header parameter 'X-Acll', which the operation does not declare; did you mean 'X-Acl'? [at Stack/Api]",
  ],
  [
    'integration.request.querystring.versionId',
    'method.request.querystring.revision',
    "from the query parameter 'revision', which the operation does not declare; declare it in the model",
  ],
  [
    'integration.request.header.x-amz-meta-a',
    'method.request.path.id',
    "from the path parameter 'id', which the operation does not declare",
  ],
  [
    'integration.request.path.folder',
    'method.request.querystring.version',
    "the key needs the query parameter 'version', which requests may lack; make it required in the model",
  ],
  [
    'integration.request.path.other',
    'method.request.querystring.folder',
    "'requestParameters' has 'integration.request.path.other', but the key has no '{other}'; write '{other}' into 'path'",
  ],
  ['x-amz-acl', "'private'", "'requestParameters' has 'x-amz-acl', which is no parameter of a request to S3; write"],
  [
    'integration.request.header.x-amz-acl',
    'private',
    "'requestParameters' maps 'integration.request.header.x-amz-acl' from 'private', which API Gateway cannot read; write",
  ],
  ['integration.request.header.x-amz-acl', "'it's'", 'which API Gateway cannot read'],
  ['integration.request.header.Host', "'a'", 'a header that API Gateway sets by itself; remove it'],
])('%s from %s is an error', (target, source, message) => {
  const options = { path: '{folder}/{petId}', requestParameters: { [target]: source } };
  const mapped = { 'integration.request.path.folder': 'method.request.querystring.folder' };
  const requestParameters = { ...mapped, ...options.requestParameters };
  expect(() => s3Api('put /pets/{petId}', { ...options, requestParameters }, declared)).toThrow(message);
});
