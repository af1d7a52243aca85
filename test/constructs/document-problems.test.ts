import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack } from 'aws-cdk-lib/core';
import { ErrorIntegrationResponses, IntegrationResponseSets, Integrations } from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { derive } from '../openapi/gateway/derive';
import { documentProblems } from './document-problems';
import { apiOf, type BodyDocument, type BodyOperation, bodyOf } from './support';

const petId = { name: 'petId', in: 'path', required: true, schema: { type: 'string' } };
const header = (name: string) => ({ [name]: { schema: { type: 'string' } } });
const json = { 'application/json': { schema: { type: 'object' } } };
const model: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets/{petId}': {
      parameters: [petId],
      get: {
        operationId: 'getPet',
        parameters: [
          { name: 'Range', in: 'header', schema: { type: 'string' } },
          { name: 'version', in: 'query', schema: { type: 'string' } },
        ],
        responses: {
          200: { description: 'd', content: json, headers: { ...header('etag'), ...header('x-amz-version-id') } },
          '4XX': { description: 'd', content: json, headers: header('X-Code') },
          default: { description: 'd', content: json },
        },
      },
      put: {
        operationId: 'putPet',
        requestBody: { content: { 'image/png': {} } },
        responses: { 204: { description: 'd' } },
      },
      head: { operationId: 'headPet', responses: { 200: { description: 'd' } } },
      delete: { operationId: 'deletePet', responses: { 204: { description: 'd' } } },
    },
    '/pets/{id}/photos/{proxy+}': {
      parameters: [
        { ...petId, name: 'id' },
        { ...petId, name: 'proxy' },
      ],
      get: { operationId: 'getPhoto', responses: { 200: { description: 'd', content: { 'image/*': {} } } } },
    },
  },
};

function documentWith(corsOrigins: string[]): BodyDocument {
  const stack = new Stack(new App(), 'Stack');
  const bucket = new Bucket(stack, 'Bucket');
  const own = { statusCode: '404', responseParameters: { 'method.response.header.X-Code': "'gone'" } };
  const getPet = Integrations.s3({
    bucket,
    requestParameters: {
      'integration.request.header.Range': 'method.request.header.Range',
      'integration.request.querystring.versionId': 'method.request.querystring.version',
    },
    errorIntegrationResponse: ErrorIntegrationResponses.custom({ responses: { '404': own, '403': own } }),
  });
  const integrationResponseSet = IntegrationResponseSets.composite(
    IntegrationResponseSets.defaultPassthrough(),
    IntegrationResponseSets.s3JsonErrorMessage(),
  );
  const api = apiOf(
    derive(model).document,
    {
      corsOptions: { allowOrigins: corsOrigins },
      integrations: {
        getPet: { integration: getPet },
        putPet: { integration: Integrations.s3({ bucket, integrationResponseSet }) },
        headPet: { integration: Integrations.s3({ bucket, path: 'meta/{petId}.json' }) },
        deletePet: {
          integration: Integrations.s3({ bucket, errorIntegrationResponse: ErrorIntegrationResponses.none() }),
        },
        getPhoto: { integration: Integrations.s3({ bucket, path: 'photos/{id}/{proxy+}' }) },
      },
    },
    stack,
  );
  return bodyOf(api);
}

test.each([[['*']], [['https://a.com', 'https://b.com']]])(
  'what is synthesized for S3 can be imported (%j)',
  (origins) => {
    expect(documentProblems(documentWith(origins))).toEqual([]);
  },
);

test('what cannot be imported is found', () => {
  const document = documentWith(['*']);
  const { get } = document.paths['/pets/{petId}'] ?? {};
  const integration = get?.['x-amazon-apigateway-integration'];
  if (get === undefined || integration === undefined) throw new Error('there is no operation');
  const broken: BodyOperation = {
    ...get,
    parameters: [],
    responses: { 200: {} },
    'x-amazon-apigateway-integration': { ...integration, uri: integration.uri, requestParameters: {} },
  };
  const found = documentProblems({ ...document, paths: { '/pets/{petId}': { get: broken } } });
  expect(found).toContain('get /pets/{petId}: the variable petId is not declared');
  expect(found).toContain('get /pets/{petId}: the variable petId of the URI has no value');
  expect(found).toContain('get /pets/{petId}: the status 304 is not declared');
  expect(found).toContain('get /pets/{petId}: the header Content-Type of 200 is not declared');
});
