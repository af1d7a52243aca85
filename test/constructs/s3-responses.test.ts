import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Stack } from 'aws-cdk-lib/core';
import {
  type ApiGatewayIntegrationResponse,
  ErrorIntegrationResponses,
  IntegrationResponseSets,
  IntegrationResponses,
} from '../../src/constructs';
import { Template } from '../../src/gateway/templates/template';
import { util } from '../../src/gateway/templates/util';
import type { JsonObject } from '../../src/shared/json';
import { bodyOf, integrationOf } from './support';
import { answers, responses, type S3Options, s3Api, s3Integration } from './support-s3';

const withErrors = { responses: responses(200, 400, 403, 404, 500) };

/** What a template of a response makes of a body. */
function bodyAfter(response: ApiGatewayIntegrationResponse | undefined, body: string): string {
  const [template = ''] = Object.values(response?.responseTemplates ?? {});
  return new Template(template).print({ input: { body }, util });
}

function custom(all: Record<string, ApiGatewayIntegrationResponse>): S3Options {
  return { errorIntegrationResponse: ErrorIntegrationResponses.custom({ responses: all }) };
}

const errors = Array.from({ length: 300 }, (_, index) => 300 + index).filter((status) => status !== 304);

test('success passes on what S3 says of the object', () => {
  const header = (name: string) => [`method.response.header.${name}`, `integration.response.header.${name}`];
  expect(s3Integration('get /x').responses.default).toEqual({
    statusCode: '200',
    responseParameters: Object.fromEntries(
      [
        'Content-Type',
        'Content-Disposition',
        'Content-Language',
        'Cache-Control',
        'Expires',
        'ETag',
        'Last-Modified',
      ].map(header),
    ),
  });
});

test('success passes on the headers that the operation declares, as they are written there', () => {
  const headers = Object.fromEntries(
    ['etag', 'X-Amz-Version-Id', 'Content-Length', 'X-Other'].map((name) => [name, { schema: { type: 'string' } }]),
  );
  const parameters = s3Integration('get /x', {}, { responses: { 200: { description: 'd', headers } } }).responses
    .default?.responseParameters;
  expect(parameters).toMatchObject({
    'method.response.header.etag': 'integration.response.header.ETag',
    'method.response.header.X-Amz-Version-Id': 'integration.response.header.x-amz-version-id',
    'method.response.header.X-Other': 'integration.response.header.X-Other',
  });
  expect(parameters).not.toHaveProperty(['method.response.header.ETag']);
  expect(parameters).not.toHaveProperty(['method.response.header.Content-Length']);
});

test.each<[readonly number[], number | undefined, string]>([
  [[200, 404], undefined, '200'],
  [[204, 404], undefined, '204'],
  [[201, 200], undefined, '200'],
  [[404], undefined, '200'],
  [[200, 202], 202, '202'],
])('of %j, with %s chosen, success is %s', (statuses, successResponseStatusCode, status) => {
  const integration = s3Integration('delete /x', { successResponseStatusCode }, { responses: responses(...statuses) });
  expect(integration.responses.default?.statusCode).toBe(status);
});

test.each<[string, number]>([
  ['default', 204],
  ['2XX', 202],
])('a status is declared by %s too', (declared, successResponseStatusCode) => {
  const more = { 'x-type-safe-api-responses': { [declared]: { mediaTypes: [] } } };
  const integration = s3Integration('put /x', { successResponseStatusCode }, more);
  expect(integration.responses.default?.statusCode).toBe(String(successResponseStatusCode));
});

test('what did not change is a 304', () => {
  const operation = bodyOf(s3Api('get /x')).paths['/x']?.get;
  expect(operation?.['x-amazon-apigateway-integration'].responses['304']).toMatchObject({
    statusCode: '304',
    responseParameters: { 'method.response.header.ETag': 'integration.response.header.ETag' },
  });
  expect(Object.keys(operation?.responses['304']?.headers ?? {})).toContain('ETag');
  expect(Object.keys(s3Integration('put /x').responses)).not.toContain('304');
});

