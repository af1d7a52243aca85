import { isValid } from '../../../src/codegen/mocks/is-valid';
import { MockValues } from '../../../src/codegen/mocks/mock-values';
import type { Shape } from '../../../src/codegen/model/shape';
import { type MockData, mockLocales } from '../../../src/shared/mock-data';
import { allOf, anyOf, integer, list, named, oneOf, ref, structure, text } from './shapes';

function mock(shape: Shape, shapes: Readonly<Record<string, Shape>> = {}, options: MockData = {}) {
  const values = new MockValues({
    shapes: named(shapes),
    seed: 1337,
    largest: 32_000,
    direction: 'response',
    ...options,
  });
  return values.value(shape, 'test');
}

const tree = structure({ name: text, 'children?': list(ref('Tree')), 'parent?': ref('Tree') });

test.each<[string, { given: Shape; want: unknown }]>([
  ['an example that is valid', { given: { ...text, examples: ['as the author says'] }, want: 'as the author says' }],
  ['null as an example', { given: { ...anyOf(text, { kind: 'null' }), examples: [null] }, want: null }],
  ['a default', { given: { ...integer, default: 7 }, want: 7 }],
  ['the next example when the first is not valid', { given: { ...integer, examples: ['x', 8] }, want: 8 }],
  ['the first of an enum', { given: { kind: 'enum', values: ['small', 'large'] }, want: 'small' }],
  ['null only when there is nothing else', { given: oneOf({ kind: 'null' }, integer), want: expect.any(Number) }],
  ['a mail address', { given: structure({ email: text }), want: { email: expect.stringMatching(/@example\.com$/) } }],
  ['a list of three', { given: list(text), want: [expect.any(String), expect.any(String), expect.any(String)] }],
  ['no member that is written only', { given: structure({ password: { ...text, writeOnly: true } }), want: {} }],
  [
    'members that are read only',
    { given: structure({ id: { ...text, readOnly: true } }), want: { id: expect.any(String) } },
  ],
  ['nothing for what cannot be', { given: { kind: 'never' }, want: undefined }],
  ['an object without an optional member that cannot be', { given: structure({ 'x?': { kind: 'never' } }), want: {} }],
  [
    'nothing for an object with a required member that cannot be',
    { given: structure({ x: { kind: 'never' } }), want: undefined },
  ],
  [
    'a member that is called __proto__',
    { given: structure({ ['__proto__']: text }), want: Object.fromEntries([['__proto__', expect.any(String)]]) },
  ],
])('gives %s', (_, { given, want }) => {
  expect(mock(given)).toEqual(want);
});

test.each([
  [0.01, 2],
  [0.1, 1],
  [2.5, 1],
  [1e-7, 7],
])('multiples of %p have no more decimals than that', (multipleOf, decimals) => {
  const shape: Shape = { kind: 'number', integer: false, multipleOf };
  for (let seed = 0; seed < 50; seed += 1) {
    const value = mock(shape, {}, { seed }) as number;
    expect(value).toBe(Number(value.toFixed(decimals)));
    expect(isValid(value, shape, new Map())).toBe(true);
  }
});

