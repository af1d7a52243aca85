import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { typescript } from '../../../../src/codegen/languages/typescript';
import { emitInput } from '../../../support/emit-input';
import { temporaryWorkspace } from '../../../support/generated-packages';
import { readSpec } from '../../../support/read-spec';

const compiler = require.resolve('typescript/bin/tsc');

test('what is not in the model does not compile: statuses, shapes, handlers of other operations', () => {
  const spec = readSpec(path.join(__dirname, 'contract-types.yaml'));
  if (spec === undefined) throw new Error('contract-types.yaml has errors');
  const directory = temporaryWorkspace();
  for (const file of typescript.runtime?.(emitInput(spec.service, { name: 'contract' })) ?? []) {
    mkdirSync(path.dirname(path.join(directory, file.path)), { recursive: true });
    writeFileSync(path.join(directory, file.path), file.text);
  }
  copyFileSync(path.join(__dirname, 'contract-types.mts'), path.join(directory, 'types', 'contract-types.ts'));
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', directory, '--noEmit'], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
