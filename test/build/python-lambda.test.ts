import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installLambdaClient } from '../../src/build/python-lambda';
import { interpreterOf } from '../../src/shared/interpreters';
import { runtimeClientFolder } from '../../src/shared/workspace';

let directory: string;
const at = (file: string) => path.join(directory, file);
const calls = () => readFileSync(at('calls'), 'utf8').trimEnd().split('\n');

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'python-lambda-'));
  mkdirSync(path.dirname(interpreterOf(directory)), { recursive: true });
  const program = `#!${process.execPath}
const fs = require('fs');
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
fs.mkdirSync('${runtimeClientFolder('python')}', { recursive: true });
`;
  writeFileSync(interpreterOf(directory), program, { mode: 0o755 });
  writeFileSync(at('.venv/pyvenv.cfg'), 'version = 3.11.2\n');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('the runtime interface client is installed once for a Python, which is not started to see that', async () => {
  await installLambdaClient(directory);
  await installLambdaClient(directory);
  expect(calls()).toEqual([expect.stringMatching(/-m pip .*--target \.type-safe-api\/lambda\/python awslambdaric==/)]);
  writeFileSync(at('.venv/pyvenv.cfg'), 'version = 3.13.1\n');
  await installLambdaClient(directory);
  expect(calls()).toHaveLength(2);
});
