import { spawn } from 'node:child_process';

/** A program of this machine, with its arguments. */
export interface Program {
  /** A path, or a name to be found on the search path. */
  readonly file: string;
  readonly args: readonly string[];
}

export interface CommandOptions {
  readonly cwd: string;
  /** The environment; without it, that of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the program. */
  readonly signal?: AbortSignal;
}

/** What became of a program whose output was kept. */
export interface Captured {
  readonly code: number;
  /** What it printed, on both streams. */
  readonly printed: string;
}

/** Runs a program without a shell, showing what it prints. Gives its exit code. @throws when there is no such program. */
export function runProgram({ file, args }: Program, { cwd, env = process.env }: CommandOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program without a shell, keeping what it prints. @throws when there is no such program. */
export function captureProgram({ file, args }: Program, options: CommandOptions): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: process.env, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, printed: Buffer.concat(chunks).toString() }));
  });
}

/**
 * Runs a program without a shell, showing what it prints; what is for its standard error is kept until it ends, and shown as `edit` has it.
 * Gives its exit code. @throws when there is no such program
 */
export function runEdited(
  { file, args }: Program,
  options: CommandOptions,
  edit: (text: string) => string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['inherit', 'inherit', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      const text = edit(Buffer.concat(chunks).toString());
      if (text !== '') process.stderr.write(`${text}\n`);
      resolve(code ?? 1);
    });
  });
}

/** True for what a program that is not there leads to. */
export function isMissingProgram(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
