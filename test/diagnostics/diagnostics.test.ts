import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readModel } from '../../src/codegen/generate';
import { availableLanguages } from '../../src/codegen/languages/registry';
import { Diagnostics, printDiagnostic } from '../../src/shared/diagnostics';

const models = readdirSync(__dirname).filter((name) => name.endsWith('.yaml'));

/** With WRITE_EXPECTED=1, what is said becomes what is expected: read it before it is committed. */
const write = process.env.WRITE_EXPECTED === '1';

test.each(models)('%s says what stands beside it', (name) => {
  const diagnostics = new Diagnostics();
  readModel({ model: name, cwd: __dirname, handlers: [], languages: availableLanguages }, diagnostics);
  const said = `${diagnostics.all.map(printDiagnostic).join('\n')}\n`;
  const file = path.join(__dirname, name.replace('.yaml', '.txt'));
  if (write) writeFileSync(file, said);
  expect(said).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
});

test('the entry document that is missing', () => {
  const diagnostics = new Diagnostics();
  readModel({ model: 'nowhere.yaml', cwd: __dirname, handlers: [] }, diagnostics);
  expect(diagnostics.all.map(({ code, place }) => [code, place.file])).toEqual([['missing-file', 'nowhere.yaml']]);
});

test('handlers in a language that no handlers are generated in', () => {
  const diagnostics = new Diagnostics();
  readModel({ model: 'handlers.yaml', cwd: path.join(__dirname, 'languages'), handlers: ['typescript'] }, diagnostics);
  expect(diagnostics.all.map(({ code, place }) => [code, place.pointer])).toEqual([
    ['handler-not-generated', '/paths/~1a/get/x-handler/language'],
  ]);
});
