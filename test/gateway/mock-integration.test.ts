import type { JsonObject } from '../../src/shared/json';
import { mockOperation, type RunningApp, startApp } from './support/local-app';

const both = { 'application/json': '{"json":true}', 'application/xml': '<xml/>' };
const statusFrom = { 'application/json': '{"statusCode": $input.params("status")}' };
const operations: Readonly<Record<string, JsonObject>> = {
  '/plain': mockOperation({
    responses: { '200': { statusCode: '200', responseTemplates: { 'application/json': '{"a":1}' } } },
  }),
  '/both': mockOperation({ responses: { default: { statusCode: '200', responseTemplates: both } } }),
  '/xml': mockOperation({
    responses: { default: { statusCode: '200', responseTemplates: { 'application/xml': '<only/>' } } },
  }),
  '/patterns': mockOperation({
    requestTemplates: statusFrom,
    responses: {
      default: { statusCode: '500' },
      '4\\d{2}': { statusCode: '404' },
      '2\\d{2}': {
        statusCode: '201',
        responseParameters: { 'method.response.header.X': "'v'", 'method.response.header.Id': 'context.resourcePath' },
      },
      '4|5\\d{2}': { statusCode: '503' },
    },
  }),
  '/no-default': mockOperation({ responses: { '201': { statusCode: '201' } } }),
  '/text-status': mockOperation({
    requestTemplates: { 'application/json': '{"statusCode": "200"}' },
    responses: { default: { statusCode: '200' } },
  }),
  '/bare-status': mockOperation({
    requestTemplates: { 'application/json': '{statusCode: 202}' },
    responses: { '202': { statusCode: '202' }, default: { statusCode: '500' } },
  }),
  '/no-template': mockOperation({ requestTemplates: {}, responses: { default: { statusCode: '204' } } }),
  '/override': mockOperation({
    responses: {
      default: {
        statusCode: '200',
        responseTemplates: {
          'application/json':
            '#set($context.responseOverride.status = 418)#set($context.responseOverride.header.X-Tea = "yes")teapot',
        },
      },
    },
  }),
  '/type': mockOperation({
    responses: {
      default: {
        statusCode: '200',
        responseParameters: { 'method.response.header.Content-Type': "'text/csv'" },
        responseTemplates: { 'application/json': 'a,b' },
      },
    },
  }),
  '/never': mockOperation({ passthroughBehavior: 'NEVER', responses: { default: { statusCode: '200' } } }),
  '/when-no-templates': mockOperation({
    passthroughBehavior: 'when_no_templates',
    responses: { default: { statusCode: '200' } },
  }),
  '/escaped': mockOperation({
    responses: {
      default: {
        statusCode: '200',
        responseTemplates: {
          'application/json': '#set($D=\'$\')#set($H=\'#\'){"price":"${D}5 ${H}1 ${H}${H}if ${D}{x} \\\\n"}',
        },
      },
    },
  }),
};
const cors = mockOperation({
  contentHandling: 'CONVERT_TO_TEXT',
  responses: {
    default: {
      statusCode: '204',
      responseParameters: {
        'method.response.header.Access-Control-Allow-Origin': "'*'",
        'method.response.header.Access-Control-Allow-Methods': "'GET,POST'",
      },
    },
  },
});
let app: RunningApp;

beforeAll(async () => {
  const paths = Object.entries(operations).map(([path, operation]) => [
    path,
    { post: operation, get: operation, options: cors },
  ]);
  app = await startApp({ document: { paths: Object.fromEntries(paths) } });
});
afterAll(() => app.close());

type Want = readonly [status: number, body: string, headers?: Readonly<Record<string, string>>];

const failure = '{"message":"Internal server error"}';

test.each<[what: string, request: string, headers: Record<string, string>, want: Want]>([
  ['the template of the status', 'GET /plain', {}, [200, '{"a":1}', { 'content-type': 'application/json' }]],
  [
    'the media type that Accept names',
    'GET /both',
    { Accept: 'application/xml' },
    [200, '<xml/>', { 'content-type': 'application/xml' }],
  ],
  ['only the first of Accept', 'GET /both', { Accept: 'text/html, application/xml' }, [200, '{"json":true}']],
  ['JSON for everything', 'GET /both', { Accept: '*/*' }, [200, '{"json":true}']],
  [
    'the only template whatever is accepted',
    'GET /xml',
    { Accept: 'application/json' },
    [200, '<only/>', { 'content-type': 'application/xml' }],
  ],
  ['a pattern', 'GET /patterns?status=200', {}, [201, '', { x: 'v', id: '/patterns' }]],
  ['the first pattern that matches', 'GET /patterns?status=404', {}, [404, '']],
  ['a pattern that is more than the status', 'GET /patterns?status=503', {}, [503, '']],
  ['the default', 'GET /patterns?status=302', {}, [500, '']],
  ['no response for the status', 'GET /no-default', {}, [500, failure]],
  ['a status that is text', 'GET /text-status', {}, [500, failure]],
  ['a status that is no number', 'GET /patterns?status=abc', {}, [500, failure]],
  ['a status under a bare name', 'GET /bare-status', {}, [202, '']],
  ['no request template at all', 'GET /no-template', {}, [204, '']],
  ['a status and a header that the template sets', 'GET /override', {}, [418, 'teapot', { 'x-tea': 'yes' }]],
  ['a Content-Type that is mapped', 'GET /type', {}, [200, 'a,b', { 'content-type': 'text/csv' }]],
  ['another media type, passed through', 'POST /plain', { 'Content-Type': 'text/plain' }, [500, failure]],
  [
    'another media type, never passed through',
    'POST /never',
    { 'Content-Type': 'text/plain' },
    [415, '{"message":"Unsupported Media Type"}'],
  ],
  [
    'another media type where there are templates',
    'POST /when-no-templates',
    { 'Content-Type': 'text/plain' },
    [415, '{"message":"Unsupported Media Type"}'],
  ],
  ['a charset, which does not count', 'POST /never', { 'Content-Type': 'Application/JSON; charset=utf-8' }, [200, '']],
  ['escaped dollars and hashes', 'GET /escaped', {}, [200, '{"price":"$5 #1 ##if ${x} \\\\n"}']],
  [
    'a CORS preflight',
    'OPTIONS /plain',
    { Origin: 'http://a', 'Access-Control-Request-Method': 'GET' },
    [204, '', { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET,POST' }],
  ],
])('%s', async (_, request, headers, [status, body, wanted = {}]) => {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(app.url + path, { method, headers });
  expect(await response.text()).toBe(body);
  expect(response.status).toBe(status);
  expect(Object.fromEntries(response.headers)).toMatchObject(wanted);
});

test.each([
  ['without conversion', {}, 500],
  ['converted to text', { contentHandling: 'CONVERT_TO_TEXT' }, 200],
])('a mock under */* as binary media type, %s', async (_, handling, status) => {
  const operation = mockOperation({ ...handling, responses: { default: { statusCode: '200' } } });
  const document = { 'x-amazon-apigateway-binary-media-types': ['*/*'], paths: { '/a': { get: operation } } };
  const binary = await startApp({ document });
  expect((await fetch(`${binary.url}/a`)).status).toBe(status);
  await binary.close();
});
