import { nameService } from '../../../../src/codegen/languages/typescript/names';
import { typeScriptFile } from '../../../../src/codegen/languages/typescript/source';
import { typeOf } from '../../../../src/codegen/languages/typescript/types';
import type { Shape } from '../../../../src/codegen/model/shape';

const any: Shape = { kind: 'any' };
const never: Shape = { kind: 'never' };
const string: Shape = { kind: 'string' };
const integer: Shape = { kind: 'number', integer: true };
const nothing: Shape = { kind: 'null' };
const shapes = new Map(['Pet', 'Date', 'promise'].map((name) => [name, { name, shape: string, pointer: '' }] as const));
const names = nameService({ title: '', version: '', operations: [], shapes });

function union(...members: readonly Shape[]): Shape {
  return { kind: 'union', mode: 'any', members };
}

function print(shape: Shape): string {
  const file = typeScriptFile('models/x');
  file.line`${typeOf(shape, { names, direction: 'response' })}`;
  return file
    .text()
    .replace(/^import.*\n\n/, '')
    .trimEnd();
}

interface Case {
  readonly given: Shape;
  readonly want: string;
}

test.each<[string, Case]>([
  ['anything', { given: any, want: 'unknown' }],
  ['bytes', { given: { kind: 'blob' }, want: 'Uint8Array' }],
  ['a list', { given: { kind: 'list', items: string }, want: 'string[]' }],
  ['a list of a union', { given: { kind: 'list', items: union(string, nothing) }, want: '(string | null)[]' }],
  [
    'an enum',
    { given: { kind: 'enum', values: ["it's", 1, null, { a: [true] }] }, want: "'it\\'s' | 1 | null | { a: [true] }" },
  ],
  ['a union with the same twice', { given: union(string, string), want: 'string' }],
  ['a union with anything', { given: union(string, any), want: 'unknown' }],
  [
    'an intersection',
    {
      given: { kind: 'intersection', members: [union(string, integer), any, { kind: 'reference', target: 'Pet' }] },
      want: '(string | number) & Pet',
    },
  ],
  ['a map', { given: { kind: 'map', values: integer }, want: '{ [name: string]: number }' }],
  [
    'an open tuple',
    {
      given: { kind: 'tuple', prefix: [string, integer], rest: any, minItems: 1 },
      want: '[string, number?, ...unknown[]]',
    },
  ],
  ['a closed tuple', { given: { kind: 'tuple', prefix: [string], rest: never }, want: '[string?]' }],
  ['a global name', { given: { kind: 'reference', target: 'Date' }, want: 'Date' }],
  [
    'a name that only differs in case from a global',
    { given: { kind: 'reference', target: 'promise' }, want: 'Promise' },
  ],
  [
    'members, quoted where they have to be',
    {
      given: {
        kind: 'structure',
        additional: never,
        members: [
          { name: 'class', required: true, shape: string },
          { name: 'x-y', required: false, shape: { ...string, description: 'Ends */ here' } },
          { name: 'größe', required: false, shape: integer },
        ],
      },
      want: "{\n  class: string;\n  /** Ends *\\/ here */\n  'x-y'?: string;\n  größe?: number;\n}",
    },
  ],
  [
    'declared members beside others, which are widened',
    {
      given: { kind: 'structure', additional: string, members: [{ name: 'id', required: false, shape: integer }] },
      want: '{\n  id?: number;\n  [name: string]: string | number | undefined;\n}',
    },
  ],
  [
    'what is only written, which a response need not have',
    {
      given: {
        kind: 'structure',
        additional: never,
        members: [{ name: 'secret', required: true, shape: { ...string, writeOnly: true } }],
      },
      want: '{\n  /** Only in requests. */\n  secret?: string;\n}',
    },
  ],
])('%s', (_, { given, want }) => {
  expect(print(given)).toBe(want);
});
