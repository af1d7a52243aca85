import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIdentities } from '../../src/gateway/identities/read-identities';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'identities-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (content: unknown) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(path.join(root, 'identities.json'), text);
  return readIdentities(root);
};
const allow = { Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }] };

test('nobody is declared where there is no file', () => {
  expect(readIdentities(root)).toEqual({ cognito: new Map() });
});

test('everything that can be declared', () => {
  const identities = read({
    $schema: 'x',
    iam: {
      ada: {
        accessKeyId: 'AKIAADA',
        secretAccessKey: 's',
        sessionToken: 't',
        expires: '2030-01-01T00:00:00Z',
        arn: 'arn:aws:iam::123456789012:user/ada',
        role: 'Client',
        policies: [allow],
      },
    },
    cognito: { bob: { userPool: 'Users', claims: { email: 'b@example.com' }, scopes: ['pets/read'] }, eve: {} },
    apiKeys: { partner: { value: 'k', enabled: false } },
  });
  expect(identities.iam?.get('AKIAADA')).toMatchObject({
    name: 'ada',
    secretAccessKey: 's',
    expires: Date.UTC(2030, 0, 1),
    role: 'Client',
    statements: [{ effect: 'allow', resources: { patterns: ['*'] } }],
  });
  expect(identities.cognito.get('bob')).toEqual({
    name: 'bob',
    userPool: 'Users',
    claims: { email: 'b@example.com' },
    scopes: ['pets/read'],
  });
  expect(identities.cognito.get('eve')).toEqual({ name: 'eve', claims: {}, scopes: [] });
  expect(identities.apiKeys).toEqual([{ name: 'partner', value: 'k', enabled: false }]);
});

test('a section that is there counts, even when it is empty', () => {
  expect(read({ iam: {}, apiKeys: {} })).toMatchObject({ iam: new Map(), apiKeys: [] });
});

const ada = { accessKeyId: 'A', policies: [allow] };

test.each<[what: string, content: unknown, problem: string]>([
  ['no JSON', '{', 'identities.json: is no JSON: '],
  ['no object', [], 'identities.json: must be an object, but is a list'],
  ['a section that is not known', { user: {} }, "identities.json#/user: is not known; there is '$schema', 'iam', "],
  ['a section that is a list', { iam: [] }, 'identities.json#/iam: must be an object, but is a list'],
  ['an identity that is none', { iam: { ada: 1 } }, 'identities.json#/iam/ada: must be an object, but is 1'],
  ['no access key', { iam: { ada: { policies: [] } } }, "identities.json#/iam/ada: 'accessKeyId' is missing"],
  [
    'nothing about what it may do',
    { iam: { ada: { accessKeyId: 'A' } } },
    "identities.json#/iam/ada: says neither by 'policies' nor by 'role' what the identity may do",
  ],
  [
    'an access key with a slash',
    { iam: { a: { ...ada, accessKeyId: 'A/B' } } },
    '#/iam/a/accessKeyId: must consist of',
  ],
  ['the same access key', { iam: { a: ada, b: ada } }, "#/iam/b/accessKeyId: is also that of 'a'; each needs its own"],
  ['an ARN that is none', { iam: { 'a/b': { ...ada, arn: 'ada' } } }, '#/iam/a~1b/arn: must be the ARN of a user'],
  ['a date that is none', { iam: { a: { ...ada, expires: 'soon' } } }, '#/iam/a/expires: must be a date such as'],
  [
    'a policy that is none',
    { iam: { a: { ...ada, policies: [{}] } } },
    '#/iam/a/policies/0: must be a policy document',
  ],
  [
    'a statement without an effect',
    { iam: { a: { ...ada, policies: [{ Statement: { Action: '*', Resource: '*' } }] } } },
    "#/iam/a/policies/0/Statement/Effect: must be 'Allow' or 'Deny'",
  ],
  [
    'a statement without a resource',
    { iam: { a: { ...ada, policies: [{ Statement: [{ Effect: 'Allow', Action: '*' }] }] } } },
    "#/iam/a/policies/0/Statement/0: 'Resource' is missing",
  ],
  ['scopes that are no texts', { cognito: { a: { scopes: [1] } } }, '#/cognito/a/scopes: must be a list of texts'],
  [
    'a key without a value',
    { apiKeys: { a: { value: '' } } },
    '#/apiKeys/a/value: must be a text that is not empty, but is an',
  ],
  ['the same key', { apiKeys: { a: { value: 'k' }, b: { value: 'k' } } }, "#/apiKeys/b/value: is also that of 'a'"],
])('%s', (_, content, problem) => {
  expect(() => read(content)).toThrow(problem);
});

test('all that is wrong is said at once', () => {
  expect(() => read({ cognito: { a: { scope: 1 } }, apiKeys: { b: {} } })).toThrow(
    /#\/cognito\/a\/scope[\s\S]*#\/apiKeys\/b/,
  );
});
