import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Bucket } from '../../src/gateway/buckets/bucket';
import type { Caller } from '../../src/gateway/buckets/s3-call';
import type { Pair } from '../../src/gateway/http/request';
import { type CallSpec, call, inFolder, useBuckets } from './support/buckets';

useBuckets();

const folder = () => inFolder('buckets', 'Pets');
const code = (text: string) => /<Code>(.*)<\/Code>/.exec(text)?.[1];
const md5 = (body: string | Buffer) => createHash('md5').update(body).digest('hex');

test('an object comes back with all that it came with', () => {
  const bytes = randomBytes(2000);
  const headers: Pair[] = [
    ['Content-Type', 'image/png'],
    ['cache-control', 'max-age=5'],
    ['Content-Disposition', 'attachment; filename="ü.png"'],
    ['Content-Encoding', 'identity'],
    ['X-Amz-Meta-Owner', 'Ada'],
    ['X-Other', 'lost'],
  ];
  const put = call('PUT', 'photo', { body: bytes, headers });
  expect([put.status, put.header('etag'), put.text]).toEqual([200, `"${md5(bytes)}"`, '']);
  const get = call('GET', 'photo');
  expect([get.status, get.body.equals(bytes)]).toEqual([200, true]);
  expect(Object.fromEntries(get.headers)).toMatchObject({
    'Content-Type': 'image/png',
    'Cache-Control': 'max-age=5',
    'Content-Disposition': 'attachment; filename="ü.png"',
    'Content-Encoding': 'identity',
    'x-amz-meta-owner': 'Ada',
    'Content-Length': '2000',
    ETag: `"${md5(bytes)}"`,
    'Accept-Ranges': 'bytes',
    'Last-Modified': expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/),
    'x-amz-request-id': 'r1',
  });
  expect(get.header('x-other')).toBeUndefined();
});

test('a new version forgets what came with the old one', () => {
  call('PUT', 'a.json', {
    body: '1',
    headers: [
      ['Content-Type', 'text/plain'],
      ['x-amz-meta-a', '1'],
    ],
  });
  call('PUT', 'a.json', { body: '2' });
  const get = call('GET', 'a.json');
  expect([get.text, get.header('content-type'), get.header('x-amz-meta-a')]).toEqual([
    '2',
    'binary/octet-stream',
    undefined,
  ]);
});

test('a query asks for other headers', () => {
  call('PUT', 'a', { body: '1', headers: [['Content-Type', 'text/plain']] });
  const query: Pair[] = [
    ['response-content-type', 'text/csv'],
    ['response-cache-control', 'no-store'],
  ];
  const get = call('GET', 'a', { query });
  expect([get.header('content-type'), get.header('cache-control')]).toEqual(['text/csv', 'no-store']);
});

