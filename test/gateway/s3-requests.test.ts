import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Json, JsonObject } from '../../src/shared/json';
import { type RunningApp, startApp } from './support/local-app';

const notes: (string | undefined)[] = [];
const trust = (service: string): JsonObject => ({
  Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } },
});
const role = (properties: JsonObject, service = 'apigateway.amazonaws.com'): JsonObject => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: trust(service), ...properties },
});
const allow = (action: Json, resource: Json, more: JsonObject = {}): JsonObject => ({
  Statement: { Effect: 'Allow', Action: action, Resource: resource, ...more },
});
const arnOf = (logicalId: string): JsonObject => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const below = (keys: string): JsonObject => ({ 'Fn::Join': ['', [arnOf('Pets'), keys]] });
const resources: JsonObject = {
  Pets: { Type: 'AWS::S3::Bucket' },
  Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'named-bucket' } },
  Stage: {
    Type: 'AWS::ApiGateway::Stage',
    Properties: { RestApiId: { Ref: 'Api' }, StageName: 'live', Variables: { bucket: 'named-bucket' } },
  },
  Reader: role({ Policies: [{ PolicyName: 'reads', PolicyDocument: allow('s3:GetObject', below('/pets/*')) }] }),
  Lister: role({}),
  ListerPolicy: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: 'lists',
      Roles: [{ Ref: 'Lister' }],
      PolicyDocument: {
        Statement: [
          { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: below('/*') },
          {
            Effect: 'Allow',
            Action: 's3:ListBucket',
            Resource: arnOf('Pets'),
            Condition: { StringLike: { 's3:prefix': 'pets/*' } },
          },
        ],
      },
    },
  },
  Managed: role({ ManagedPolicyArns: [{ Ref: 'Own' }, 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'] }),
  Own: {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { PolicyDocument: allow('s3:DeleteObject', below('/pets/*')) },
  },
  Unknown: role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/Unheard'] }),
  Granted: role({}),
  PetsPolicy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Pets' },
      PolicyDocument: allow('s3:GetObject', below('/*'), { Principal: { AWS: arnOf('Granted') } }),
    },
  },
  Lambda: role({ Policies: [{ PolicyName: 'all', PolicyDocument: allow('s3:*', '*') }] }, 'lambda.amazonaws.com'),
};

const passed = Object.fromEntries(
  [200, 206, 304, 400, 403, 404, 405, 412, 416, 501].map((status) => [
    String(status),
    {
      statusCode: String(status),
      contentHandling: 'CONVERT_TO_TEXT',
      responseParameters: { 'method.response.header.Content-Type': 'integration.response.header.Content-Type' },
    },
  ]),
);
const headers = ['Content-Type', 'Range', 'If-None-Match'].map((name) => [
  `integration.request.header.${name}`,
  `method.request.header.${name}`,
]);

/** `uri` is what follows `apigateway:<region>:`. */
function operation(uri: Json, more: JsonObject = {}): JsonObject {
  const integration = {
    type: 'AWS',
    httpMethod: 'ANY',
    uri: { 'Fn::Join': ['', ['arn:aws:apigateway:eu-west-1:', uri]] },
    requestParameters: { ...Object.fromEntries(headers), 'integration.request.path.key': 'method.request.path.key' },
    responses: { ...passed, '2\\d{2}': passed['200'] as JsonObject, default: { statusCode: '500' } },
    ...more,
  };
  return { 'x-amazon-apigateway-any-method': { 'x-amazon-apigateway-integration': integration } };
}

const toPets = (credentials?: Json) =>
  operation({ 'Fn::Sub': 's3:path/${Pets}/{key}' }, credentials === undefined ? {} : { credentials });
