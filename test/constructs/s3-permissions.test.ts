import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack } from 'aws-cdk-lib/core';
import { Integrations } from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { apiOf, gatewayDocument, templateOf } from './support';
import { allowed, type S3Options, s3Api, statementsIn } from './support-s3';

/** An API over one bucket, and the stack that it is in. */
function apiOver(
  operations: Record<string, string>,
  makeBucket: (stack: Stack) => IBucket = (stack) => new Bucket(stack, 'Bucket'),
  stack = new Stack(new App(), 'Stack'),
) {
  const setup = { integration: Integrations.s3({ bucket: makeBucket(stack) }) };
  const integrations = Object.fromEntries(Object.keys(operations).map((operationId) => [operationId, setup]));
  return apiOf(gatewayDocument(operations), { integrations }, stack);
}

/** The characters of a policy with the longest name of a bucket, which tokens stand for. */
function charactersOf(template: Template): number {
  const text = JSON.stringify(statementsIn(template));
  return text.replace(/\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["[^"]*","Arn"\]\},/g, 'x'.repeat(83)).length;
}

const parameters: JsonObject = {
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'version', in: 'query', schema: { type: 'string' } },
  ],
};

test.each<[string, S3Options, readonly string[]]>([
  ['get /pets/{id}', {}, ['s3:GetObject pets/*', 's3:ListBucket the bucket for pets/*']],
  ['head /pets/{id}', {}, ['s3:GetObject pets/*', 's3:ListBucket the bucket for pets/*']],
  ['put /pets/{id}', {}, ['s3:PutObject pets/*']],
  ['delete /pets/{id}', {}, ['s3:DeleteObject pets/*']],
  ['get /pets/{id}', { missingKeysAreNotFound: false }, ['s3:GetObject pets/*']],
  ['get /pets/{id}', { path: 'a/{id}.json' }, ['s3:GetObject a/*.json', 's3:ListBucket the bucket for a/*.json']],
  ['get /pets/{id}', { path: '{id}' }, ['s3:GetObject *', 's3:ListBucket the bucket']],
  ['get /pets/{id}', { path: 'a*b?$c', method: 'put' }, ['s3:PutObject a${*}b${?}${$}c']],
  [
    'delete /pets/{id}',
    { requestParameters: { 'integration.request.querystring.versionId': 'method.request.querystring.version' } },
    ['s3:DeleteObject pets/*', 's3:DeleteObjectVersion pets/*'],
  ],
  [
    'put /pets/{id}',
    { requestParameters: { 'integration.request.header.x-amz-tagging': "'a=b'" } },
    ['s3:PutObject pets/*', 's3:PutObjectTagging pets/*'],
  ],
])('%s with %j takes %j', (route, options, statements) => {
  expect(allowed(s3Api(route, options, parameters))).toEqual(statements);
});

test('each key of a bucket may be used as its operations do, and no other', () => {
  const api = apiOver({
    getPet: 'get /pets/{id}',
    getPhoto: 'get /pets/{id}/photo',
    putPhoto: 'put /pets/{id}/photo',
    getShop: 'get /shop',
  });
  expect(allowed(api)).toEqual([
    's3:GetObject pets/*',
    's3:GetObject shop',
    's3:PutObject pets/*/photo',
    's3:ListBucket the bucket for pets/*, shop',
  ]);
});