test('what is kept of an object can be read and mended by hand', () => {
  call('PUT', 'pets/p1', { body: '{}', headers: [['Content-Type', 'application/json']] });
  const file = inFolder('buckets', '.metadata', 'Pets', 'pets', 'p1%.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 'content-type': 'application/json' });
  writeFileSync(file, '{"Content-Type": "text/plain"}');
  expect(call('GET', 'pets/p1').header('content-type')).toBe('text/plain');
  writeFileSync(file, '[]');
  expect(() => call('GET', 'pets/p1')).toThrow('p1%.json must hold a JSON object of headers');
});

test.each([
  ['a.html', 'text/html'],
  ['a.PNG', 'image/png'],
  ['a.unheard-of', 'binary/octet-stream'],
  ['constructor', 'binary/octet-stream'],
])('the file %s that somebody laid in the folder is %s', (name, type) => {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(path.join(folder(), name), 'x');
  const get = call('GET', name);
  expect([get.status, get.header('content-type'), get.text]).toEqual([200, type, 'x']);
});

test('a file that somebody laid in the folder is replaced, whatever its name', () => {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(path.join(folder(), '100%.txt'), 'old');
  expect(call('GET', '100%.txt').text).toBe('old');
  call('PUT', '100%.txt', { body: 'new' });
  expect(readFileSync(path.join(folder(), '100%.txt'), 'utf8')).toBe('new');
});

test.each([
  'a b+c',
  'tierärztin/日本/😀',
  '100%/%2F/%2e',
  '..',
  '../../escape',
  './a',
  '/leading',
  'trailing/',
  'a//b',
  'back\\slash',
  'x'.repeat(1024),
  'CON/aux.txt',
  'q?#&=;:@,$!',
  'a\nb\u0001',
  '%self',
  '%_',
  'a%+',
])('the key %j is its own', (key) => {
  expect(call('PUT', key, { body: key }).status).toBe(200);
  call('PUT', `${key}x`.slice(-1000), { body: 'another' });
  expect(call('GET', key).text).toBe(key);
  expect(existsSync(inFolder('escape'))).toBe(false);
  expect(call('DELETE', key).status).toBe(204);
  expect(call('GET', key).status).toBe(404);
});

test('keys that differ by case are different', () => {
  call('PUT', 'Rex', { body: 'capital' });
  call('PUT', 'rex', { body: 'small' });
  expect([call('GET', 'Rex').text, call('GET', 'rex').text, call('GET', 'REX').status]).toEqual([
    'capital',
    'small',
    404,
  ]);
});

test('keys that differ by case are different where names are not', () => {
  const bucket = new Bucket('Pets', { path: folder(), caseSensitive: false }, inFolder('metadata'));
  const keys = ['Rex', 'rex', 'REX/a', 'rex/A', 'rex/a', 'U\u0308', '\u00dc'];
  for (const key of keys) bucket.write(key, Buffer.from(key), new Map([['x-amz-meta-key', encodeURIComponent(key)]]));
  for (const key of keys) {
    const object = bucket.read(key);
    expect([object?.body.toString(), object?.metadata.get('x-amz-meta-key')]).toEqual([key, encodeURIComponent(key)]);
  }
  expect([...bucket.keys()].sort()).toEqual([...keys].sort());
  const files = readdirSync(folder());
  expect(new Set(files.map((file) => file.normalize('NFC').toLowerCase())).size).toBe(files.length);
  bucket.remove('rex');
  expect([bucket.read('rex'), bucket.read('Rex')?.body.toString()]).toEqual([undefined, 'Rex']);
});

test('an object may be above others, before them and after them', () => {
  call('PUT', 'a', { body: 'above', headers: [['Content-Type', 'text/plain']] });
  call('PUT', 'a/b/c', { body: 'below' });
  call('PUT', 'a/b', { body: 'between' });
  expect(['a', 'a/b', 'a/b/c'].map((key) => call('GET', key).text)).toEqual(['above', 'between', 'below']);
  expect(call('GET', 'a').header('content-type')).toBe('text/plain');
  expect(call('DELETE', 'a').status).toBe(204);
  expect([call('GET', 'a').status, call('GET', 'a/b').status]).toEqual([404, 200]);
  expect(call('GET', 'a/b/').status).toBe(404);
});

test('no link leads out of a bucket', () => {
  const secret = inFolder('secret');
  mkdirSync(secret);
  writeFileSync(path.join(secret, 'key'), 'secret');
  mkdirSync(folder(), { recursive: true });
  symlinkSync(secret, path.join(folder(), 'link'));
  symlinkSync(path.join(secret, 'key'), path.join(folder(), 'file'));
  symlinkSync(inFolder('nowhere'), path.join(folder(), 'dangling'));
  for (const key of ['link/key', 'file', 'dangling']) expect(call('GET', key).status).toBe(404);
  const refused = call('PUT', 'link/new', { body: 'x' });
  expect([refused.status, code(refused.text)]).toEqual([403, 'AccessDenied']);
  expect(refused.note).toContain("leads out of '");
  expect(call('PUT', 'dangling', { body: 'x' }).status).toBe(403);
  expect([existsSync(path.join(secret, 'new')), existsSync(inFolder('nowhere'))]).toEqual([false, false]);
  call('DELETE', 'link/key');
  expect(readFileSync(path.join(secret, 'key'), 'utf8')).toBe('secret');
  expect(call('GET', '').text).not.toContain('<Key>');
});

test('the folder of a bucket may be a link, and links within it are followed', () => {
  const elsewhere = inFolder('elsewhere');
  mkdirSync(elsewhere);
  mkdirSync(inFolder('buckets'));
  symlinkSync(elsewhere, folder());
  call('PUT', 'a', { body: '1' });
  symlinkSync(path.join(elsewhere, 'a'), path.join(elsewhere, 'b'));
  expect([call('GET', 'a').text, call('GET', 'b').text]).toEqual(['1', '1']);
});

const modified = new Date('2026-01-02T03:04:05.678Z');
const [before, at, after] = [
  'Fri, 02 Jan 2026 03:04:04 GMT',
  'Fri, 02 Jan 2026 03:04:05 GMT',
  'Fri, 02 Jan 2026 03:04:06 GMT',
];
const tag = `"${md5('0123456789')}"`;

test.each<[headers: readonly Pair[], status: number]>([
  [[['If-None-Match', tag]], 304],
  [[['If-None-Match', tag.replaceAll('"', '')]], 304],
  [[['If-None-Match', `"x", W/${tag}`]], 304],
  [[['If-None-Match', '*']], 304],
  [[['If-None-Match', '"x"']], 200],
  [[['If-Match', tag]], 200],
  [[['If-Match', '*']], 200],
  [[['If-Match', '"x"']], 412],
  [[['If-Modified-Since', before]], 200],
  [[['If-Modified-Since', at]], 304],
  [[['If-Modified-Since', 'nonsense']], 200],
  [[['If-Unmodified-Since', before]], 412],
  [[['If-Unmodified-Since', at]], 200],
  [
    [
      ['If-Match', tag],
      ['If-Unmodified-Since', before],
    ],
    200,
  ],
  [
    [
      ['If-None-Match', '"x"'],
      ['If-Modified-Since', after],
    ],
    200,
  ],
  [
    [
      ['If-None-Match', tag],
      ['If-Modified-Since', before],
    ],
    304,
  ],
])('%j is answered by %d', (headers, status) => {
  call('PUT', 'a', { body: '0123456789' });
  utimesSync(path.join(folder(), 'a'), modified, modified);
  for (const method of ['GET', 'HEAD']) {
    const reply = call(method, 'a', { headers });
    expect(reply.status).toBe(status);
    if (status === 304)
      expect([reply.header('etag'), reply.header('last-modified'), reply.text]).toEqual([tag, at, '']);
  }
  if (status === 412) expect(call('GET', 'a', { headers }).text).toContain(`<Condition>${headers[0]?.[0]}</Condition>`);
});

test.each<[range: string, status: number, body: string, contentRange: string | undefined]>([
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=-20', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=8-100', 206, '89', 'bytes 8-9/10'],
  ['bytes=5-2', 200, '0123456789', undefined],
  ['bytes=1-2,4-5', 200, '0123456789', undefined],
  ['lines=1-2', 200, '0123456789', undefined],
])('the range %s', (range, status, body, contentRange) => {
  call('PUT', 'a', { body: '0123456789' });
  const reply = call('GET', 'a', { headers: [['Range', range]] });
  expect([reply.status, reply.text, reply.header('content-range')]).toEqual([status, body, contentRange]);
  expect(reply.header('content-length')).toBe(String(body.length));
  expect(call('HEAD', 'a', { headers: [['Range', range]] })).toMatchObject({ status, text: '' });
});

