import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { typescript } from '../../../../src/codegen/languages/typescript';
import { emitInput } from '../../../support/emit-input';
import { temporaryWorkspace } from '../../../support/generated-packages';
import { readSpec } from '../../../support/read-spec';

const compiler = require.resolve('typescript/bin/tsc');

test('names of globals, of reserved words, of the runtime itself and of nothing at all compile', () => {
  const spec = readSpec(path.join(__dirname, 'hostile-names.yaml'));
  if (spec === undefined) throw new Error('hostile-names.yaml has errors');
  const directory = temporaryWorkspace();
  for (const file of typescript.runtime?.(emitInput(spec.service, { name: 'hostile' })) ?? []) {
    mkdirSync(path.dirname(path.join(directory, file.path)), { recursive: true });
    writeFileSync(path.join(directory, file.path), file.text);
  }
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', directory, '--noEmit'], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  expect(stdout).toBe('');
});
