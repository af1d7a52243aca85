import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compilerOptions } from '../../corpus/compiler-options';
import { temporaryWorkspace } from '../../support/generated-packages';

test('what does not depend on a model compiles under every strict option, without the optional packages too', () => {
  const directory = temporaryWorkspace();
  const options = {
    ...compilerOptions,
    lib: ['es2023'],
    module: 'preserve',
    moduleResolution: 'bundler',
    // Scripts are their sources without types, and nothing else.
    erasableSyntaxOnly: true,
    noUnusedLocals: true,
    // Here they are in no package of ES modules.
    verbatimModuleSyntax: false,
  };
  const include = [path.resolve(__dirname, '../../../assets/typescript/runtime')];
  const config = path.join(directory, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ compilerOptions: options, include }));
  const tsc = require.resolve('typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', config], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  expect(stdout + stderr).toBe('');
});
