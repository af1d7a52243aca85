#!/usr/bin/env node
// Makes the bindings of this package for Python and Java: `bindings/python/*.whl` and `bindings/java`, a Maven repository. Compile this package first.
// What is up to date is left alone. Where Java is missing, its bindings are left out and that is said aloud; with CI=true it is an error.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { constructsPackage, writePackage } from './bindings/constructs-package.mjs';
import { filesOf } from './bindings/files.mjs';
import { buildMavenRepository } from './bindings/maven.mjs';
import { buildWheel } from './bindings/wheel.mjs';
import { cache, hashOf, readJson, writeJson } from './cache.mjs';
import { withLock } from './lock.mjs';
import { quietJsii, root, run, seconds } from './run.mjs';
import { missingJava } from './toolchains/java.mjs';

/** Where the bindings are. */
export const bindings = path.join(root, 'bindings');

const scratch = path.join(cache, 'bindings');
const state = path.join(scratch, 'state.json');

const languages = [
  { name: 'python', build: buildWheel },
  { name: 'java', build: buildMavenRepository, missing: missingJava },
];

/**
 * Brings the bindings up to date.
 *
 * @param say is told what happens
 * @returns the languages that were built now
 */
export function buildBindings(say = console.log) {
  return withLock('bindings', async () => {
    const files = await constructsPackage();
    const key = keyOf(files);
    const done = readJson(state) ?? {};
    const stale = languages.filter(({ name }) => done[name] !== key || !existsSync(path.join(bindings, name)));
    const wanted = await withToolchain(stale, say);
    if (wanted.length === 0) return [];
    const start = performance.now();
    const code = await generateCode(files, wanted);
    const generated = seconds(start);
    await Promise.all(wanted.map(({ name, build }) => build(path.join(code, name), path.join(bindings, name))));
    writeJson(state, { ...done, ...Object.fromEntries(wanted.map(({ name }) => [name, key])) });
    const names = wanted.map(({ name }) => name);
    say(`bindings: built for ${names.join(' and ')} in ${seconds(start)} (${generated} of it generating code)`);
    return names;
  });
}

/** The languages that can be built on this machine. Stale bindings of the others are removed: none is better than wrong ones. */
async function withToolchain(stale, say) {
  const wanted = [];
  for (const language of stale) {
    const missing = await language.missing?.();
    if (missing === undefined) {
      wanted.push(language);
      continue;
    }
    const message = `the bindings for ${language.name} cannot be built: ${missing} is missing`;
    if (process.env.CI === 'true') throw new Error(message);
    rmSync(path.join(bindings, language.name), { recursive: true, force: true });
    say(`WARNING: ${message}; install it and run 'npx projen bindings' again`);
  }
  return wanted;
}

/** Two runs with the same key make the same bindings. */
function keyOf(files) {
  const folder = path.join(root, 'scripts/bindings');
  const scripts = filesOf(folder).map((file) => readFileSync(path.join(folder, file)));
  const { version } = readJson(path.join(root, 'node_modules/jsii-pacmak/package.json'));
  return hashOf(version, ...scripts, ...[...files].flat());
}

async function generateCode(files, wanted) {
  const code = path.join(scratch, 'code');
  const source = path.join(scratch, 'package');
  rmSync(code, { recursive: true, force: true });
  writePackage(source, files);
  const targets = wanted.map(({ name }) => name);
  const args = ['--no-install', 'jsii-pacmak', source, '--code-only', '--outdir', code, '--targets', ...targets];
  const result = await run('npx', args, { env: quietJsii });
  if (result.code !== 0) throw new Error(`jsii-pacmak failed:\n${result.output}`);
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const built = await buildBindings();
    if (built.length === 0) console.log('bindings: up to date');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
