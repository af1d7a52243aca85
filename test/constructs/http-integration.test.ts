import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { CfnParameter, Duration, Stack } from 'aws-cdk-lib/core';
import {
  ErrorIntegrationResponses,
  type HttpIntegrationProps,
  type HttpProxyIntegrationProps,
  IntegrationResponseSets,
  IntegrationResponses,
  Integrations,
  ResponseTransferMode,
} from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { documentProblems } from './document-problems';
import { apiOf, bodyOf, gatewayDocument, integrationOf } from './support';
import { apiWith, rendered } from './support-http';
import { answers, responses } from './support-s3';

const url = 'https://example.com/pets/{petId}';
const proxy = (props: Partial<HttpProxyIntegrationProps> = {}) => Integrations.httpProxy({ url, ...props });
const http = (props: Partial<HttpIntegrationProps> = {}) => Integrations.http({ url, ...props });
const path = { name: 'petId', in: 'path', required: true, schema: { type: 'string' } };

describe('a proxy', () => {
  test('passes the request on, with the variables of the path', () => {
    const api = apiWith(proxy());
    expect(integrationOf(api, '/pets/{petId}', 'get')).toEqual({
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: 'https://example.com/pets/{petId}',
      requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
      passthroughBehavior: 'WHEN_NO_MATCH',
    });
    expect(documentProblems(bodyOf(api))).toEqual([]);
  });

  test('variables are those of the model, even where API Gateway has another name', () => {
    const renamed = { 'x-type-safe-api-path-variables': { petId: 'id' } };
    expect(rendered(proxy({ url: 'https://example.com/{id}.json' }), undefined, renamed)).toMatchObject({
      uri: 'https://example.com/{petId}.json',
      requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
    });
  });

  test.each([
    ['get /files/{proxy+}', 'http://example.com:8080/{proxy}', 'http://example.com:8080/{proxy}'],
    ['get /files/{proxy+}', 'http://example.com/x/{proxy+}', 'http://example.com/x/{proxy}'],
    ['get /x', 'https://example.com', 'https://example.com'],
    ['get /x', 'https://example.com?version=1&a=b', 'https://example.com?version=1&a=b'],
    ['get /x', 'https://example.com/ü b%20c%', 'https://example.com/%C3%BC%20b%20c%25'],
    [
      'get /x',
      'https://${stageVariables.host}:8443/${stageVariables.base}/x',
      'https://${stageVariables.host}:8443/${stageVariables.base}/x',
    ],
  ])('%s is sent to %s', (route, to, uri) => {
    expect(rendered(proxy({ url: to }), route).uri).toBe(uri);
  });

  test('a URL may have tokens', () => {
    const stack = new Stack();
    const base = new CfnParameter(stack, 'Base').valueAsString;
    const document = gatewayDocument({ op: 'get /pets/{petId}', other: 'get /x' });
    const integrations = {
      op: { integration: proxy({ url: `${base}/{petId}` }) },
      other: { integration: proxy({ url: `https://${base}:8080/x` }) },
    };
    const api = apiOf(document, { integrations }, stack);
    const uris = [integrationOf(api, '/pets/{petId}', 'get').uri, integrationOf(api, '/x', 'get').uri];
    expect(uris).toEqual([
      { 'Fn::Join': ['', [{ Ref: 'Base' }, '/{petId}']] },
      { 'Fn::Join': ['', ['https://', { Ref: 'Base' }, ':8080/x']] },
    ]);
  });

  test('one integration does for all operations where their paths go after the URL', () => {
    const integration = proxy({ url: 'https://example.com/v1/', appendPath: true });
    const document = gatewayDocument({ one: 'get /pets/{petId}', two: 'put /files/{proxy+}', three: 'get /' });
    const setup = { integration };
    const api = apiOf(document, { integrations: { one: setup, two: setup, three: setup } });
    expect(integrationOf(api, '/pets/{petId}', 'get').uri).toBe('https://example.com/v1/pets/{petId}');
    expect(integrationOf(api, '/files/{proxy+}', 'put')).toMatchObject({
      httpMethod: 'PUT',
      uri: 'https://example.com/v1/files/{proxy}',
      requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
    });
    expect(integrationOf(api, '/', 'get').uri).toBe('https://example.com/v1/');
    expect(documentProblems(bodyOf(api))).toEqual([]);
  });

  test('method, timeout and TLS are as one likes', () => {
    const props = { method: 'post', timeout: Duration.millis(50), tlsConfig: { insecureSkipVerification: true } };
    expect(rendered(proxy(props))).toMatchObject({
      httpMethod: 'POST',
      timeoutInMillis: 50,
      tlsConfig: { insecureSkipVerification: true },
    });
  });

  test('a timeout that takes a higher quota is one warning', () => {
    const warnings = (timeout: Duration) =>
      Annotations.fromStack(Stack.of(apiWith(proxy({ timeout }))))
        .findWarning('/Stack/Api', Match.anyValue())
        .map(({ entry }) => String(entry.data))
        .filter((text) => /timeout|backend/.test(text));
    expect(warnings(Duration.seconds(30))).toEqual([
      expect.stringContaining("unless 'Maximum integration timeout in milliseconds' is raised in Service Quotas"),
    ]);
    expect(warnings(Duration.seconds(29))).toEqual([]);
  });

  test('parameters are mapped besides', () => {
    const requestParameters = {
      'integration.request.header.X-Forwarded-Host': 'context.domainName',
      'integration.request.querystring.pet': 'method.request.path.petId',
    };
    expect(rendered(proxy({ url: 'https://example.com', requestParameters })).requestParameters).toEqual(
      requestParameters,
    );
  });

  test('a response is streamed where the operation streams', () => {
    const streaming = (mediaType: string) => ({
      'x-type-safe-api-responses': { 200: { headers: [], mediaTypes: [mediaType] } },
    });
    const timeout = Duration.minutes(5);
    expect(rendered(proxy({ timeout }), undefined, streaming('text/event-stream'))).toMatchObject({
      responseTransferMode: 'STREAM',
      timeoutInMillis: 300_000,
    });
    expect(rendered(proxy(), undefined, streaming('application/json')).responseTransferMode).toBeUndefined();
    const responseTransferMode = ResponseTransferMode.STREAM;
    expect(rendered(proxy({ responseTransferMode })).responseTransferMode).toBe('STREAM');
  });

  test('cross-origin headers are for the server to send', () => {
    const integration = rendered(proxy(), undefined, {}, { corsOptions: { allowOrigins: ['*'] } });
    expect(integration.responses).toBeUndefined();
  });
});

