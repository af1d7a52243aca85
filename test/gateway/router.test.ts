import type { Route } from '../../src/gateway/document/route';
import { createRouter } from '../../src/gateway/http/router';

const route = (key: string): Route => {
  const [method = '', path = ''] = key.split(' ');
  return {
    method,
    path,
    integration: {
      type: 'mock',
      uri: '',
      isPrivate: false,
      acceptsAnyAuthority: false,
      httpMethod: '',
      passthroughBehavior: 'never',
      timeoutMilliseconds: 0,
      requestParameters: new Map(),
      requestTemplates: new Map(),
      responses: [],
    },
    validator: { body: false, parameters: false },
    required: [],
    models: new Map(),
    apiKeyRequired: false,
  };
};

const routes = [
  'GET /',
  'GET /pets',
  'GET /pets/{petId}',
  'ANY /pets/{petId}/toys',
  'PUT /pets/{petId}/toys',
  'GET /pets/mine',
  'GET /files/{proxy+}',
  'GET /files/index',
  'GET /a:b/{x}',
];
const router = createRouter(routes.map(route));

test.each<[request: string, want: string | undefined, parameters?: Record<string, string>]>([
  ['GET /', 'GET /'],
  ['GET /pets', 'GET /pets'],
  ['GET /pets/', 'GET /pets'],
  ['GET //pets', 'GET /pets'],
  ['GET /pets/1', 'GET /pets/{petId}', { petId: '1' }],
  ['GET /pets/mine', 'GET /pets/mine'],
  ['GET /pets/a%2Fb', 'GET /pets/{petId}', { petId: 'a%2Fb' }],
  ['GET /pets/mine/toys', 'ANY /pets/{petId}/toys', { petId: 'mine' }],
  ['PUT /pets/1/toys', 'PUT /pets/{petId}/toys', { petId: '1' }],
  ['GET /files/a/b%20c', 'GET /files/{proxy+}', { proxy: 'a/b%20c' }],
  ['GET /files/index', 'GET /files/index'],
  ['GET /files/index/x', 'GET /files/{proxy+}', { proxy: 'index/x' }],
  ['GET /files', undefined],
  ['GET /a%3Ab/1', 'GET /a:b/{x}', { x: '1' }],
  ['POST /pets', undefined],
  ['GET /nothing', undefined],
])('%s is routed to %s', (request, want, parameters = {}) => {
  const [method = '', path = ''] = request.split(' ');
  const match = router(method, path);
  expect(match === undefined ? undefined : `${match.route.method} ${match.route.path}`).toBe(want);
  if (match !== undefined) expect(Object.fromEntries(match.pathParameters)).toEqual(parameters);
});