const paths: JsonObject = {
  '/pets/{key+}': toPets(),
  '/subdomain/{key}': operation('named-bucket.s3:path/folder%20of/{key}'),
  '/stage/{key}': operation('s3:path/${stageVariables.bucket}/{key}'),
  '/elsewhere/{key}': operation('s3:path/imported/{key}'),
  '/of/{bucket}/{key}': operation('s3:path/{bucket}/{key}', {
    requestParameters: {
      'integration.request.path.bucket': 'method.request.path.bucket',
      'integration.request.path.key': 'method.request.path.key',
    },
  }),
  '/list/{key}': operation({ 'Fn::Sub': 's3:path/${Pets}?list-type=2&prefix={key}' }),
  '/buckets': operation('s3:path//'),
  '/unmapped/{key}': operation('s3:path/named-bucket/{other}'),
  '/action': operation('s3:action/GetObject'),
  ...Object.fromEntries(
    ['Reader', 'Lister', 'Managed', 'Unknown', 'Granted', 'Lambda'].map((id) => [
      `/as/${id}/{key+}`,
      toPets(arnOf(id)),
    ]),
  ),
  '/as/other/{key+}': toPets('arn:aws:iam::123456789012:role/Other'),
};

let app: RunningApp;
beforeAll(async () => {
  const listener = { exchange: (_: unknown, reply: { note?: string }) => void notes.push(reply.note) };
  app = await startApp({ document: { paths }, resources, listener });
  const folder = path.join(app.root, '.type-safe-api', 'buckets', 'Pets');
  mkdirSync(path.join(folder, 'pets'), { recursive: true });
  writeFileSync(path.join(folder, 'pets', 'rex.txt'), 'Rex');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
});
afterAll(() => app.close());

const call = (method: string, target: string, init: RequestInit = {}) => fetch(app.url + target, { method, ...init });
const status = async (method: string, target: string, init?: RequestInit) => (await call(method, target, init)).status;
const code = async (target: string) => /<Code>(.*)<\/Code>/.exec(await (await call('GET', target)).text())?.[1];

test.each(['a%20b', 'a%2Bb', 'a+b', 'a%2Fb', 'a/b', '%C3%BC%F0%9F%98%80', '%25', 'x%2F%2E%2E%2Fy', 'x%2F'])(
  'the key of %s is what it says',
  async (key) => {
    expect(await status('PUT', `/pets/k/${key}`, { body: key })).toBe(200);
    expect(await (await call('GET', `/pets/k/${key}`)).text()).toBe(key);
    const listed = await (await call('GET', '/list/k%2F')).text();
    expect(listed).toContain(`<Key>k/${decodeURIComponent(key)}</Key>`);
  },
);

test('a plus sign, which S3 would refuse, is told of', async () => {
  await call('PUT', '/pets/1%2B1', { body: '2' });
  expect(notes.at(-1)).toContain("works here only: deployed, S3 refuses keys with '+'");
});

test.each(['/subdomain/a', '/stage/a', '/elsewhere/a', '/of/named-bucket/a', '/of/Pets/a'])(
  'the bucket of %s',
  async (target) => {
    expect(await status('PUT', target, { body: target })).toBe(200);
    expect(await (await call('GET', target)).text()).toBe(target);
  },
);

test('a literal part of a key is decoded', async () => {
  await call('PUT', '/subdomain/x', { body: 'x' });
  expect(await (await call('GET', '/of/named-bucket/folder%20of%2Fx')).text()).toBe('x');
});

test('a bucket that only a client names has to be there', async () => {
  expect(await code('/of/nowhere/a')).toBe('NoSuchBucket');
  expect(await (await call('GET', '/buckets')).text()).toMatch(
    /<Name>Pets<\/Name>.*<Name>imported<\/Name>.*<Name>named-bucket<\/Name>/,
  );
});

test.each(['..%2F..%2Fescape', '%2E%2E', '.metadata', 'Pets%2F..%2F..%2F..', '%2Fescape', '..%5Cescape'])(
  'the bucket %s leads nowhere',
  async (bucket) => {
    const before = readdirSync(app.root).sort();
    await call('PUT', `/of/${bucket}/x%2F..%2F..`, { body: 'x' });
    expect(readdirSync(app.root).sort()).toEqual(before);
    expect(readdirSync(path.dirname(app.root))).not.toContain('escape');
  },
);

test('what is larger than API Gateway passes', async () => {
  writeFileSync(
    path.join(app.root, '.type-safe-api', 'buckets', 'Pets', 'large'),
    Buffer.alloc(10 * 1024 * 1024 + 1, 'x'),
  );
  expect(await status('GET', '/pets/large')).toBe(500);
  expect(notes.at(-1)).toBe('the response has 10485761 bytes, and API Gateway passes 10485760 at most');
  expect(await status('GET', '/pets/large', { headers: { Range: 'bytes=0-9' } })).toBe(206);
});

