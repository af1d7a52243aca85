import fc from 'fast-check';
import { isValid } from '../../src/codegen/mocks/is-valid';
import { MockValues } from '../../src/codegen/mocks/mock-values';
import type { Service } from '../../src/codegen/model/service';
import type { Shape } from '../../src/codegen/model/shape';
import { isJsonObject, type Json, type JsonObject } from '../../src/shared/json';

/** Draws a value of an arbitrary, such as `fc.gen()` gives it to a property. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** Which texts stand where any text may: those that nothing in the way of a request minds, or those that anything might. */
export type Texts = 'plain' | 'hostile';

export interface ValueOptions {
  readonly service: Service;
  readonly direction: 'request' | 'response';
  readonly texts: Texts;
}

/**
 * A random valid value of a shape, or nothing where none is found: the generator of mocks makes one that the shape allows, whatever is in it;
 * then parts of it are replaced, removed and added, as long as the result is valid.
 */
export function drawValue(draw: Draw, shape: Shape, options: ValueOptions): Json | undefined {
  const { service, direction } = options;
  const seed = draw(fc.integer({ min: 0, max: 2 ** 31 - 1 }));
  const values = new MockValues({ shapes: service.shapes, seed, largest: 5_000, direction });
  const isGood = (value: Json) => isValid(value, shape, service.shapes, direction);
  let value = values.value(shape, 'drawn');
  if (value === undefined || !isGood(value)) return undefined;
  const rounds = draw(fc.integer({ min: 0, max: 6 }));
  for (let round = 0; round < rounds; round++) {
    const changed = change(draw, value, options.texts);
    if (isGood(changed)) value = changed;
  }
  return value;
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const plain = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 12 });

const odd = [
  ...[
    '',
    ' ',
    ' a',
    'a ',
    'a b',
    'a,b',
    ',',
    'a|b',
    '|',
    'a/b',
    '/',
    '.',
    '..',
    'a.b',
    '%',
    '%20',
    '%2C',
    '100%',
    '+',
    'a+b',
  ],
  ...[
    'a=b',
    '=',
    '&',
    'a&b=c',
    ';',
    'a;b',
    ';id=1',
    '#',
    '?',
    '"',
    "'",
    '\\',
    '[',
    ']',
    '[a]',
    '{}',
    '[]',
    '{"a":1}',
    'null',
  ],
  ...[
    'true',
    'false',
    '0',
    '01',
    '1',
    '-1',
    '1e3',
    '1.0',
    'undefined',
    '\u00e9',
    '\u65e5\u672c',
    '\u{1f600}',
    '\ufeffa',
    '__proto__',
  ],
  ...[
    'constructor',
    'toString',
    'a\r\nb',
    '\n',
    '\t',
    '\u0000',
    '--boundary',
    '\u202e',
    '%zz',
    'a%2Fb',
    '*',
    '!',
    '(',
    '~',
  ],
];
const hostile = fc.oneof(
  plain,
  fc.constantFrom(...odd),
  fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !/\p{Surrogate}/u.test(text)),
);

/** A random text. */
export function drawText(draw: Draw, texts: Texts): string {
  return draw(texts === 'plain' ? plain : hostile);
}

/** Random bytes. */
export function drawBytes(draw: Draw): Uint8Array {
  return new Uint8Array(draw(fc.uint8Array({ maxLength: 40 })));
}

const numbers = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  fc.constantFrom(1e21, 5e-324, 0.1, 1e300),
);

/** One change at a random place. */
function change(draw: Draw, value: Json, texts: Texts): Json {
  if (Array.isArray(value)) return changeList(draw, value, texts);
  if (isJsonObject(value)) return changeObject(draw, value, texts);
  if (typeof value === 'string') return drawText(draw, texts);
  if (typeof value === 'number') return draw(numbers);
  return typeof value === 'boolean' ? draw(fc.boolean()) : value;
}

function changeList(draw: Draw, list: readonly Json[], texts: Texts): Json {
  const at = list.length === 0 ? 0 : draw(fc.nat({ max: list.length - 1 }));
  const item = list[at];
  switch (item === undefined ? 'none' : draw(fc.constantFrom('change', 'change', 'remove', 'repeat', 'empty'))) {
    case 'change':
      return list.map((each, index) => (index === at ? change(draw, each, texts) : each));
    case 'remove':
      return list.filter((_, index) => index !== at);
    case 'repeat':
      return [...list, change(draw, item as Json, texts)];
    default:
      return [];
  }
}

function changeObject(draw: Draw, object: JsonObject, texts: Texts): Json {
  const entries = Object.entries(object);
  const at = entries.length === 0 ? 0 : draw(fc.nat({ max: entries.length - 1 }));
  const [name, member] = entries[at] ?? [];
  if (name === undefined || member === undefined) return object;
  switch (draw(fc.constantFrom('change', 'change', 'change', 'remove', 'add'))) {
    case 'change':
      return fromEntries(entries.map(([key, each], index) => [key, index === at ? change(draw, each, texts) : each]));
    case 'remove':
      return fromEntries(entries.filter((_, index) => index !== at));
    default:
      return fromEntries([...entries, [drawText(draw, texts), change(draw, member, texts)]]);
  }
}

/** As members of the object itself, whatever their names. */
function fromEntries(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries);
}
