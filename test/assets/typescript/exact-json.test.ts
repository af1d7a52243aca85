import fc from 'fast-check';
import type * as ExactJson from '../../../assets/typescript/runtime/support/exact-json';
import type * as Int64 from '../../../assets/typescript/runtime/support/int64';
import { loadSupport } from '../../support/runtime-support';

const { parseExact, printExact, withExactJson, exactJson, readExact, int64 } =
  loadSupport<typeof ExactJson>('exact-json');
const { isInt64, toInt64, toPlainInt64 } = loadSupport<typeof Int64>('int64');

const big = '9007199254740993';
const least = '-9223372036854775808';
const greatest = '9223372036854775807';
const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, ExactJson.Int64Places, unknown]>([
  [big, int64, 9007199254740993n],
  [least, int64, -9223372036854775808n],
  ['9007199254740991', int64, 9007199254740991],
  ['1', int64, 1],
  ['1.5', int64, 1.5],
  ['-0', int64, -0],
  ['1e19', int64, 1e19],
  ['9223372036854775808', int64, 2 ** 63],
  ['0.1234567890123456789', int64, Number('0.1234567890123456789')],
  [`"${big}"`, int64, big],
  [big, {}, 9007199254740992],
  [`[${big},${big}]`, { others: int64 }, [9007199254740993n, 9007199254740993n]],
  [`[${big},${big}]`, { members: { 1: int64 } }, [9007199254740992, 9007199254740993n]],
  [`{"a":${big},"b":${big}}`, { members: { a: int64 } }, { a: 9007199254740993n, b: 9007199254740992 }],
  [
    `{"a":{"b":[{}, ${big} ]}}`,
    { members: { a: { others: { others: int64 } } } },
    { a: { b: [{}, 9007199254740993n] } },
  ],
  [`{"a\\"]${big}":"[\\\\\\"${big}"}`, { others: int64 }, { [`a"]${big}`]: `[\\"${big}` }],
  [`{"constructor":${big}}`, { members: {} }, { constructor: 9007199254740992 }],
  [`{"a":${big}}`, { either: [{ members: { b: int64 } }, () => ({ others: int64 })] }, { a: 9007199254740993n }],
])('%s', (text, places, want) => expect(parseExact(text, places)).toEqual(want));

test('a member called __proto__ is a member', () => {
  const value = parseExact(`{"__proto__":{"a":${big}}}`, { others: { others: int64 } }) as object;
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(printExact(value)).toBe(`{"__proto__":{"a":${big}}}`);
});

test('places that lead to themselves end where the value does', () => {
  const node: ExactJson.Int64Places = () => ({ members: { id: int64, next: node } });
  const text = `{"id":${big},"next":{"id":${greatest},"next":null}}`;
  expect(printExact(parseExact(text, node))).toBe(text);
});

test('what JSON.parse reads is read so, wherever integers are', () => {
  const anywhere: ExactJson.Int64Places = () => ({ here: true, others: anywhere });
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (value, space) => {
      // So many digits that it is looked at.
      const text = JSON.stringify([value, '1234567890123456'], null, space);
      const read = parseExact(text, anywhere);
      expect(JSON.parse(printExact(read))).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  [[1, undefined, 2n], '[1,null,2]'],
  [{ a: undefined, b: null, c: () => 1, d: 1n }, '{"b":null,"d":1}'],
  [{ when: new Date(0) }, '{"when":"1970-01-01T00:00:00.000Z"}'],
  [[Number.NaN], '[null]'],
])('%j is printed as JSON.stringify would, and %s', (value, want) => expect(printExact(value)).toBe(want));

test('JSON that is none is refused as ever', () => {
  const content = exactJson(int64);
  expect(() => content.decode(bytes('{'), 'application/json')).toThrow(/^is not valid JSON: /);
  expect(readExact(int64)(bytes(''), 'application/json')).toBeUndefined();
  expect(content.decode(bytes(greatest), 'application/json')).toBe(9223372036854775807n);
});

test('what is inside of a parameter becomes JSON, and nothing else', () => {
  const file = new Uint8Array(1);
  expect(withExactJson([{ a: 1n }, 2n, null])).toEqual(['{"a":1}', 2n, null]);
  expect(withExactJson({ a: { b: 1n }, c: [2n, [3n]], d: 4n, file })).toEqual({
    a: '{"b":1}',
    c: [2n, '[3]'],
    d: 4n,
    file,
  });
  expect(withExactJson(5n)).toBe(5n);
});

test.each([
  [big, 9007199254740993n, 9007199254740993n],
  [`+${big}`, 9007199254740993n, `+${big}`],
  ['12', 12, 12],
  ['012', 12, '012'],
  ['1.5', 1.5, 1.5],
  ['9223372036854775808', 2 ** 63, '9223372036854775808'],
  ['a', 'a', 'a'],
  [undefined, undefined, undefined],
])('the text %s is %s, or where texts are as good %s', (text, value, plain) => {
  expect(toInt64(text)).toBe(value);
  expect(toPlainInt64(text)).toBe(plain);
});

test.each<[unknown, readonly string[]]>([
  [undefined, []],
  [1, []],
  [9223372036854775807n, []],
  [-9223372036854775808n, []],
  [9223372036854775808n, ['format']],
  [1e19, ['format']],
  [1.5, ['type']],
  ['1', ['type']],
])('%s violates %j', (value, want) => {
  const report: { constraint: string; pointer: string; message: string }[] = [];
  isInt64(value, '', report);
  expect(report.map(({ constraint }) => constraint)).toEqual(want);
});
