import type { LocalApp } from '../../src/gateway/assembly/local-app';
import { callerOf } from '../../src/gateway/buckets/caller';
import { evaluate } from '../../src/gateway/policies/evaluate';
import { readStatements } from '../../src/gateway/policies/statement';
import { matchesWildcard } from '../../src/gateway/policies/wildcard';
import type { JsonObject } from '../../src/shared/json';

const bucket = 'arn:aws:s3:::Pets';
/** A statement allows `s3:GetObject` on everything unless it says otherwise, or says it in the negative. */
const policy = (...statements: readonly JsonObject[]) =>
  readStatements({
    Statement: statements.map((statement) => ({
      Effect: 'Allow',
      ...('NotAction' in statement ? {} : { Action: 's3:GetObject' }),
      ...('NotResource' in statement ? {} : { Resource: '*' }),
      ...statement,
    })),
  });

test.each<[pattern: string, value: string, want: boolean]>([
  ['a*c', 'abc', true],
  ['a*', 'a/b\nc', true],
  ['a?c', 'ac', false],
  ['a.c', 'abc', false],
  ['a', 'A', false],
  ['a${*}c', 'a*c', true],
  ['a${*}c', 'abc', false],
  ['${?}${$}{x}', '?${x}', true],
])('the pattern %s and %j: %s', (pattern, value, want) => {
  expect(matchesWildcard(pattern, value)).toBe(want);
});

test.each<[what: string, statements: readonly JsonObject[], want: string]>([
  ['no statement', [], 'silent'],
  ['a statement on everything', [{}], 'allowed'],
  ['another action', [{ Action: ['s3:Put*', 's3:DeleteObject'] }], 'silent'],
  ['actions in any case', [{ Action: 'S3:getobject' }], 'allowed'],
  ['a pattern of keys', [{ Resource: [`${bucket}/cats/*`, `${bucket}/pets/*/photo`] }], 'allowed'],
  ['keys in another case', [{ Resource: `${bucket}/PETS/*` }], 'silent'],
  ['all but an action', [{ NotAction: 's3:Delete*' }], 'allowed'],
  ['all but a resource', [{ NotResource: `${bucket}/pets/*` }], 'silent'],
  ['a denial', [{}, { Effect: 'Deny' }], 'denied'],
  ['a denial of something else', [{}, { Effect: 'Deny', Resource: `${bucket}/cats/*` }], 'allowed'],
  ['a condition that holds', [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }], 'allowed'],
  [
    'a denial that does not hold',
    [{}, { Effect: 'Deny', Condition: { Bool: { 'AWS:SecureTransport': false } } }],
    'allowed',
  ],
  ['an absent key', [{ Condition: { StringLike: { 's3:prefix': '*' } } }], 'silent'],
  ['an absent key that may be', [{ Condition: { StringLikeIfExists: { 's3:prefix': '*' } } }], 'allowed'],
  ['an absent key that must be', [{ Condition: { Null: { 's3:prefix': 'true' } } }], 'allowed'],
  ['an absent key that must not be equal', [{ Condition: { StringNotEquals: { 's3:prefix': 'a' } } }], 'allowed'],
  ['a condition on what is not known', [{ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }], 'allowed'],
  [
    'a denial on what is not known',
    [{}, { Effect: 'Deny', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }],
    'allowed',
  ],
  [
    'two conditions, one of which fails',
    [{ Condition: { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 's3:prefix': '' } } }],
    'silent',
  ],
])('%s', (_, statements, want) => {
  const context = new Map([
    ['aws:securetransport', 'true'],
    ['s3:prefix', undefined],
  ]);
  const request = { action: 's3:GetObject', resource: `${bucket}/pets/1/photo`, context };
  expect(evaluate(policy(...statements), request)).toBe(want);
});

describe('the role of an integration', () => {
  const arn = 'arn:aws:iam::000000000000:role/Api-Role';
  const app = (statements: readonly JsonObject[], ofBucket: readonly JsonObject[] = [], isWhole = true): LocalApp => ({
    apis: [],
    apiKeys: [],
    functions: [],
    buckets: [{ name: 'Pets', policy: policy(...ofBucket) }],
    roles: [{ arn, trustsApiGateway: true, isWhole, statements: policy(...statements) }],
    notes: [],
  });
  const refusal = (given: LocalApp, action = 's3:GetObject', resource = `${bucket}/pets/1`, prefix?: string) =>
    callerOf(arn, given).refusal(action, resource, prefix);

  test('what it may do, and in whose words it is refused', () => {
    expect(refusal(app([{ Resource: `${bucket}/pets/*` }]))).toBeUndefined();
    expect(refusal(app([{ Resource: `${bucket}/cats/*` }]))).toBe(
      'User: arn:aws:sts::000000000000:assumed-role/Api-Role/BackplaneAssumeRoleSession is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::Pets/pets/1" because no identity-based policy allows the s3:GetObject action',
    );
    expect(refusal(app([{}, { Effect: 'Deny' }]))).toContain('with an explicit deny in an identity-based policy');
  });

  test('one that API Gateway may not take on is a mistake in the configuration', () => {
    const given = app([{}]);
    const roles = given.roles.map((role) => ({ ...role, trustsApiGateway: false }));
    expect(() => callerOf(arn, { ...given, roles })).toThrow(
      expect.objectContaining({ type: 'API_CONFIGURATION_ERROR', details: { note: expect.stringContaining(arn) } }),
    );
  });

  test('a prefix narrows down what it may list', () => {
    const lists = app([
      { Action: 's3:ListBucket', Resource: bucket, Condition: { StringLike: { 's3:prefix': ['pets/*', 'cats/*'] } } },
    ]);
    expect(refusal(lists, 's3:ListBucket', bucket, 'pets/1')).toBeUndefined();
    expect(refusal(lists, 's3:ListBucket', bucket, 'dogs/1')).toContain(
      's3:ListBucket on resource: "arn:aws:s3:::Pets"',
    );
  });

  test.each<[what: string, principal: JsonObject, effect: string, refused: boolean]>([
    ['the role itself', { Principal: { AWS: arn } }, 'Allow', false],
    ['everybody', { Principal: '*' }, 'Allow', false],
    [
      'the account, which its own policies have to follow',
      { Principal: { AWS: 'arn:aws:iam::000000000000:root' } },
      'Allow',
      true,
    ],
    ['another role', { Principal: { AWS: `${arn}2` } }, 'Allow', true],
    ['a service', { Principal: { Service: 'cloudfront.amazonaws.com' } }, 'Allow', true],
    ['the account', { Principal: { AWS: '000000000000' } }, 'Deny', true],
    ['all but the role', { NotPrincipal: { AWS: arn } }, 'Deny', false],
  ])('the policy of a bucket on %s', (_, principal, effect, refused) => {
    const own = effect === 'Deny' ? [{}] : [];
    const said = refusal(app(own, [{ ...principal, Effect: effect }]));
    expect(said !== undefined).toBe(refused);
    if (effect === 'Deny' && refused) expect(said).toContain('with an explicit deny in a resource-based policy');
  });

  test('nothing is known of roles that are not part of the app, or not wholly', () => {
    expect(refusal(app([], [], false))).toBeUndefined();
    expect(callerOf('arn:aws:iam::123456789012:role/Other', app([])).refusal('s3:GetObject', bucket)).toBeUndefined();
  });
});
