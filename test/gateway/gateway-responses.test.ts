import { type FaultType, faults, GatewayFault } from '../../src/gateway/gateway-fault';
import { replyToFault } from '../../src/gateway/gateway-responses';
import { headerOf } from '../../src/gateway/http/request';
import type { JsonObject } from '../../src/shared/json';
import { createExchange } from './support/exchange';

/** The statuses of the table at https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html. */
const statuses: Readonly<Record<Exclude<FaultType, 'DEFAULT_4XX' | 'DEFAULT_5XX'>, number>> = {
  ACCESS_DENIED: 403,
  API_CONFIGURATION_ERROR: 500,
  AUTHORIZER_CONFIGURATION_ERROR: 500,
  AUTHORIZER_FAILURE: 500,
  BAD_REQUEST_BODY: 400,
  BAD_REQUEST_PARAMETERS: 400,
  EXPIRED_TOKEN: 403,
  INTEGRATION_FAILURE: 504,
  INTEGRATION_TIMEOUT: 504,
  INVALID_API_KEY: 403,
  INVALID_SIGNATURE: 403,
  MISSING_AUTHENTICATION_TOKEN: 403,
  REQUEST_TOO_LARGE: 413,
  RESOURCE_NOT_FOUND: 404,
  UNAUTHORIZED: 401,
  UNSUPPORTED_MEDIA_TYPE: 415,
};
const types = Object.entries(statuses) as [FaultType, number][];

function reply(fault: GatewayFault, responses: JsonObject = {}, routed = true) {
  const exchange = createExchange({
    document: { 'x-amazon-apigateway-gateway-responses': responses },
    headers: [
      ['Origin', 'https://a.example'],
      ['Accept', '*/*'],
    ],
    query: [['page', '2']],
    stageVariables: { team: 'pets' },
  });
  const { api, request } = exchange;
  const { status, headers, body } = replyToFault(fault, routed ? exchange : { api, request });
  return { status, body: body.toString(), header: (name: string) => headerOf(headers, name) };
}

test.each(types)('%s is %i, with its message, in JSON', (type, status) => {
  const found = reply(new GatewayFault(type));
  expect(found.status).toBe(status);
  expect(JSON.parse(found.body)).toEqual({ message: faults[type].message });
  expect(found.header('x-amzn-errortype')).toBe(faults[type].error);
  expect(found.header('content-type')).toBe('application/json');
});

test.each(types)('%s falls back to the default of its class', (type, status) => {
  const fallback = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const parameters = { responseParameters: { 'gatewayresponse.header.X-Default': `'${fallback}'` } };
  const both = { DEFAULT_4XX: parameters, DEFAULT_5XX: parameters, [fallback]: { statusCode: 418, ...parameters } };
  const found = reply(new GatewayFault(type), both);
  expect([found.status, found.header('x-default')]).toEqual([418, fallback]);
  expect(reply(new GatewayFault(type), { ...both, [type]: { statusCode: 451 } }).status).toBe(451);
});

test('a status of the default class stays, unless a response says otherwise', () => {
  const fault = new GatewayFault('DEFAULT_5XX', undefined, { status: 502 });
  expect(reply(fault).status).toBe(502);
  expect(reply(fault, { DEFAULT_5XX: { statusCode: 503 } }).status).toBe(503);
});

const custom = {
  responseParameters: {
    'gatewayresponse.header.X-Static': "'a b'",
    'gatewayresponse.header.X-Origin': 'method.request.header.origin',
    'gatewayresponse.header.X-Page': 'method.request.querystring.page',
    'gatewayresponse.header.X-Pet': 'method.request.path.petId',
    'gatewayresponse.header.X-Request': 'context.requestId',
    'gatewayresponse.header.X-Resource': 'context.resourcePath',
    'gatewayresponse.header.X-Team': 'stageVariables.team',
    'gatewayresponse.header.X-None': 'method.request.header.none',
  },
  responseTemplates: {
    'application/json':
      '{"type":"$context.error.responseType","message":$context.error.messageString,"path":"$context.path","ip":"$context.identity.sourceIp","team":"$stageVariables.team","page":"$method.request.querystring.page","cost":"$5"}',
  },
};

test('headers and templates with what is known of the request', () => {
  const { header, body } = reply(new GatewayFault('ACCESS_DENIED', 'say "no"'), { ACCESS_DENIED: custom });
  const names = ['Static', 'Origin', 'Page', 'Pet', 'Request', 'Resource', 'Team', 'None'];
  expect(names.map((name) => header(`x-${name}`))).toEqual([
    'a b',
    'https://a.example',
    '2',
    '1',
    'request-1',
    '/pets/{petId}',
    'pets',
    undefined,
  ]);
  expect(JSON.parse(body)).toEqual({
    type: 'ACCESS_DENIED',
    message: 'say "no"',
    path: '/prod/pets/1',
    ip: '127.0.0.1',
    team: 'pets',
    page: '2',
    cost: '$5',
  });
});

test('a request without a route has all that does not depend on it', () => {
  const type = 'MISSING_AUTHENTICATION_TOKEN';
  const { header, body } = reply(new GatewayFault(type), { [type]: custom }, false);
  expect(['Static', 'Origin', 'Request', 'Team'].map((name) => header(`x-${name}`))).toEqual([
    'a b',
    'https://a.example',
    'request-1',
    'pets',
  ]);
  expect([header('x-pet'), header('x-resource')]).toEqual([undefined, undefined]);
  expect(JSON.parse(body)).toMatchObject({ path: '/prod/pets/1', ip: '127.0.0.1' });
});

test('the template is that of the media type that is accepted, else JSON', () => {
  const spec = { responseTemplates: { 'application/json': '{}', '*/*': 'any' } };
  expect(reply(new GatewayFault('UNAUTHORIZED'), { UNAUTHORIZED: spec }).body).toBe('any');
  const xml = { responseTemplates: { 'application/xml': '<error>$context.error.message</error>' } };
  const found = reply(new GatewayFault('UNAUTHORIZED'), { UNAUTHORIZED: xml });
  expect([found.header('content-type'), found.body]).toEqual(['application/xml', '<error>Unauthorized</error>']);
});
