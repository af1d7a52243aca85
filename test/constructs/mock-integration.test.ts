import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack } from 'aws-cdk-lib/core';
import { render } from 'velocityjs';
import { Integrations, type MockIntegrationProps } from '../../src/constructs';
import { documentProblems } from './document-problems';
import { apiOf, bodyOf, gatewayDocument, integrationOf } from './support';

const document = gatewayDocument(
  { op: 'post /x' },
  { op: { requestBody: { content: { 'image/*': {}, 'text/csv': {} } } } },
);

/** The one response of a mock. */
function responseOf(props: MockIntegrationProps) {
  const api = apiOf(document, { integrations: { op: { integration: Integrations.mock(props) } } });
  const response = integrationOf(api, '/x', 'post').responses.default;
  if (response === undefined) throw new Error('there is no response');
  return response;
}

/** What a client gets. */
function bodyAfterVelocity(props: MockIntegrationProps): string {
  const [template = ''] = Object.values(responseOf(props).responseTemplates ?? {});
  return render(template, { util: { urlDecode: decodeURIComponent } });
}

test.each([
  '{"price": "$5 #1"}',
  '$context.requestId ${x} $!{y} $',
  '#set($a = 1) #if(true) #end # ## comment',
  '#* block *# #[[ raw ]]#',
  'C:\\dir \\$x \\\\#y \\n \\"',
  `"double" 'single' \`back\``,
  '\n  leading white space, and at the end \n',
  JSON.stringify({ text: '$\\#\n\t"\'', ünï: '😀' }),
  '# $ at the start',
])('the body survives: %j', (body) => {
  expect(bodyAfterVelocity({ statusCode: 200, body })).toBe(body);
});

test('the body may have names in it that only CloudFormation knows', () => {
  const stack = new Stack(new App(), 'Stack');
  const body = JSON.stringify({ bucket: new Bucket(stack, 'Bucket').bucketName, price: '$5' });
  const api = apiOf(
    document,
    { integrations: { op: { integration: Integrations.mock({ statusCode: 200, body }) } } },
    stack,
  );
  const { responseTemplates = {} } = integrationOf(api, '/x', 'post').responses.default ?? {};
  expect(responseTemplates['application/json']).toEqual({
    'Fn::Join': [
      '',
      [`#set($dollar = '$'){"bucket":"`, { Ref: expect.stringMatching(/^Bucket/) }, '","price":"${dollar}5"}'],
    ],
  });
});

test('every media type of a request is answered, and binary media types do no harm', () => {
  // WHEN
  const api = apiOf(document, {
    integrations: { op: { integration: Integrations.mock({ statusCode: 201, body: 'ok', mediaType: 'text/plain' }) } },
    binaryMediaTypes: ['*/*'],
  });
  // THEN
  const integration = integrationOf(api, '/x', 'post');
  expect(integration).toMatchObject({ type: 'MOCK', contentHandling: 'CONVERT_TO_TEXT', passthroughBehavior: 'NEVER' });
  expect(integration.requestTemplates).toMatchObject({
    'application/json': '{"statusCode":201}',
    'image/png': '{"statusCode":201}',
    'text/csv': '{"statusCode":201}',
  });
  expect(integration.responses.default).toEqual({
    statusCode: '201',
    contentHandling: 'CONVERT_TO_TEXT',
    responseParameters: { 'method.response.header.Content-Type': "'text/plain'" },
    responseTemplates: { 'text/plain': 'ok' },
  });
});

test('its status and headers are declared', () => {
  const integration = Integrations.mock({ statusCode: 418, headers: { 'X-Pot': 'tea' } });
  const operation = bodyOf(apiOf(document, { integrations: { op: { integration } } })).paths['/x']?.post;
  expect(operation?.responses).toEqual({
    200: { description: '200 response' },
    418: { description: '418 response', headers: { 'X-Pot': { schema: { type: 'string' } } } },
  });
});

test('a media type may have parameters', () => {
  expect(responseOf({ statusCode: 200, body: 'a', mediaType: 'text/plain; charset=utf-8' })).toMatchObject({
    responseParameters: { 'method.response.header.Content-Type': "'text/plain; charset=utf-8'" },
    responseTemplates: { 'text/plain': 'a' },
  });
});

test('the media type may be one of the headers', () => {
  const { responseParameters } = responseOf({ statusCode: 200, body: 'a', headers: { 'content-type': 'text/csv' } });
  expect(responseParameters).toEqual({ 'method.response.header.content-type': "'text/csv'" });
});

test('a status that the model does not have is declared', () => {
  const integration = Integrations.mock({ statusCode: 451, body: '{}' });
  const operation = bodyOf(apiOf(document, { integrations: { op: { integration } } })).paths['/x']?.post;
  expect(documentProblems(bodyOf(apiOf(document, { integrations: { op: { integration } } })))).toEqual([]);
  expect(Object.keys(operation?.responses ?? {})).toEqual(['200', '451']);
});

test('without a body there is no content type', () => {
  expect(responseOf({ statusCode: 204 })).toEqual({ statusCode: '204', contentHandling: 'CONVERT_TO_TEXT' });
});

test.each([20, 200.5, Number.NaN])('a status of %d is an error', (statusCode) => {
  expect(() => responseOf({ statusCode })).toThrow(
    `the status of the mock of operation 'op' must be an integer from 100 to 599, got ${statusCode} [at Stack/Api]`,
  );
});

test('a header that cannot be written is an error', () => {
  expect(() => responseOf({ statusCode: 200, headers: { 'X-A': "it's" } })).toThrow(
    "the header 'X-A' of the mock of operation 'op' has a single quote",
  );
});