test('ranges, conditions, and requests for the headers alone', async () => {
  const part = await call('GET', '/pets/pets/rex.txt', { headers: { Range: 'bytes=1-' } });
  expect([part.status, await part.text()]).toEqual([206, 'ex']);
  expect(await status('GET', '/pets/pets/rex.txt', { headers: { Range: 'bytes=9-' } })).toBe(416);
  const etag = '"f4e9ffa7d0e0b1e4e7b0d7b1a4d7d8f2"';
  expect(await status('GET', '/pets/pets/rex.txt', { headers: { 'If-None-Match': etag } })).toBe(200);
  expect(await status('GET', '/pets/pets/rex.txt', { headers: { 'If-None-Match': '*' } })).toBe(304);
  const head = await call('HEAD', '/pets/pets/rex.txt');
  expect([head.status, await head.text(), head.headers.get('content-type')]).toEqual([200, '', 'text/plain']);
  expect(await status('POST', '/pets/pets/rex.txt')).toBe(405);
});

test('a variable without a mapping fails as it does in the cloud', async () => {
  const response = await call('GET', '/unmapped/a');
  expect([response.status, await response.json()]).toEqual([500, { message: 'Internal server error' }]);
  expect(notes.at(-1)).toContain("Illegal character in path: nothing is mapped to '{other}'");
});

test('operations by name are not served, and say so', async () => {
  const response = await call('GET', '/action');
  expect([response.status, await response.json()]).toEqual([
    501,
    { message: expect.stringContaining('s3:action/GetObject') },
  ]);
});

test.each<[method: string, target: string, status: number]>([
  ['GET', '/as/Reader/pets/rex.txt', 200],
  ['GET', '/as/Reader/secret.txt', 403],
  ['GET', '/as/Reader/pets/nope', 403],
  ['PUT', '/as/Reader/pets/new', 403],
  ['GET', '/as/Lister/pets/nope', 404],
  ['GET', '/as/Lister/nope', 403],
  ['PUT', '/as/Lister/pets/new', 200],
  ['GET', '/as/Managed/secret.txt', 200],
  ['GET', '/as/Managed/nope', 404],
  ['DELETE', '/as/Managed/pets/nope', 200],
  ['DELETE', '/as/Managed/nope', 403],
  ['GET', '/as/Granted/secret.txt', 200],
  ['PUT', '/as/Granted/pets/new', 403],
  ['PUT', '/as/Unknown/pets/new', 200],
  ['PUT', '/as/other/pets/new', 200],
])('%s %s is answered by %d', async (method, target, want) => {
  const init = method === 'PUT' ? { body: 'x' } : {};
  expect(await status(method, target, init)).toBe(want);
});

test('a role that API Gateway may not take on', async () => {
  expect(await status('GET', '/as/Lambda/pets/rex.txt')).toBe(500);
  expect(notes.at(-1)).toContain('does not have permission to assume the provided role');
});

test('the terminal tells of folders, and of what is not enforced', () => {
  const [api] = app.gateway.apis();
  const details = (wanted: string) => api?.operations.find(({ path: found }) => found === wanted)?.details;
  expect(details('/pets/{key+}')).toEqual(['./.type-safe-api/buckets/Pets']);
  expect(details('/stage/{key}')).toEqual(['./.type-safe-api/buckets/named-bucket']);
  expect(api?.operations.find(({ path: found }) => found === '/action')?.unavailable).toContain(
    's3:path/{bucket}/{key}',
  );
  expect([...new Set(api?.operations.flatMap(({ caveats }) => caveats ?? []))]).toEqual([
    'S3: operations without a role (credentials) work here only',
    "S3: what 'arn:aws:iam::000000000000:role/Unknown' may do is not known, so it may do everything",
    "S3: what 'arn:aws:iam::123456789012:role/Other' may do is not known, so it may do everything",
  ]);
  expect(api?.caveats).toEqual([]);
});