test('a part of an object is a 206 where a range is passed on', () => {
  const parameters = [{ name: 'Range', in: 'header', schema: { type: 'string' } }];
  const requestParameters = { 'integration.request.header.Range': 'method.request.header.Range' };
  const media = { 'x-type-safe-api-responses': { 200: { mediaTypes: ['video/mp4'] } } };
  const more = { parameters, ...media };
  const integration = s3Integration('get /x', { requestParameters }, more, { binaryMediaTypes: ['video/mp4'] });
  expect(integration.responses['206']).toMatchObject({
    statusCode: '206',
    contentHandling: 'CONVERT_TO_BINARY',
    responseParameters: { 'method.response.header.Content-Range': 'integration.response.header.Content-Range' },
  });
  expect(Object.keys(s3Integration('get /x').responses)).not.toContain('206');
});

describe('errors', () => {
  test('are an empty 500 unless chosen otherwise', () => {
    const all = answers(s3Integration('get /x'));
    for (const status of errors) {
      const response = all.get(status);
      expect(response?.statusCode).toBe('500');
      expect(response?.responseParameters).toEqual({ 'method.response.header.Content-Type': "'text/plain'" });
      expect(response?.contentHandling).toBe('CONVERT_TO_TEXT');
      expect(bodyAfter(response, '<Error/>')).toBe('');
    }
    for (const status of [200, 204, 206]) expect(all.get(status)?.statusCode).toBe('200');
    expect(bodyOf(s3Api('get /x')).paths['/x']?.get?.responses['500']).toEqual({
      description: '500 response',
      headers: { 'Content-Type': { schema: { type: 'string' } } },
    });
  });

  test('are passed on like success', () => {
    const none = { errorIntegrationResponse: ErrorIntegrationResponses.none() };
    expect(Object.keys(s3Integration('put /x', none).responses)).toEqual(['default']);
    const created = { ...none, successResponseStatusCode: 201 };
    const all = answers(s3Integration('get /x', created, { responses: responses(200, 201) }));
    for (const status of [200, 404, 500]) {
      expect(all.get(status)?.statusCode).toBe('201');
      expect(all.get(status)?.responseParameters).toMatchObject({
        'method.response.header.Content-Type': 'integration.response.header.Content-Type',
      });
    }
  });

  test('have responses of their own, the others are a 500', () => {
    const all = answers(
      s3Integration('get /x', custom({ '404': { statusCode: '404' }, '40[03]': { statusCode: '400' } }), withErrors),
    );
    expect(all.get(404)).toEqual({
      statusCode: '404',
      responseParameters: { 'method.response.header.Content-Type': 'integration.response.header.Content-Type' },
    });
    expect(all.get(403)?.statusCode).toBe('400');
    for (const status of [301, 405, 503]) expect(bodyAfter(all.get(status), '<Error/>')).toBe('');
    for (const status of [301, 405, 503]) expect(all.get(status)?.statusCode).toBe('500');
    expect(all.get(200)?.statusCode).toBe('200');
  });

  test('that no pattern is for get the 500 that there is', () => {
    const failed = IntegrationResponses.fixed({ statusCode: 500, body: 'failed', mediaType: 'text/plain' });
    const all = answers(s3Integration('get /x', custom({ '404': { statusCode: '404' }, '503': failed }), withErrors));
    for (const status of [301, 403, 500, 503]) expect(all.get(status)).toEqual(failed);
    expect(all.get(404)?.statusCode).toBe('404');
    expect(all.get(304)?.statusCode).toBe('304');
  });

  test('with the same answer are one response', () => {
    const missing = { statusCode: '404' };
    const integration = s3Integration('get /x', custom({ '404': missing, '403': missing }), withErrors);
    expect(Object.keys(integration.responses)).toEqual(expect.arrayContaining(['40[34]']));
  });

  test('go to the narrowest pattern', () => {
    const all = answers(
      s3Integration('get /x', custom({ '4\\d{2}': { statusCode: '400' }, '404': { statusCode: '404' } }), withErrors),
    );
    expect([400, 403, 404, 499].map((status) => all.get(status)?.statusCode)).toEqual(['400', '400', '404', '400']);
  });

  test('have bodies and headers from templates and mappings', () => {
    const headers = { 'X-Id': { schema: { type: 'string' } } };
    const more = { responses: { 200: { description: 'd' }, 404: { description: 'd', headers } } };
    const response = {
      statusCode: '404',
      responseParameters: { 'method.response.header.X-Id': 'integration.response.header.x-amz-request-id' },
      responseTemplates: { 'application/problem+json': '{"title": "gone"}' },
    };
    expect(s3Integration('get /x', custom({ '404': response }), more).responses['404']).toEqual({
      ...response,
      contentHandling: 'CONVERT_TO_TEXT',
      responseParameters: {
        ...response.responseParameters,
        'method.response.header.Content-Type': "'application/problem+json'",
      },
    });
  });

  test('have bodies that are always the same, whatever characters are in them', () => {
    const body = '{"price": "$5 #1"}';
    const all = custom({ '404': IntegrationResponses.fixed({ statusCode: 404, body }) });
    const response = s3Integration('get /x', all, withErrors).responses['404'];
    expect(bodyAfter(response, '<Error/>')).toBe(body);
    expect(response?.responseParameters).toEqual({ 'method.response.header.Content-Type': "'application/json'" });
  });

  test('may have no bodies', () => {
    const gone = custom({ '404': IntegrationResponses.fixed({ statusCode: 404, headers: { 'X-Id': '1' } }) });
    const headers = { 'X-Id': { schema: { type: 'string' } } };
    const more = { responses: { 200: { description: 'd' }, 404: { description: 'd', headers } } };
    const response = s3Integration('get /x', gone, more).responses['404'];
    expect(bodyAfter(response, '<Error/>')).toBe('');
    expect(response?.responseParameters).toEqual({
      'method.response.header.Content-Type': "'text/plain'",
      'method.response.header.X-Id': "'1'",
    });
  });

  test('can become JSON', () => {
    const json = { errorIntegrationResponse: IntegrationResponseSets.s3JsonErrorMessage() };
    const all = answers(s3Integration('get /x', json));
    const status = (each: number) => all.get(each)?.statusCode;
    expect([400, 403, 404, 412, 301, 500, 503].map(status)).toEqual(['400', '403', '404', '400', '500', '500', '500']);
    const xml = '<Error><Code>NoSuchKey</Code><Message>It\'s not "there".</Message></Error>';
    expect(JSON.parse(bodyAfter(all.get(404), xml))).toEqual({ message: 'It\'s not "there".' });
    expect(JSON.parse(bodyAfter(all.get(404), ''))).toEqual({ message: '' });
  });
});