test('a number is a multiple by its decimals, not by a division of doubles', () => {
  const shape: Shape = { kind: 'number', integer: false, multipleOf: 0.01 };
  const judged = [4.35, 1.1, -0.07, 0, 1.8800000000000001, 0.005, Number.POSITIVE_INFINITY];
  expect(judged.map((value) => isValid(value, shape, new Map()))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each<[string, Shape]>([
  ['a range', { kind: 'number', integer: true, minimum: 3, maximum: 4 }],
  ['an exclusive range', { kind: 'number', integer: false, exclusiveMinimum: 0, exclusiveMaximum: 0.001 }],
  ['a multiple', { kind: 'number', integer: false, multipleOf: 0.01, minimum: 5 }],
  ['an integer that is a multiple of a fraction', { kind: 'number', integer: true, multipleOf: 2.5 }],
  ['a range far away', { kind: 'number', integer: true, minimum: 1_000_000, maximum: 1_000_001 }],
  ['negative numbers', { kind: 'number', integer: true, maximum: -5 }],
  ['a long text', { kind: 'string', minLength: 300, maxLength: 301 }],
  ['a short text', { kind: 'string', maxLength: 2 }],
  ['no text at all', { kind: 'string', maxLength: 0 }],
  ['a text of bytes', { kind: 'string', format: 'byte', minLength: 40 }],
  ['a pattern', { kind: 'string', pattern: '^[A-Z]{3}-\\d{4}$' }],
  ['a pattern with a choice', { kind: 'string', pattern: '^(?:cat|dog)s?(?: and (?:cat|dog)s?)*$' }],
  ['a pattern with an assertion', { kind: 'string', pattern: '^(?=.*\\d)[a-z0-9]{8,}$' }],
  ['a pattern of a certain length', { kind: 'string', pattern: '^[a-z]+$', minLength: 60, maxLength: 64 }],
  ['a pattern of an address in AWS', { kind: 'string', pattern: '^arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+$' }],
  ['a pattern with properties', { kind: 'string', pattern: '^\\p{Lu}\\p{Ll}+$' }],
  ['a pattern of another script', { kind: 'string', pattern: '^\\p{Script=Greek}{3,}$' }],
  ['a pattern of what is not in ASCII', { kind: 'string', pattern: '^[^\\x00-\\x7f]+$' }],
  ['a pattern that escapes a dash', { kind: 'string', pattern: '^[^\\-\\x00-\\x7f]{2}$' }],
  ['a pattern of pictures', { kind: 'string', pattern: '^[\u{1f600}-\u{1f64f}]{2}$', minLength: 2, maxLength: 2 }],
  ['a pattern with a group that may be empty', { kind: 'string', pattern: '^(?:a|)b(?<rest>-\\w{2})?$' }],
  ['unique items', { kind: 'list', items: { kind: 'enum', values: [1, 2, 3, 4] }, uniqueItems: true, minItems: 4 }],
  [
    'unique items with one example',
    { kind: 'list', items: { ...text, examples: ['x'] }, uniqueItems: true, minItems: 3 },
  ],
  ['many items', { kind: 'list', items: integer, minItems: 12 }],
  ['few items', { kind: 'list', items: integer, maxItems: 1 }],
  ['a tuple', { kind: 'tuple', prefix: [text, integer], rest: { kind: 'never' }, minItems: 2 }],
  ['a tuple with a rest', { kind: 'tuple', prefix: [text], rest: integer, minItems: 4 }],
  ['a map', { kind: 'map', values: integer }],
  ['a map of some size', { kind: 'map', values: integer, minProperties: 30 }],
  ['few properties', structure({ a: text, 'b?': text, 'c?': text }, { maxProperties: 2 })],
  ['many properties', structure({ a: text }, { minProperties: 3, additional: integer })],
  ['exactly one of two that overlap', oneOf({ kind: 'number', integer: true }, { kind: 'number', integer: false })],
  ['exactly one of two objects', oneOf(structure({ a: text }), structure({ b: text }))],
  ['exactly one of two objects, one with more', oneOf(structure({ a: text }), structure({ a: text, b: text }))],
  ['all of two objects', allOf(structure({ a: text }), structure({ b: integer }))],
  ['all of two ranges', allOf({ ...integer, minimum: 10 } as Shape, { ...integer, maximum: 11 } as Shape)],
  [
    'all of an object and a choice',
    allOf(structure({ a: text }), oneOf(structure({ b: text }), structure({ c: text }))),
  ],
  ['an enum within a range', allOf({ kind: 'enum', values: [1, 20] }, { ...integer, minimum: 10 } as Shape)],
  ['not a text', allOf({ kind: 'any' }, { kind: 'negation', not: text })],
  [
    'not one value',
    allOf({ kind: 'enum', values: ['a', 'b'] }, { kind: 'negation', not: { kind: 'enum', values: ['a'] } }),
  ],
  ['neither this nor that', { kind: 'negation', not: anyOf(text, integer) }],
])('keeps to %s', (_, shape) => {
  const value = mock(shape);
  expect(value).toBeDefined();
  expect(isValid(value ?? null, shape, named({}))).toBe(true);
});

test('recursive members are dropped when they are optional', () => {
  expect(mock(ref('Tree'), { Tree: tree })).toEqual({ name: expect.any(String) });
});

test('a required recursive member ends at the first way out', () => {
  const shapes = {
    Expression: oneOf(ref('Sum'), ref('Group'), ref('Literal')),
    Sum: structure({ left: ref('Expression'), right: ref('Expression') }, { additional: { kind: 'never' } }),
    Group: structure({ items: list(ref('Expression')) }, { additional: { kind: 'never' } }),
    Literal: structure({ value: integer }, { additional: { kind: 'never' } }),
  };
  const value = mock(ref('Expression'), shapes);
  expect(isValid(value ?? null, ref('Expression'), named(shapes))).toBe(true);
  expect(JSON.stringify(value).length).toBeLessThan(200);
});

test.each<[string, Readonly<Record<string, Shape>>]>([
  ['a required member of itself', { A: structure({ a: ref('A') }) }],
  ['a circle of required members', { A: structure({ b: ref('B') }), B: structure({ a: ref('A') }) }],
  ['nothing but itself', { A: ref('A') }],
  ['all of itself', { A: allOf(ref('A'), structure({})) }],
  ['a list that needs itself', { A: { kind: 'list', items: ref('A'), minItems: 2 } }],
])('a shape that has %s has no value', (_, shapes) => {
  expect(mock(ref('A'), shapes)).toBeUndefined();
});

test('the items of a list have ids of their own', () => {
  const pet = structure({ id: { ...integer, examples: [7] }, name: { ...text, examples: ['Rex'] } });
  expect(mock(list(pet))).toEqual([7, 8, 9].map((id) => ({ id, name: 'Rex' })));
});

test('the discriminator names the member that was taken', () => {
  const shapes = {
    Cat: structure({ kind: text, lives: integer }, { additional: { kind: 'never' } }),
    Dog: structure({ kind: text, 'tricks?': list(text) }, { additional: { kind: 'never' } }),
  };
  const discriminator = {
    property: 'kind',
    mapping: new Map([
      ['cat', 0],
      ['dog', 1],
    ]),
  };
  const pet: Shape = { kind: 'union', mode: 'one', members: [ref('Cat'), ref('Dog')], discriminator };
  expect(mock(list(pet), shapes)).toMatchObject([{ kind: 'cat' }, { kind: 'dog' }, { kind: 'cat' }]);
});

test('a change of one member leaves the values of the others', () => {
  const before = mock(structure({ a: text, b: integer })) as Record<string, unknown>;
  const after = mock(structure({ z: text, b: integer, a: text })) as Record<string, unknown>;
  expect(after).toMatchObject(before);
});

test('a wide model that refers to itself everywhere is quick', () => {
  const names = Array.from({ length: 60 }, (_, index) => `S${index}`);
  const members = () => Object.fromEntries(names.map((name) => [`${name}?`, ref(name)]));
  const shapes = Object.fromEntries(names.map((name) => [name, structure({ id: text, ...members() })]));
  const started = performance.now();
  expect(JSON.stringify(mock(ref('S0'), shapes)).length).toBeLessThan(1_000_000);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test.each([
  [0, []],
  [1, [1, 1, 1]],
  [3, [3, 2, 1]],
  [6, [6, 4, 1]],
])('lists have up to %p items, and fewer in lists', (maxArrayLength, want) => {
  const nested = list(structure({ list: list(structure({ list: list(text) })) }));
  const counts: number[] = [];
  let items = mock(nested, {}, { maxArrayLength }) as { list: [] }[];
  for (; items.length > 0; items = items[0]?.list ?? []) counts.push(items.length);
  expect(counts).toEqual(want);
});

test('what a model asks for is more than the length of lists', () => {
  const five: Shape = { kind: 'list', items: integer, minItems: 5 };
  expect(mock(five, {}, { maxArrayLength: 2 })).toHaveLength(5);
});

test('people and places are those of the locale, and their addresses have no accents', () => {
  const person = structure({ firstName: text, city: text, email: text, currency: text, title: text });
  const of = (locale: MockData['locale']) =>
    mock(list(person), {}, { ...(locale === undefined ? {} : { locale }), maxArrayLength: 30 });
  const [english, german, spanish, french] = mockLocales.map((locale) => JSON.stringify(of(locale)));
  expect(english).toBe(JSON.stringify(of(undefined)));
  expect(german).toMatch(/"city":"(?:Köln|München|Zürich|Nürnberg)"/);
  expect(spanish).toMatch(/"firstName":"(?:Sofía|Lucía|Inés|Andrés|Héctor|Tomás)"/);
  for (const text of [german, spanish, french]) {
    expect(text).not.toBe(english);
    for (const [, address] of (text ?? '').matchAll(/"email":"([^"]*)"/g))
      expect(address).toMatch(/^[a-z]+\.[a-z]+@example\.com$/);
  }
});
