import type { NamedShape } from '../../../src/codegen/model/service';
import type { Shape, UnionShape } from '../../../src/codegen/model/shape';
import { unionHint } from '../../../src/codegen/model/union-hint';

const text: Shape = { kind: 'string' };
const values = (...all: readonly string[]): Shape => ({ kind: 'enum', values: all });
const object = (members: Readonly<Record<string, Shape>>, more: { readonly implied?: boolean } = {}): Shape => ({
  kind: 'structure',
  members: Object.entries(members).map(([name, shape]) => ({ name, shape, required: false })),
  additional: { kind: 'any' },
  ...more,
});
const union = (...members: readonly Shape[]): UnionShape => ({ kind: 'union', mode: 'one', members });
const cat = object({ name: text, kind: values('cat') });
const dog = object({ kind: values('dog', 'puppy') });
const shapes = new Map<string, NamedShape>(
  Object.entries({ Cat: cat, Dogs: union({ kind: 'reference', target: 'Dogs' }) }).map(([name, shape]) => [
    name,
    { name, shape, pointer: `/components/schemas/${name}` },
  ]),
);
const reference = (target: string): Shape => ({ kind: 'reference', target });

test.each<[string, UnionShape, readonly (readonly [string, number])[]]>([
  [
    'objects that list values of their own',
    union(cat, dog),
    [
      ['cat', 0],
      ['dog', 1],
      ['puppy', 1],
    ],
  ],
  [
    'references',
    union(dog, reference('Cat')),
    [
      ['dog', 0],
      ['puppy', 0],
      ['cat', 1],
    ],
  ],
  [
    'compositions',
    union({ kind: 'intersection', members: [object({}), cat] }, dog),
    [
      ['cat', 0],
      ['dog', 1],
      ['puppy', 1],
    ],
  ],
  [
    'unions in unions',
    union(union(cat, dog), object({ kind: values('bird') })),
    [
      ['cat', 0],
      ['dog', 0],
      ['puppy', 0],
      ['bird', 1],
    ],
  ],
  [
    'members that are no objects',
    union(cat, dog, { kind: 'null' }, text),
    [
      ['cat', 0],
      ['dog', 1],
      ['puppy', 1],
    ],
  ],
])('%s are told apart', (_, shape, expected) => {
  expect(unionHint(shape, { shapes })).toEqual({ property: 'kind', mapping: new Map(expected), isExact: true });
});

test.each<[string, UnionShape]>([
  ['a value that two of them list', union(cat, object({ kind: values('cat', 'lion') }))],
  ['a property that one of them leaves open', union(cat, object({ kind: text }))],
  ['a property that one of them does not have', union(cat, object({ name: text }))],
  ['a member that may be anything else as well', union(cat, object({ kind: values('dog') }, { implied: true }))],
  ['a map', union(cat, { kind: 'map', values: text })],
  ['values that are not all texts', union(cat, object({ kind: { kind: 'enum', values: ['dog', 1] } }))],
  ['a schema that never ends', union(cat, reference('Dogs'))],
])('%s tells nothing', (_, shape) => {
  expect(unionHint(shape, { shapes })).toBeUndefined();
});

test('a discriminator tells which member is meant, and not more where others allow its values', () => {
  const discriminator = { property: 'name', mapping: new Map([['Tom', 0]]) };
  expect(unionHint({ ...union(cat, dog), discriminator }, { shapes })).toEqual({ ...discriminator, isExact: false });
  const kind = { property: 'kind', mapping: new Map([['cat', 0]]) };
  expect(unionHint({ ...union(cat, dog), discriminator: kind }, { shapes })).toMatchObject({ isExact: true });
});
