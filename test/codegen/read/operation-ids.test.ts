import { read } from '../../support/model-files';

const responses = { '204': { description: 'OK' } };

/** The names of operations by method and path, for operations by method and path with their ids. */
function namesOf(operations: readonly (readonly [route: string, operationId?: string])[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const [route, operationId] of operations) {
    const [method = '', path = ''] = route.split(' ');
    paths[path] = { ...paths[path], [method]: { responses, ...(operationId === undefined ? {} : { operationId }) } };
  }
  const { service } = read({ openapi: '3.1.0', info: { title: 'A', version: '1' }, paths });
  return Object.fromEntries(service.operations.map(({ id, method, path }) => [`${method} ${path}`, id]));
}

test('ids that differ in case are two names, whatever their order', () => {
  const one = ['get /apps', 'getOAuth2App'] as const;
  const other = ['get /apps/{id}', 'getOauth2App'] as const;
  const want = { 'get /apps': 'getOAuth2App', 'get /apps/{id}': 'getAppsById' };
  expect(namesOf([one, other])).toEqual(want);
  expect(namesOf([other, one])).toEqual(want);
});

test('a name that is given goes before one that is derived', () => {
  expect(namesOf([['get /users'], ['get /people', 'get-users']])).toEqual({
    'get /users': 'getUsers2',
    'get /people': 'getUsers',
  });
});

test('an id that is a name already keeps it when others come that are made into it', () => {
  const before = { 'get /a': 'list', 'get /b': 'show' };
  expect(
    namesOf([
      ['get /a', 'list'],
      ['get /b', 'show'],
    ]),
  ).toEqual(before);
  const more = [
    ['get /c', 'List'],
    ['get /d', 'SHOW'],
  ] as const;
  expect(namesOf([...more, ['get /a', 'list'], ['get /b', 'show']])).toEqual({
    ...before,
    'get /c': 'getC',
    'get /d': 'getD',
  });
});

test('a name of method and path that is taken gets a number', () => {
  expect(namesOf([['get /a-b'], ['get /a/b'], ['get /a_b', 'getAB2']])).toEqual({
    'get /a-b': 'getAB',
    'get /a_b': 'getAB2',
    'get /a/b': 'getAB3',
  });
});

test('paths that differ in nothing but case are two operations, by the order of their texts', () => {
  const want = { 'get /Pets': 'getPets', 'get /pets': 'getPets2' };
  expect(namesOf([['get /Pets'], ['get /pets']])).toEqual(want);
  expect(namesOf([['get /pets'], ['get /Pets']])).toEqual(want);
});
