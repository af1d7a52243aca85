import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly cwd: string;
  /** The environment; without it, that of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs Node with arguments, without a shell, showing what it prints. Gives its exit code. */
export function runNode(args: readonly string[], { cwd, env = process.env }: CommandOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
