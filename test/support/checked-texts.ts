import fc from 'fast-check';
import type { Service } from '../../src/codegen/model/service';
import type { Json } from '../../src/shared/json';
import { serviceOf } from './checked-schemas';

/** Patterns that engines of other languages read differently, or would take for ever on. */
const patterns = [
  ...[
    '^[a-z]+$',
    '^\\d{4}-\\d{2}-\\d{2}$',
    '[a-z]+',
    'a.c',
    '^(ab|cd)*$',
    '^[^/]+/[^/]+$',
    '.{0,1600}',
    'a([a-c]+|[0-9]*)',
  ],
  ...[
    '\\bab',
    '\\Bb$|^c',
    '^[a-]+\\b',
    '^\\w+$',
    '^\\W+$',
    '^\\s+$',
    '^\\S{2}$',
    '^\\D$',
    '^.$',
    '^.{2,3}$',
    '[^\\[\\]]&&',
  ],
  ...['^[\\]\\-&[^~|]{2,}$', '^[\\s\\S]$', '^[]$', '^(?<x>ab|[cd])*?$', '^[^\\x00-\\x1f\u{1f600}]$', '^a?$|b$'],
  // Without the flag `u`: halves of characters are characters.
  ...['^\\-.$', '^\\-..$', '^\\-?[^a]{2}$', '^\\-?\\S+$', '^\\_\ud83d', '^[\\w\\-]+\\_$', '\\_?\ude00$', '^(\\-?.)*x$'],
  ...['^(a+)+$', '^(a|a)*b$', '^(\\w+\\s?)*$', '\\s+$', '^(.*)@(.*)$', '^(?=.*[A-Z])(?=.*\\d).{3,}$', '^(?!ab)[a-b]+$'],
  ...[
    '^[a-c]*(?<!b)$',
    '(?<=a)b(?!c)',
    '^(a?){3}b$',
    '^((ab?)*|b)(?=c|$)',
    '^(|){25}a$',
    '^\\p{L}+\\p{Lu}$',
    '^\\P{L}$',
  ],
  ...['^(?:(?!-)[ab-]{0,3}[ab]\\.)+b$', '^(a{2}|b{1,2}){2}$', '(?<!(?<=-)a)b', '(?<=\\b.*)c$'],
];

const parts = [
  ...[
    'a',
    'b',
    'c',
    'ab',
    'x',
    'A',
    '\u00e9',
    '\u0130',
    '\u017f',
    '\u{1f600}',
    '\ud83d',
    '\ude00',
    '1',
    '\u0663',
    '-',
    '.',
    '/',
    '@',
  ],
  ...[
    ' ',
    '\n',
    '\r',
    '\t',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\u0000',
    '_',
    '[',
    ']',
    '&',
    '~',
    '|',
    '2024-01-02',
  ],
];

/** What texts of formats are made of. */
const formatParts: Readonly<Record<string, readonly string[]>> = {
  date: ['2024', '2023', '0000', '2000', '1900', '-', '02', '29', '30', '31', '12', '00', '13', '\u0663', '\n', ' '],
  time: ['13', '23', '24', '59', '60', ':', '.', '5', 'Z', 'z', '+', '-', '02:00', '0200', '23:59:60', '00:00', '\n'],
  'date-time': [
    '2024-02-29',
    'T',
    't',
    ' ',
    '\u00a0',
    '\ufeff',
    '13:45:00',
    '23:59:60',
    '.123',
    'Z',
    'z',
    '+01:00',
    '-0100',
    '\n',
  ],
  email: ['a', '.', '@', 'b.c', '-', '+', "'", '\u00e9', '\u212a', '\u017f', 'A', 'example', '\n', '"'],
  uuid: ['urn:uuid:', '01234567', '-89ab', '-cdef', '-0123', '-456789abcdef', 'ABCDEF01', '-', '\u0130', '\n'],
  hostname: ['a', 'b-c', '-', '.', 'example.com', 'x'.repeat(63), 'x'.repeat(64), 'A', '_', '\u017f', '\n', '0'],
  ipv4: ['0', '1', '255', '256', '01', '.', '127.0.0.1', '10.0', '\u0663', '\n'],
  ipv6: ['::', ':', '1', 'ffff', 'FFFFF', '1:2:3:4:5:6:7:8', '127.0.0.1', '.', '%eth0', '\n', 'g'],
  uri: [
    'http',
    ':',
    '//',
    '/',
    'example.com',
    'user@',
    '[::1]',
    '[v1.a]',
    '[x]',
    ':80',
    '?q=1',
    '#f',
    '%20',
    '%zz',
    ' ',
    '\u00e9',
    '\n',
    '\\',
  ],
  int32: [],
  int64: [],
};

const numbers = [
  0,
  -0,
  1,
  -1,
  1.5,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 53,
  1e21,
  5e-324,
  1.7976931348623157e308,
];

/** Schemas of patterns, formats and numbers, with texts at random that may or may not be right. */
export function checkedTexts(
  count: number,
  seed: number,
): { service: Service; values: ReadonlyMap<string, readonly Json[]> } {
  const schemas: Record<string, Json> = {};
  const values = new Map<string, Json[]>();
  const add = (name: string, schema: Json, of: readonly Json[]) => {
    schemas[name] = schema;
    values.set(name, [...of]);
  };
  for (const [index, pattern] of patterns.entries()) {
    const long = ['a', 'ab', '-', 'a.', ' '].map((part) => `${part.repeat(2_000)}!`);
    add(`P${index}`, { type: 'string', pattern }, [...textsOf(parts, count, seed + index), ...long]);
    add(
      `N${index}`,
      { patternProperties: { [pattern]: false } },
      textsOf(parts, 5, seed).map((name) => ({ [name]: 1 })),
    );
  }
  for (const [index, [format, of]] of Object.entries(formatParts).entries()) {
    add(`F${index}`, { format, type: ['string', 'number', 'null'] }, [...textsOf(of, 5 * count, seed), ...numbers]);
  }
  for (const [index, step] of [0.1, 0.01, 3, 1e-7, 1e21, 0.3].entries()) {
    const near = numbers.flatMap((number) => [number, number * step, number / 3]).filter(Number.isFinite);
    add(`M${index}`, { type: 'number', multipleOf: step, minimum: step, exclusiveMaximum: 1e22 }, near);
    add(`E${index}`, { enum: [step, [step, '\u00e9\ud800"'], { a: -step }, true] }, [
      ...near,
      true,
      1,
      [step],
      { a: -step },
    ]);
  }
  const service = serviceOf(schemas, '3.1.0');
  if (service === undefined) throw new Error('the schemas are refused');
  return { service, values };
}

function textsOf(of: readonly string[], count: number, seed: number): string[] {
  if (of.length === 0) return [];
  const texts = fc.array(fc.constantFrom(...of), { maxLength: 7 }).map((drawn) => drawn.join(''));
  return fc.sample(texts, { numRuns: count, seed });
}
