import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readModel } from '../../../src/codegen/generate';
import { Diagnostics } from '../../../src/shared/diagnostics';

const repository = path.join(__dirname, '../../..');
const specs = readdirSync(path.join(repository, 'test/specs')).filter((name) => name.endsWith('.yaml'));

/** Those that are wrong on purpose. */
const refused: Readonly<Record<string, readonly string[]>> = {
  'dangling-ref.yaml': ['unresolved-reference'],
  'duplicate-operation-ids.yaml': ['duplicate-operation-id'],
  'empty-file.yaml': ['empty-file'],
  'invalid-yaml.yaml': ['invalid-yaml'],
  'not-openapi.yaml': ['not-openapi'],
  'swagger-2.0.yaml': ['swagger-2'],
};

function readFile(file: string) {
  const diagnostics = new Diagnostics();
  const reading = readModel({ model: file, cwd: repository, handlers: [] }, diagnostics);
  return { reading, errors: diagnostics.all.filter(({ severity }) => severity === 'error') };
}

test.each(specs)('%s is read, or refused at a place', (name) => {
  const { reading, errors } = readFile(`test/specs/${name}`);
  expect([...new Set(errors.map(({ code }) => code))]).toEqual(refused[name] ?? []);
  for (const { place } of errors) expect(place.file).toMatch(/^test\/specs\//);
  if (refused[name] === undefined) expect(reading?.service.title).toBeDefined();
});

test("GitHub's API is read whole", () => {
  const { reading, errors } = readFile('node_modules/@octokit/openapi/generated/api.github.com.json');
  expect(errors).toEqual([]);
  expect(reading?.service.operations).toHaveLength(1223);
  expect(new Set(reading?.service.operations.map(({ id }) => id)).size).toBe(1223);
});

test('the galaxy of Scalar is read whole', () => {
  const { reading, errors } = readFile('node_modules/@scalar/galaxy/dist/latest.json');
  expect(errors).toEqual([]);
  expect(reading?.service.operations).toHaveLength(10);
});