describe('a set for all responses', () => {
  test('takes the place of the defaults', () => {
    const set = IntegrationResponseSets.composite(
      IntegrationResponseSets.defaultPassthrough({ statusCode: 200 }),
      IntegrationResponseSets.s3JsonErrorMessage(),
      IntegrationResponseSets.custom({ responses: { '404': { statusCode: '400' } } }),
    );
    expect(() => s3Integration('get /x', { integrationResponseSet: set }, withErrors)).toThrow(
      "the responses for '404' and '4\\d{2}' differ but both have the status 400",
    );
    const other = IntegrationResponseSets.composite(
      IntegrationResponseSets.defaultPassthrough(),
      IntegrationResponseSets.catchAll(),
      IntegrationResponseSets.custom({ responses: { '404': { statusCode: '404' } } }),
    );
    const all = answers(s3Integration('get /x', { integrationResponseSet: other }, withErrors));
    expect([200, 404, 403].map((status) => all.get(status)?.statusCode)).toEqual(['200', '404', '500']);
  });

  test('may choose what a 304 is answered with', () => {
    const set = IntegrationResponseSets.custom({
      responses: { default: { statusCode: '200' }, '3\\d{2}': { statusCode: '304' } },
    });
    const more = { responses: responses(200, 304) };
    const integration = s3Integration('get /x', { integrationResponseSet: set }, more);
    expect(Object.keys(integration.responses).sort()).toEqual(['3\\d{2}', 'default']);
  });
});

