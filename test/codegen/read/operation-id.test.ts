import fc from 'fast-check';
import { deriveIdentifier, toIdentifier } from '../../../src/codegen/read/operation-id';

test.each<[string, string | undefined]>([
  ['sayHello', 'sayHello'],
  ['SayHello', 'sayHello'],
  ['repos/list-for-org', 'reposListForOrg'],
  ['get_user', 'getUser'],
  ['getHTTPResponse', 'getHTTPResponse'],
  ['HTTPGet', 'httpGet'],
  ['API', 'api'],
  ['ID2', 'id2'],
  ['2fa', 'op2fa'],
  ["user's pets", 'usersPets'],
  ['class', 'class'],
  ['holeGröße', 'holeGröße'],
  ['商品を取得', '商品を取得'],
  ['e\u0301tat', 'état'],
  ['---', undefined],
  ['🎉', undefined],
  ['', undefined],
])('the operationId %p becomes %p', (given, want) => expect(toIdentifier(given)).toBe(want));

test.each<[string, string, string]>([
  ['get', '/users/{userId}', 'getUsersByUserId'],
  ['delete', '/users/{user-id}/posts', 'deleteUsersByUserIdPosts'],
  ['get', '/', 'getRoot'],
  ['put', '/files/{proxy+}', 'putFilesByProxy'],
  ['get', '/reports/{id}.csv', 'getReportsByIdCsv'],
])('%s %s without an operationId becomes %s', (method, path, want) => {
  expect(deriveIdentifier(method, path)).toBe(want);
});

const identifier = /^[\p{L}\p{Nl}][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}]*$/u;

test('what comes out is an identifier, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const found = toIdentifier(name);
      if (found === undefined) return;
      expect(found).toMatch(identifier);
      expect(() => new Function(`const ${found}_ = 1`)).not.toThrow();
      expect(toIdentifier(found)).toBe(found);
    }),
  );
});
