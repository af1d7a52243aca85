import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PythonToolchain } from './toolchains';

interface Finding {
  readonly Level: string;
  readonly Filename: string;
  readonly Message: string;
}

/** The errors that cfn-lint finds in templates, each after the name of its file. */
export async function lintTemplates({ bin }: PythonToolchain, files: readonly string[]): Promise<string[]> {
  // It ends with a code that says what it found.
  const { stdout } = await promisify(execFile)(bin('cfn-lint'), ['--format', 'json', ...files], {
    maxBuffer: 1e9,
  }).catch((error: { readonly stdout: string; readonly stderr: string }) => {
    if (error.stdout === '') throw new Error(`cfn-lint failed:\n${error.stderr}`);
    return error;
  });
  const findings = JSON.parse(stdout) as readonly Finding[];
  const errors = findings.filter(({ Level }) => Level === 'Error');
  return errors.map(({ Filename, Message }) => `${path.basename(Filename)}: ${Message}`);
}
