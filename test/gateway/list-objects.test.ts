import { createHash } from 'node:crypto';
import type { Pair } from '../../src/gateway/http/request';
import { call, useBuckets } from './support/buckets';

useBuckets();

const keys = ['a', 'b/1', 'b/2', 'b/c/3', 'd & e', 'É'];
const list = (...query: Pair[]) => call('GET', '', { query }).text;
const found = (text: string) => [...text.matchAll(/<(?:Key|Prefix)>([^<]+)</g)].map(([, key]) => key);
const element = (text: string, name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(text)?.[1];
beforeEach(() => {
  for (const key of keys) call('PUT', key, { body: key });
});

test('all keys, in the order of their bytes', () => {
  const text = list();
  expect(found(text)).toEqual(['a', 'b/1', 'b/2', 'b/c/3', 'd &amp; e', 'É']);
  expect(text).toContain(`<Size>1</Size><StorageClass>STANDARD</StorageClass>`);
  expect(text).toContain(`<ETag>&quot;${createHash('md5').update('a').digest('hex')}&quot;</ETag>`);
  expect(element(text, 'IsTruncated')).toBe('false');
});

test('by prefix and delimiter', () => {
  expect(found(list(['prefix', 'b/'], ['delimiter', '/']))).toEqual(['b/', 'b/1', 'b/2', 'b/c/']);
  expect(found(list(['delimiter', '/']))).toEqual(['a', 'd &amp; e', 'É', 'b/']);
});

test('page by page', () => {
  const seen: (string | undefined)[] = [];
  let token: string | undefined;
  do {
    const from: Pair[] = token === undefined ? [] : [['continuation-token', token]];
    const text = list(['list-type', '2'], ['delimiter', '/'], ['max-keys', '1'], ...from);
    seen.push(...found(text));
    token = element(text, 'NextContinuationToken');
  } while (token !== undefined);
  expect(seen).toEqual(['a', 'b/', 'd &amp; e', 'É']);
  const first = list(['max-keys', '2'], ['delimiter', '/']);
  expect(found(list(['marker', element(first, 'NextMarker') ?? ''], ['delimiter', '/']))).toEqual(['d &amp; e', 'É']);
});

test('encoded, and from a key on', () => {
  const text = list(['list-type', '2'], ['start-after', 'b/c/3'], ['encoding-type', 'url']);
  expect(found(text)).toEqual(['d%20%26%20e', '%C3%89']);
});
