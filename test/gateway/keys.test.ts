import { keyOf, literalNameOf, namesOf, self } from '../../src/gateway/buckets/keys';

const namesOfKey = (key: string, whole = false) => key.split('/').flatMap((segment) => namesOf(segment, whole));

test.each<[key: string, path: string]>([
  ['rex.json', 'rex.json'],
  ['a b+c', 'a b+c'],
  ['tierärztin/ü', 'tierärztin/ü'],
  ['100%', '100%25'],
  ['a:b*c?"<>|\\', 'a%3Ab%2Ac%3F%22%3C%3E%7C%5C'],
  ['line\nend', 'line%0Aend'],
  ['..', '%2E%2E'],
  ['a/../b', 'a/%2E%2E/b'],
  ['...', '%2E%2E%2E'],
  ['/a', '%_/a'],
  ['a//b/', 'a/%_/b/%_'],
  ['CON', '%43ON'],
  ['nul.txt', '%6Eul.txt'],
  ['console', 'console'],
  ['point.', 'point%2E'],
  ['blank ', 'blank%20'],
])('the key %j is the file %j', (key, path) => {
  expect(namesOfKey(key).join('/')).toBe(path);
  expect(keyOf(namesOfKey(key))).toBe(key);
});

test.each<[key: string, path: string]>([
  ['Rex', '%52ex'],
  ['rex', '%72ex'],
  ['Ä/ä', '%C3%84/%C3%A4'],
  ['a b:', '%61 b%3A'],
  ['..', '%2E%2E'],
])('where case does not count, the key %j is the file %j', (key, path) => {
  expect(namesOfKey(key, true).join('/')).toBe(path);
  expect(keyOf(namesOfKey(key, true))).toBe(key);
});

test.each(['x'.repeat(1024), 'ü'.repeat(512), '%'.repeat(300), `${'a'.repeat(199)}%/b`])(
  'a long segment is spread over folders: %#',
  (key) => {
    for (const whole of [false, true]) {
      const names = namesOfKey(key, whole);
      expect(Math.max(...names.map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(204);
      expect(keyOf(names)).toBe(key);
    }
  },
);

test.each<[what: string, names: readonly string[], key: string]>([
  ['an object that is above others', ['pets', 'p1', self], 'pets/p1'],
  ['a name that no key would get', ['a%20b.txt'], 'a%20b.txt'],
  ['a percent sign that encodes nothing', ['100%.txt'], '100%.txt'],
])('the key of %s', (_, names, key) => {
  expect(keyOf(names)).toBe(key);
});

test.each<[segment: string, want: string | undefined]>([
  ['100%.txt', '100%.txt'],
  ['a%20b', 'a%20b'],
  ['point.', 'point.'],
  ['..', undefined],
  ['', undefined],
  ['a\\b', undefined],
  ['a%25b', undefined],
])('a file that was laid in the folder for %j is called %j', (segment, want) => {
  expect(literalNameOf(segment)).toBe(want);
});