describe('bytes', () => {
  const image = { 'x-type-safe-api-responses': { 200: { mediaTypes: ['image/png'] } } };
  const binaryMediaTypes = ['image/*'];

  test('arrive as bytes, whatever a request accepts', () => {
    const api = s3Api('get /x', {}, image, { binaryMediaTypes });
    expect(integrationOf(api, '/x', 'get').responses.default?.contentHandling).toBe('CONVERT_TO_BINARY');
    expect(bodyOf(api)['x-amazon-apigateway-binary-media-types']).toEqual([
      'image/*',
      'application/octet-stream',
      'binary/octet-stream',
    ]);
  });

  test.each<[string, JsonObject, readonly string[], string | undefined]>([
    ['text stays text', {}, ['image/png'], 'CONVERT_TO_TEXT'],
    ['text is bytes where all is', {}, ['*/*'], 'CONVERT_TO_BINARY'],
    [
      'what may be both is left alone',
      { 'x-type-safe-api-responses': { 200: { mediaTypes: ['image/png', 'text/csv'] } } },
      ['image/png'],
      undefined,
    ],
    ['without bytes in the API there is nothing to convert', image, [], undefined],
    ['without a body there is nothing to convert', { responses: responses(204) }, ['image/png'], undefined],
  ])('%s', (_, more, types, contentHandling) => {
    const integration = s3Integration('get /x', {}, more, { binaryMediaTypes: [...types] });
    expect(integration.responses.default?.contentHandling).toBe(contentHandling);
  });

  test('do not break the JSON of errors', () => {
    const json = { errorIntegrationResponse: IntegrationResponseSets.s3JsonErrorMessage() };
    const response = s3Integration('get /x', json, {}, { binaryMediaTypes: ['*/*'] }).responses['404'];
    const xml = Buffer.from('<Error><Message>gone</Message></Error>').toString('base64');
    expect(bodyAfter(response, xml)).toBe('{"message": "gone"}');
  });

  test('do not go with errors that are passed on, of which a warning says so', () => {
    const none = { errorIntegrationResponse: ErrorIntegrationResponses.none() };
    const warning = Match.stringLikeRegexp("operation 'op' answers with bytes and passes errors of S3 on like success");
    const stackOf = (types: string[]) => Stack.of(s3Api('get /x', none, image, { binaryMediaTypes: types }));
    Annotations.fromStack(stackOf(['image/png'])).hasWarning('*', warning);
    Annotations.fromStack(stackOf(['image/png', 'application/xml'])).hasNoWarning('*', warning);
    Annotations.fromStack(Stack.of(s3Api('get /x', {}, image, { binaryMediaTypes }))).hasNoWarning('*', warning);
  });

  test('pass an error on as XML', () => {
    const more = { ...image, responses: responses(200, 404) };
    const all = custom({ '404': { statusCode: '404' } });
    const handling = (types: string[]) =>
      s3Integration('get /x', all, more, { binaryMediaTypes: types }).responses['404']?.contentHandling;
    expect(handling(['image/png'])).toBe('CONVERT_TO_TEXT');
    expect(handling(['*/*'])).toBe('CONVERT_TO_BINARY');
  });
});

const at = "operation 'op' (GET /x): ";

