import { mockName, nameOperations, snakeCase } from '../../../../src/codegen/languages/python/names';
import type { Operation, Service } from '../../../../src/codegen/model/service';
import { read } from '../../../support/model-files';

const { toSnakeCase } = require(
  require.resolve('codemaker', { paths: [require.resolve('jsii-pacmak/package.json')] }),
) as { readonly toSnakeCase: (name: string) => string };

test.each([
  ['sayHello', 'say_hello'],
  ['getX2Y', 'get_x2_y'],
  ['getHTTPStatus2', 'get_http_status2'],
  ['getHTTP', 'get_http'],
  ['a', 'a'],
  ['X', 'x'],
  ['op2fa', 'op2fa'],
  ['allowAllIpv6Outbound', 'allow_all_ipv6_outbound'],
  ['sizeInMiB', 'size_in_mib'],
  ['holeGröße', 'hole_größe'],
  ['straßeÄndern', 'straße_ändern'],
  ['商品を取得', '商品を取得'],
])('%s is %s, as in the bindings of jsii', (name, want) => {
  expect(snakeCase(name)).toBe(want);
  expect(toSnakeCase(name)).toBe(want);
});

test.each([
  ['sayHello', 'say_hello', 'say_hello_200'],
  ['class', 'class_', 'class_200'],
  ['None', 'none', 'none_200'],
  ['self', 'self_', 'self_200'],
  ['match', 'match', 'match_200'],
  ['1st-try', 'op1st_try', 'op1st_try_200'],
  ['ﬁnd', 'find', 'find_200'],
])('the operation %s is %s and its mock is %s', (id, member, mock) => {
  const names = nameOperations(serviceOf(id)).values().next().value;
  expect(names?.member).toBe(member);
  expect(names && mockName(names, 200)).toBe(mock);
});

test('mocks of ranges and of all other responses have names too', () => {
  const names = { member: 'class_', stem: 'class' };
  expect([mockName(names, '4XX'), mockName(names, 'default')]).toEqual(['class_4xx', 'class_default']);
});

test('names that are one in Python are told apart, always in the same way', () => {
  // No reader makes ids with underscores, nor of letters that names cannot have, such as the vertical tilde.
  const operations = ['getPet', 'get_Pet', '\u2e2f'].map((id) => ({ id }) as Operation);
  const names = nameOperations({ operations: operations as readonly Operation[] } as Service);
  expect([...names.values()].map(({ member }) => member)).toEqual(['get_pet', 'get_pet2', 'operation']);
});

function serviceOf(operationId: string): Service {
  const get = { operationId, responses: { '200': { description: 'OK' } } };
  return read({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/': { get } } }).service;
}