test('what is done with the same keys is one statement', () => {
  const template = templateOf(apiOver({ get: 'get /pets/{id}', put: 'put /pets/{id}', delete: 'delete /pets/{id}' }));
  expect(statementsIn(template)).toHaveLength(2);
  expect(statementsIn(template)[0]).toMatchObject({ Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'] });
});

describe('200 operations', () => {
  const many = (path: (index: number) => string) =>
    Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`op${index}`, `get ${path(index)}`]));
  const widened = Match.stringLikeRegexp('the keys of the S3 integrations do not fit into one policy');

  test('below one key take one statement', () => {
    const api = apiOver({ all: 'get /pets/{id}', ...many((index) => `/pets/{id}/part${index}`) });
    expect(allowed(api)).toEqual(['s3:GetObject pets/*', 's3:ListBucket the bucket for pets/*']);
    Annotations.fromStack(Stack.of(api)).hasNoWarning('*', widened);
  });

  test('with keys that do not fit into a policy take whole folders, which a warning says', () => {
    const api = apiOver(many((index) => `/things/thing${index}/{id}`));
    expect(allowed(api)).toEqual(['s3:GetObject things/*', 's3:ListBucket the bucket for things/*']);
    Annotations.fromStack(Stack.of(api)).hasWarning('*', widened);
  });

  test('without a common folder take the bucket', () => {
    const api = apiOver(many((index) => `/thing${index}/{id}`));
    expect(allowed(api)).toEqual(['s3:GetObject *', 's3:ListBucket the bucket']);
  });

  test.each([10, 30, 50, 70, 100])('%d of them keep to the limit', (count) => {
    const operations = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`op${index}`, `get /things/thing${index}/parts/{id}`]),
    );
    expect(charactersOf(templateOf(apiOver(operations)))).toBeLessThan(10_240);
  });
});

test('several buckets have statements of their own', () => {
  const stack = new Stack(new App(), 'Stack');
  const [one, two] = ['One', 'Two'].map((id) => ({ integration: Integrations.s3({ bucket: new Bucket(stack, id) }) }));
  if (one === undefined || two === undefined) throw new Error('there are two');
  apiOf(gatewayDocument({ get: 'get /x', put: 'put /x' }), { integrations: { get: one, put: two } }, stack);
  const template = Template.fromStack(stack);
  expect(statementsIn(template).map(({ Action }) => Action)).toEqual(['s3:GetObject', 's3:ListBucket', 's3:PutObject']);
  expect(JSON.stringify(statementsIn(template)[2])).toContain('"Fn::GetAtt":["Two');
});

test.each([
  ['get', 'kms:Decrypt'],
  ['put', 'kms:GenerateDataKey'],
])('%s takes %s of the key of a bucket, once', (method, action) => {
  const operations = { one: `${method} /one`, two: `${method} /two` };
  const api = apiOver(operations, (stack) => new Bucket(stack, 'Bucket', { encryptionKey: new Key(stack, 'Key') }));
  const statements = statementsIn(templateOf(api)).filter(({ Action }) => String(Action).startsWith('kms:'));
  expect(statements).toMatchObject([
    { Action: action, Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] } },
  ]);
});

test('deleting takes nothing of a key', () => {
  const api = apiOver(
    { op: 'delete /x' },
    (stack) => new Bucket(stack, 'Bucket', { encryptionKey: new Key(stack, 'Key') }),
  );
  expect(JSON.stringify(statementsIn(templateOf(api)))).not.toContain('kms:');
});

test('an imported bucket is used as any other', () => {
  const api = apiOver({ op: 'get /x' }, (stack) => Bucket.fromBucketName(stack, 'Bucket', 'mine'));
  expect(statementsIn(templateOf(api))[0]).toEqual({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::mine/x']] },
  });
});

test('a bucket of another account must let the role in, which a warning says', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const attributes = { bucketName: 'theirs', account: '222222222222' };
  apiOver({ op: 'get /x' }, () => Bucket.fromBucketAttributes(stack, 'Bucket', attributes), stack);
  Annotations.fromStack(stack).hasWarning(
    '*',
    Match.stringLikeRegexp("the bucket 'Stack/Bucket' is in another account"),
  );
});

test('a bucket of another account of the app lets the role in', () => {
  const app = new App();
  const theirs = new Stack(app, 'Theirs', { env: { account: '222222222222', region: 'eu-west-1' } });
  const bucket = new Bucket(theirs, 'Bucket', { bucketName: 'theirs' });
  const stack = new Stack(app, 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  apiOver({ op: 'get /x' }, () => bucket, stack);
  Template.fromStack(theirs).hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: Match.objectLike({
      Statement: Match.arrayWith([Match.objectLike({ Action: 's3:GetObject' })]),
    }),
  });
});