test.each(['bytes=10-', 'bytes=-0'])('the range %s has nothing', (range) => {
  call('PUT', 'a', { body: '0123456789' });
  const reply = call('GET', 'a', { headers: [['Range', range]] });
  expect([reply.status, code(reply.text), reply.header('content-range')]).toEqual([416, 'InvalidRange', 'bytes */10']);
  expect(reply.text).toContain(`<RangeRequested>${range}</RangeRequested><ActualObjectSize>10</ActualObjectSize>`);
});

test('conditional writes', () => {
  const put = (headers: readonly Pair[]) => call('PUT', 'a', { body: '0123456789', headers });
  expect(put([['If-Match', tag]])).toMatchObject({ status: 404 });
  expect(put([['If-None-Match', '*']])).toMatchObject({ status: 200 });
  expect(code(put([['If-None-Match', '*']]).text)).toBe('PreconditionFailed');
  expect(put([['If-Match', '"x"']])).toMatchObject({ status: 412 });
  expect(put([['If-Match', tag]])).toMatchObject({ status: 200 });
});

test('a digest is checked', () => {
  const put = (digest: string) => call('PUT', 'a', { body: 'abc', headers: [['Content-MD5', digest]] });
  expect(put(createHash('md5').update('abc').digest('base64')).status).toBe(200);
  expect(code(put(createHash('md5').update('x').digest('base64')).text)).toBe('BadDigest');
  expect([put('abc').status, code(put('abc').text)]).toEqual([400, 'InvalidDigest']);
});