test.each<[string, S3Options, string]>([
  [
    'a status that is not declared',
    { successResponseStatusCode: 204 },
    `${at}'successResponseStatusCode' is 204, a response that the operation does not declare; use one that it does, 200, 404, or declare it in the model [at Stack/Api]`,
  ],
  [
    'no status',
    { successResponseStatusCode: 20 },
    "'successResponseStatusCode' is '20', which is no status; use a number",
  ],
  [
    'no status of success',
    { successResponseStatusCode: 404 },
    'is 404, which is no status of success; use one from 200 to 299',
  ],
  [
    'a status of an error that is not declared',
    custom({ '404': { statusCode: '410' } }),
    `${at}'statusCode' of the response for '404' is 410, a response that the operation does not declare; use one that it does, 200, 404`,
  ],
  ['a text for a status', custom({ '404': { statusCode: 'Gone' } }), "is 'Gone', which is no status"],
  [
    'a header that is not declared',
    custom({ '404': { statusCode: '404', responseParameters: { 'method.response.header.X-Cod': "'a'" } } }),
    `${at}the response for '404' maps the header 'X-Cod', which the operation does not declare for 404; did you mean 'X-Code'? [at Stack/Api]`,
  ],
  [
    'a header in another form',
    custom({ '404': { statusCode: '404', responseParameters: { 'X-Code': "'a'" } } }),
    "the response for '404' has the parameter 'X-Code'; write 'method.response.header.<name>'",
  ],
  [
    'a header from nowhere',
    custom({ '404': { statusCode: '404', responseParameters: { 'method.response.header.X-Code': 'a' } } }),
    "maps 'method.response.header.X-Code' from 'a', which API Gateway cannot read",
  ],
  [
    'a header that cannot be written',
    custom({ '404': IntegrationResponses.fixed({ statusCode: 404, headers: { 'X-Code': "it's" } }) }),
    "maps 'method.response.header.X-Code' from ''it's'', which API Gateway cannot read",
  ],
  [
    'no regular expression',
    custom({ '4(': { statusCode: '404' } }),
    "'4(' is no regular expression; use one such as '404'",
  ],
  ['a pattern for nothing', custom({ '4': { statusCode: '404' } }), "'4' matches no status from 100 to 599"],
  [
    'patterns that overlap',
    custom({ '40[34]': { statusCode: '404' }, '40[45]': { statusCode: '404' } }),
    "'40[34]' and '40[45]' both match 404, and neither is the narrower pattern",
  ],
  [
    'a response for success',
    custom({ '\\d{3}': { statusCode: '404' } }),
    "'errorIntegrationResponse' has a response for '\\d{3}', which success matches too; use a pattern for errors",
  ],
  [
    'responses that API Gateway cannot tell apart',
    custom({ '404': { statusCode: '200' } }),
    "the responses for '404' and 'default' differ but both have the status 200, and API Gateway has one response for each",
  ],
  [
    'two settings for errors',
    {
      integrationResponseSet: IntegrationResponseSets.defaultPassthrough(),
      errorIntegrationResponse: ErrorIntegrationResponses.none(),
    },
    `${at}'integrationResponseSet' stands for all responses, so 'errorIntegrationResponse' has no effect; remove one of them`,
  ],
  [
    'two settings for success',
    { integrationResponseSet: IntegrationResponseSets.defaultPassthrough(), successResponseStatusCode: 200 },
    "so 'successResponseStatusCode' has no effect",
  ],
  [
    'a set without success',
    { integrationResponseSet: IntegrationResponseSets.catchAll() },
    "'integrationResponseSet' has no response for success; put IntegrationResponseSets.defaultPassthrough() before it",
  ],
  [
    'a set with a status that is not declared',
    { integrationResponseSet: IntegrationResponseSets.defaultPassthrough({ statusCode: 201 }) },
    "'statusCode' of defaultPassthrough() is 201, a response that the operation does not declare",
  ],
])('%s is an error', (_, options, message) => {
  const headers = { 'X-Code': { schema: { type: 'string' } } };
  const more = { responses: { 200: { description: 'd' }, 404: { description: 'd', headers } } };
  expect(() => s3Api('get /x', options, more)).toThrow(message);
});