test.each<[string, Partial<HttpProxyIntegrationProps>, string]>([
  [
    'a misspelt variable',
    { url: 'https://example.com/{petid}' },
    "operation 'op' (GET /pets/{petId}): the URL 'https://example.com/{petid}' has '{petid}', which is no path parameter of the operation; did you mean 'petId'? [at Stack/Api]",
  ],
  [
    'a variable that is left out',
    { url: 'https://example.com/pets' },
    "operation 'op' (GET /pets/{petId}): the URL 'https://example.com/pets' lacks '{petId}', so the backend would not know what is asked for; write '{petId}' into it, set 'appendPath', or map 'method.request.path.petId' in 'requestParameters' [at Stack/Api]",
  ],
  ['a brace', { url: 'https://example.com/{petId' }, 'which has a brace without its partner, or nothing in braces'],
  ['no URL', { url: 'example.com/{petId}' }, "is no URL of HTTP; write one such as 'https://example.com'"],
  ['another scheme', { url: 'ftp://example.com/{petId}' }, 'is no URL of HTTP'],
  [
    'a port',
    { url: 'https://example.com:81/{petId}' },
    "'url' has the port 81, which API Gateway cannot call; use 80, 443",
  ],
  ['a port after a token', { url: 'https://${stageVariables.a}:99/{petId}' }, 'has the port 99'],
  ['a server of the client', { url: 'https://{petId}.example.com' }, 'which lets clients choose the server'],
  ['one that looks like a token', { url: 'https://${petId}.example.com' }, 'which lets clients choose the server'],
  ['a query that looks like one', { url: 'https://example.com?pet=${petId}' }, "'url' has '{petId}' in its query"],
  ['a brace after a variable', { url: 'https://example.com/{petId}${x' }, 'has a brace without its partner'],
  ['credentials', { url: 'https://a:b@example.com/{petId}' }, "'url' has credentials, which do not belong there; map"],
  ['a fragment', { url: 'https://example.com/{petId}#a' }, "'url' has a fragment, which is never sent"],
  [
    'a variable in the query',
    { url: 'https://example.com?pet={petId}' },
    "'url' has '{petId}' in its query, where API Gateway fills in nothing; map 'integration.request.querystring.<name>'",
  ],
  [
    'a variable before the path of the operation',
    { url: 'https://example.com/{petId}', appendPath: true },
    "but has '{petId}', and with 'appendPath' the path of the operation goes after it",
  ],
  ['a query before it', { url: 'https://example.com?a=b', appendPath: true }, "but has a query, and with 'appendPath'"],
  ['a method', { method: 'fetch' }, "'method' is 'fetch', which is no method of HTTP; use one of get, head, post"],
  ['a misspelt method', { method: 'DELTE' }, "'method' is 'DELTE', which is no method of HTTP; did you mean 'delete'?"],
  ['no time', { timeout: Duration.millis(49) }, "'timeout' is 49 millis, but API Gateway waits from 50 milliseconds"],
  [
    'the host',
    { requestParameters: { 'integration.request.header.Host': "'a'" } },
    "'requestParameters' has 'integration.request.header.Host', a header that API Gateway sets by itself; remove it",
  ],
  [
    'an undeclared parameter',
    { requestParameters: { 'integration.request.header.A': 'method.request.header.B' } },
    "maps 'integration.request.header.A' from the header parameter 'B', which the operation does not declare; declare it",
  ],
  [
    'a variable that the URL lacks',
    { requestParameters: { 'integration.request.path.id': 'method.request.path.petId' } },
    "has 'integration.request.path.id', but the URL 'https://example.com/pets/{petId}' has no '{id}'; write '{id}' into 'url'",
  ],
])('%s is an error', (_, props, message) => {
  expect(() => apiWith(proxy(props))).toThrow(message);
});

