#!/usr/bin/env node
// Prepares what the tests need of Python and Java, in .cache: the bindings, a virtual environment, a class path. What is up to date is left alone.
// With the name of a language, only that; then the last line is JSON that says where things are. Compile this package first.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from './bindings/files.mjs';
import { bindings, buildBindings } from './bindings.mjs';
import { cache, hashOf, readJson, writeJson } from './cache.mjs';
import { seconds } from './run.mjs';
import { forgetOwnArtifacts, javaClasspath, mavenArguments, missingJava } from './toolchains/java.mjs';
import { missingPython, preparePython, pythonTool } from './toolchains/python.mjs';

const toolchains = {
  python: {
    missing: missingPython,
    prepare: async (say) => {
      const start = performance.now();
      const done = await preparePython(path.join(bindings, 'python'));
      if (done !== undefined) say(`python: ${done} in ${seconds(start)}`);
      return { tools: path.dirname(pythonTool('python')) };
    },
  },
  java: {
    missing: missingJava,
    prepare: async (say) => {
      const start = performance.now();
      const classpath = await javaClasspath();
      if (performance.now() - start > 2000) say(`java: Maven resolved the CDK in ${seconds(start)}`);
      const jar = path.join(
        bindings,
        'java',
        filesOf(path.join(bindings, 'java')).find((file) => file.endsWith('.jar')),
      );
      forgetOldJar(jar);
      return {
        classpath: [jar, classpath].join(path.delimiter),
        javac: 'javac',
        java: 'java',
        settings: mavenArguments,
      };
    },
  },
};

/** Maven never asks again for a version that it has seen: after the jar has changed, it must not remember the older one. */
function forgetOldJar(jar) {
  const file = path.join(cache, 'java/state.json');
  const key = hashOf(readFileSync(jar));
  if (readJson(file)?.key === key) return;
  forgetOwnArtifacts();
  writeJson(file, { key });
}

/**
 * Prepares the toolchains that this machine has.
 *
 * @param say is told what happens
 * @returns for every wanted language where its things are, or what is `missing`
 */
export async function prepareToolchains(wanted = Object.keys(toolchains), say = console.log) {
  const missing = await Promise.all(wanted.map((name) => toolchains[name].missing()));
  await buildBindings(say);
  const prepared = await Promise.all(
    wanted.map(async (name, index) => (missing[index] ? { missing: missing[index] } : toolchains[name].prepare(say))),
  );
  return Object.fromEntries(wanted.map((name, index) => [name, prepared[index]]));
}

async function main() {
  const only = process.argv[2];
  if (only !== undefined && !(only in toolchains))
    throw new Error(`no such toolchain: ${only}; there are python, java`);
  const result = await prepareToolchains(only && [only]);
  for (const [name, { missing }] of Object.entries(result)) {
    if (missing === undefined) continue;
    if (process.env.CI === 'true') throw new Error(`${name}: ${missing} is missing`);
    console.log(`WARNING: the tests of ${name} are skipped: ${missing} is missing`);
  }
  if (only !== undefined) console.log(JSON.stringify(result[only]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