test('errors are documents', () => {
  const { status, header, text, note } = call('GET', 'pets/<1>');
  expect([status, header('content-type')]).toEqual([404, 'application/xml']);
  expect(text).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Error><Code>NoSuchKey<\/Code><Message>The specified key does not exist\.<\/Message><Key>pets\/&lt;1&gt;<\/Key><RequestId>r1<\/RequestId><HostId>[\w+/=]+<\/HostId><\/Error>$/,
  );
  expect(note).toBe('S3: 404 NoSuchKey for GET s3://Pets/pets/<1>: The specified key does not exist.');
  expect(call('HEAD', 'pets/<1>')).toMatchObject({ status: 404, text: '' });
});

test.each<[what: string, method: string, key: string, rest: CallSpec, status: number, code: string]>([
  ['a bucket that is not there', 'GET', 'a', { bucket: 'Other' }, 404, 'NoSuchBucket'],
  ['a bucket with the name of a way out', 'GET', 'a', { bucket: '..' }, 404, 'NoSuchBucket'],
  ['a bucket with the name of a folder of ours', 'GET', 'Pets/a%.json', { bucket: '.metadata' }, 404, 'NoSuchBucket'],
  ['a method without a meaning', 'POST', 'a', {}, 405, 'MethodNotAllowed'],
  ['a key that is too long', 'PUT', 'ü'.repeat(513), {}, 400, 'KeyTooLongError'],
  ['a part of an object', 'GET', 'a', { query: [['tagging', '']] }, 501, 'NotImplemented'],
  ['a copy', 'PUT', 'a', { headers: [['x-amz-copy-source', '/Pets/b']] }, 501, 'NotImplemented'],
  ['a new bucket', 'PUT', '', {}, 501, 'NotImplemented'],
  ['a page of no size', 'GET', '', { query: [['max-keys', 'x']] }, 400, 'InvalidArgument'],
])('%s', (_, method, key, rest, status, name) => {
  const reply = call(method, key, rest);
  expect([reply.status, code(reply.text)]).toEqual([status, name]);
});

test('who may not do it is told so, and of what is missing only who may list', () => {
  const may = (...actions: readonly string[]): Caller =>
    ({
      refusal: (action, resource, prefix) => (actions.includes(action) ? undefined : `${action} ${resource} ${prefix}`),
    }) as Caller;
  call('PUT', 'a', { body: '1' });
  const status = (method: string, key: string, ...actions: readonly string[]) =>
    call(method, key, { caller: may(...actions) }).status;
  expect([status('GET', 'a', 's3:GetObject'), status('GET', 'a')]).toEqual([200, 403]);
  expect([status('HEAD', 'a', 's3:GetObject'), status('HEAD', 'a')]).toEqual([200, 403]);
  expect([status('PUT', 'b'), status('DELETE', 'a'), status('GET', '')]).toEqual([403, 403, 403]);
  expect([status('GET', '', 's3:ListBucket'), status('HEAD', '', 's3:ListBucket')]).toEqual([200, 200]);
  expect(status('GET', 'nope', 's3:GetObject', 's3:ListBucket')).toBe(404);
  const hidden = call('GET', 'nope', { caller: may('s3:GetObject') });
  expect([hidden.status, hidden.text]).toEqual([403, expect.stringContaining('s3:ListBucket arn:aws:s3:::Pets nope')]);
  expect(call('GET', 'a').text).toBe('1');
});

test('a bucket that exists elsewhere has a folder, too', () => {
  mkdirSync(inFolder('buckets', 'other'), { recursive: true });
  expect(call('PUT', 'a', { bucket: 'other' }).status).toBe(200);
  expect(call('GET', '', { bucket: '' }).text).toContain('<Buckets><Bucket><Name>Pets</Name>');
  expect(call('GET', '', { bucket: '' }).text).toContain('<Name>other</Name>');
});