const declared: JsonObject = {
  parameters: [
    path,
    { name: 'tags', in: 'query', schema: { type: 'array' } },
    { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
    { name: 'Host', in: 'header', schema: { type: 'string' } },
  ],
};

describe('with mappings', () => {
  test('declared parameters are passed under their own names', () => {
    const api = apiWith(http(), 'put /pets/{petId}', {
      ...declared,
      requestBody: { content: { 'application/json': {}, 'image/png': {} } },
    });
    expect(integrationOf(api, '/pets/{petId}', 'put')).toMatchObject({ type: 'HTTP', httpMethod: 'PUT', uri: url });
    expect(integrationOf(api, '/pets/{petId}', 'put').requestParameters).toEqual({
      'integration.request.path.petId': 'method.request.path.petId',
      'integration.request.querystring.tags': 'method.request.multivaluequerystring.tags',
      'integration.request.header.X-Trace': 'method.request.header.X-Trace',
      'integration.request.header.Content-Type': 'method.request.header.Content-Type',
    });
    expect(documentProblems(bodyOf(api))).toEqual([]);
  });

  test('what the client accepts is passed on where there is a choice', () => {
    const more = { 'x-type-safe-api-responses': { 200: { headers: [], mediaTypes: ['image/png'] } } };
    expect(rendered(http(), undefined, more).requestParameters).toMatchObject({
      'integration.request.header.Accept': 'method.request.header.Accept',
    });
    expect(rendered(http()).requestParameters).not.toHaveProperty('integration.request.header.Accept');
  });

  test('parameters that are mapped to others are not passed under their own names', () => {
    const requestParameters = {
      'integration.request.querystring.label': 'method.request.multivaluequerystring.tags',
      'integration.request.header.x-trace': "'none'",
    };
    expect(rendered(http({ requestParameters }), undefined, declared).requestParameters).toEqual({
      'integration.request.path.petId': 'method.request.path.petId',
      ...requestParameters,
    });
  });

  test('templates make the body, and other media types are refused where each has one', () => {
    const requestTemplates = { 'application/json': '{"pet": $input.body}' };
    const body = (...types: string[]) => ({
      requestBody: { content: Object.fromEntries(types.map((type) => [type, {}])) },
    });
    const of = (more: JsonObject) => rendered(http({ requestTemplates }), 'put /pets/{petId}', more);
    expect(of(body('application/json'))).toMatchObject({ requestTemplates, passthroughBehavior: 'NEVER' });
    expect(of(body('application/json', 'text/csv'))).toMatchObject({ passthroughBehavior: 'WHEN_NO_MATCH' });
    expect(of({})).toMatchObject({ requestTemplates, passthroughBehavior: 'WHEN_NO_MATCH' });
  });

  test('a template gets bytes as base64', () => {
    const requestTemplates = { 'image/png': '{"png": "$input.body"}' };
    const document = {
      ...gatewayDocument(
        { op: 'put /pets/{petId}' },
        { op: { requestBody: { content: { 'image/png': {}, 'image/gif': {} } } } },
      ),
      'x-amazon-apigateway-binary-media-types': ['image/png'],
    };
    const integrations = { op: { integration: http({ requestTemplates }) } };
    expect(integrationOf(apiOf(document, { integrations }), '/pets/{petId}', 'put')).toMatchObject({
      contentHandling: 'CONVERT_TO_TEXT',
    });
    expect(() => apiOf(document, { integrations, binaryMediaTypes: ['image/gif'] })).toThrow(
      "'requestTemplates' has a template for 'image/png', which is bytes to the API and so base64 to a template, but then 'image/gif' would be passed on as base64 too",
    );
  });

  test('a template for what requests never have is an error', () => {
    const requestTemplates = { 'application/jsn': '{}' };
    expect(() => apiWith(http({ requestTemplates }))).toThrow(
      "operation 'op' (GET /pets/{petId}): 'requestTemplates' has a template for 'application/jsn', which requests of the operation never have; did you mean 'application/json'?",
    );
  });
});

describe('responses', () => {
  const statuses = (...names: readonly (string | number)[]) => ({
    'x-type-safe-api-responses': Object.fromEntries(
      names.map((name) => [name, { headers: ['X-Page'], mediaTypes: ['application/json'] }]),
    ),
    responses: responses(...names.filter((name) => /^\d+$/.test(String(name)))),
  });
  const answered = (more: JsonObject, props: Partial<HttpIntegrationProps> = {}) => {
    const api = apiWith(http(props), undefined, more);
    expect(documentProblems(bodyOf(api))).toEqual([]);
    const all = answers(integrationOf(api, '/pets/{petId}', 'get'));
    return (status: number) => {
      const { statusCode, responseTemplates } = all.get(status) ?? {};
      return `${statusCode}${responseTemplates === undefined ? '' : ' made'}`;
    };
  };
  const asked = [200, 201, 204, 302, 400, 404, 418, 500, 502];

  test.each<[string, JsonObject, string]>([
    ['those that are declared', statuses(200, 404), '200 200 200 500 made,500 made,404 500 made,500 made,500 made'],
    ['several successes', statuses(201, 204), '201 201 204 500 made,500 made,500 made,500 made,500 made,500 made'],
    ['500 among them', statuses(200, 500), '200 200 200 500 500 500 500 500 500'],
    ['a class', statuses(200, '4XX'), '200 200 200 500 made,400 404 500 made,500 made,500 made'],
    ['all others', statuses(200, 'default'), '200 200 200 500 400 404 500 500 502'],
    ['nothing but others', statuses('default'), '200 201 204 500 400 404 500 500 502'],
    ['redirections', statuses(200, 302), '200 200 200 302 500 made,500 made,500 made,500 made,500 made'],
  ])('%s are passed on', (_, more, expected) => {
    const status = answered(more);
    expect(asked.map(status).join(' ').replaceAll('made ', 'made,')).toBe(expected);
  });

  test('with the headers that are declared for them', () => {
    const { responses: all } = rendered(http(), undefined, {
      responses: {
        200: { description: 'd', headers: { 'X-Page': {}, Vary: {} } },
        404: { description: 'd' },
      },
    });
    expect(all.default?.responseParameters).toEqual({
      'method.response.header.Content-Type': 'integration.response.header.Content-Type',
      'method.response.header.X-Page': 'integration.response.header.X-Page',
    });
    expect(Object.keys(all['404']?.responseParameters ?? {})).toEqual(['method.response.header.Content-Type']);
  });

  test('bytes stay bytes', () => {
    const mediaTypes = {
      200: { headers: [], mediaTypes: ['image/png'] },
      404: { headers: [], mediaTypes: ['text/plain'] },
    };
    const { responses: all } = rendered(
      http(),
      undefined,
      { 'x-type-safe-api-responses': mediaTypes, responses: responses(200, 404) },
      { binaryMediaTypes: ['image/*'] },
    );
    expect([all.default?.contentHandling, all['404']?.contentHandling]).toEqual([
      'CONVERT_TO_BINARY',
      'CONVERT_TO_TEXT',
    ]);
  });

  test('errors are answered as one says', () => {
    const custom = ErrorIntegrationResponses.custom({
      responses: {
        404: IntegrationResponses.fixed({ statusCode: 404, body: '{}' }),
        '5\\d{2}': IntegrationResponses.fixed({ statusCode: 502 }),
      },
    });
    const status = answered(statuses(200, 400, 404, 502), { errorIntegrationResponse: custom });
    expect([200, 400, 404, 403, 500, 502].map(status)).toEqual([
      ...['200', '400', '404 made', '500 made', '502 made', '502 made'],
    ]);
    const none = answered(statuses(200, 404), { errorIntegrationResponse: ErrorIntegrationResponses.none() });
    expect([200, 404, 500].map(none)).toEqual(['200', '404', '200']);
    const all = answered(statuses(200, 500), { errorIntegrationResponse: ErrorIntegrationResponses.catchAll() });
    expect([200, 404, 500].map(all)).toEqual(['200', '500 made', '500 made']);
  });

  test("all of them may be the user's", () => {
    const integrationResponseSet = IntegrationResponseSets.composite(
      IntegrationResponseSets.defaultPassthrough(),
      IntegrationResponseSets.catchAll(),
    );
    const status = answered(statuses(200, 404), { integrationResponseSet });
    expect([200, 404].map(status)).toEqual(['200', '500 made']);
    const errorIntegrationResponse = ErrorIntegrationResponses.none();
    expect(() => apiWith(http({ integrationResponseSet, errorIntegrationResponse }))).toThrow(
      "'integrationResponseSet' stands for all responses, so 'errorIntegrationResponse' has no effect",
    );
    expect(() => apiWith(http({ integrationResponseSet: IntegrationResponseSets.catchAll() }))).toThrow(
      "'integrationResponseSet' has no response for success",
    );
  });

  test('a status that the operation does not declare is an error', () => {
    const errorIntegrationResponse = ErrorIntegrationResponses.custom({
      responses: { 404: IntegrationResponses.fixed({ statusCode: 410 }) },
    });
    expect(() => apiWith(http({ errorIntegrationResponse }))).toThrow(
      "'statusCode' of the response for '404' is 410, a response that the operation does not declare; use one that it does, 200",
    );
  });

  test('cross-origin headers are added', () => {
    const { responses: all } = rendered(http(), undefined, {}, { corsOptions: { allowOrigins: ['https://a.com'] } });
    for (const { responseParameters } of Object.values(all)) {
      expect(responseParameters).toMatchObject({
        'method.response.header.Access-Control-Allow-Origin': "'https://a.com'",
      });
    }
  });
});
