#!/usr/bin/env node
// Prepares what the tests need of Python and Java, in .cache: the bindings, a virtual environment, a class path. What is up to date is left alone.
// With the name of a language, only that; then the last line is JSON that says where things are. Compile this package first, but for
// `--dependencies`, which prepares only what needs nothing of it. `--missing LANGUAGE` says what this machine lacks for a language, if anything.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from './bindings/files.mjs';
import { bindings, buildBindings } from './bindings.mjs';
import { cache, hashOf, readJson, writeJson } from './cache.mjs';
import { seconds } from './run.mjs';
import {
  forgetOwnArtifacts,
  javaClasspath,
  lambdaClient,
  loggingClasspath,
  mavenArguments,
  missingJava,
} from './toolchains/java.mjs';
import { installWheel, missingPython, prepareEnvironment, pythonTool } from './toolchains/python.mjs';

/** Milliseconds. */
const worthSaying = 2000;

const toolchains = {
  python: {
    missing: missingPython,
    dependencies: prepareEnvironment,
    prepare: async () => {
      await installWheel(path.join(bindings, 'python'));
      return { tools: path.dirname(pythonTool('python')) };
    },
  },
  java: {
    missing: missingJava,
    dependencies: javaClasspath,
    prepare: async () => {
      const classpath = await javaClasspath();
      const jar = path.join(
        bindings,
        'java',
        filesOf(path.join(bindings, 'java')).find((file) => file.endsWith('.jar')),
      );
      forgetOldJar(jar);
      return {
        classpath: [jar, classpath].join(path.delimiter),
        lambdaClient: await lambdaClient(),
        logging: await loggingClasspath(),
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
 * @param wanted the names of the languages
 * @param say is told what happens
 * @returns for every language where its things are, or what is `missing`
 */
export async function prepareToolchains(wanted, say = console.log) {
  const missing = await missingOf(wanted);
  await buildBindings(say);
  const prepared = await Promise.all(
    wanted.map(async (name) => (missing[name] ? { missing: missing[name] } : prepare(name, say))),
  );
  return Object.fromEntries(wanted.map((name, index) => [name, prepared[index]]));
}

async function prepare(name, say) {
  const start = performance.now();
  await toolchains[name].dependencies();
  const result = await toolchains[name].prepare();
  if (performance.now() - start > worthSaying) say(`${name}: ready after ${seconds(start)}`);
  return result;
}

/** Prepares what needs nothing of this package: it may not be compiled yet. */
async function prepareDependencies(wanted) {
  const missing = await missingOf(wanted);
  await Promise.all(wanted.filter((name) => !missing[name]).map((name) => toolchains[name].dependencies()));
}

async function missingOf(wanted) {
  return Object.fromEntries(await Promise.all(wanted.map(async (name) => [name, await toolchains[name].missing()])));
}

async function main() {
  const all = Object.keys(toolchains);
  const [only, language] = process.argv.slice(2);
  if (only === '--dependencies') return prepareDependencies(all);
  if (only === '--missing') return console.log((await toolchains[language].missing()) ?? '');
  if (only !== undefined && !all.includes(only)) {
    throw new Error(`no such toolchain: ${only}; there are ${all.join(', ')}`);
  }
  const result = await prepareToolchains(only === undefined ? all : [only]);
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
