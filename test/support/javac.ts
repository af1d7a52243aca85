import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JavaToolchain } from './toolchains';

/** Compiles Java with all warnings into a folder. Gives the messages of the compiler, such as `/tmp/App.java:3: error: …`. */
export function compileJava(
  { javac, classpath }: JavaToolchain,
  sources: readonly string[],
  classes: string,
): string[] {
  mkdirSync(classes, { recursive: true });
  const list = `${classes}.sources`;
  writeFileSync(list, sources.map((source) => `"${source.replaceAll('\\', '/')}"\n`).join(''));
  // Annotations of the CDK are for processors that are not there, and have members whose classes are not.
  const lint = '-Xlint:all,-processing,-classfile';
  const options = ['--release', '17', lint, '-Werror', '-proc:none', '-encoding', 'UTF-8', '-d', classes];
  const { status, stderr } = spawnSync(javac, [...options, '-classpath', classpath, `@${list}`], { encoding: 'utf8' });
  const messages = stderr.split('\n').filter((line) => /\.java:\d+: /.test(line) || line.startsWith('error: '));
  if (status !== 0 && messages.length === 0) throw new Error(`javac failed:\n${stderr}`);
  return messages.map((message) => path.normalize(message));
}
