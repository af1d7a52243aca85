import { camelCase, kebabCase, NameScope, pascalCase } from '../../../src/codegen/emit/names';

test.each([
  ['sayHello', 'SayHello', 'sayHello', 'say-hello'],
  ['list-HTTPErrors_v2', 'ListHTTPErrorsV2', 'listHTTPErrorsV2', 'list-http-errors-v2'],
  ['my.company.thing', 'MyCompanyThing', 'myCompanyThing', 'my-company-thing'],
  ['größe', 'Größe', 'größe', 'größe'],
  ['__proto__', 'Proto', 'proto', 'proto'],
])('%s', (name, pascal, camel, kebab) => {
  expect([pascalCase(name), camelCase(name), kebabCase(name)]).toEqual([pascal, camel, kebab]);
});

test('a scope gives the first free candidate, then numbers', () => {
  const scope = new NameScope(new Set(['Response']));
  expect([
    scope.claim('Response', 'ResponseModel'),
    scope.claim('Response', 'ResponseModel'),
    scope.claim('Pet'),
  ]).toEqual(['ResponseModel', 'ResponseModel2', 'Pet']);
});
