import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { load as parseYaml } from 'js-yaml';
import { readModel } from '../../../src/codegen/generate';
import { Diagnostics } from '../../../src/shared/diagnostics';
import { isJsonObject, type Json } from '../../../src/shared/json';
import { writeFiles } from '../../support/model-files';

const folder = path.join(__dirname, '../../specs');
const broken = ['empty-file.yaml', 'invalid-yaml.yaml', 'not-openapi.yaml', 'swagger-2.0.yaml'];
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && !broken.includes(name))
  .map((name) => parseYaml(readFileSync(path.join(folder, name), 'utf8')) as Json);

/** What nobody means and editors leave behind. */
const junk = fc.constantFrom<Json>(
  null,
  true,
  0,
  -1.5,
  '',
  'text',
  '#',
  [],
  {},
  [null],
  { $ref: '#' },
  { $ref: 1 },
  { type: [] },
  { allOf: {} },
);

/** A document with the value at one place replaced, or with one place referring to another. */
const damaged = fc
  .record({ document: fc.constantFrom(...documents), at: fc.nat(), to: fc.nat(), junk, link: fc.boolean() })
  .map(({ document, at, to, junk, link }) => {
    const pointers = [...pointersOf(document)];
    const target = pointers[at % pointers.length] ?? [];
    const other = (pointers[to % pointers.length] ?? []).map((token) =>
      token.replaceAll('~', '~0').replaceAll('/', '~1'),
    );
    return replace(document, target, link ? { $ref: `#${other.map((token) => `/${token}`).join('')}` } : junk);
  });

test('no damage to a model crashes the reader, and each error has a place', () => {
  fc.assert(
    fc.property(damaged, (document) => {
      const diagnostics = new Diagnostics();
      const cwd = writeFiles({ 'api.json': document });
      readModel({ model: 'api.json', cwd, handlers: ['typescript'] }, diagnostics);
      for (const { place, message } of diagnostics.all) {
        expect(place.file).not.toBe('');
        expect(message).not.toMatch(/undefined|\[object|NaN/);
      }
    }),
    { numRuns: 1000 },
  );
});

function* pointersOf(value: Json, at: readonly string[] = []): Generator<readonly string[]> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* pointersOf(child, [...at, key]);
}

function replace(value: Json, [token, ...rest]: readonly string[], by: Json): Json {
  if (token === undefined) return by;
  if (Array.isArray(value))
    return value.map((child, index) => (String(index) === token ? replace(child, rest, by) : child));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, key === token ? replace(child, rest, by) : child]),
  );
}
