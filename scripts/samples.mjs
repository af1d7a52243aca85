#!/usr/bin/env node
// Installs every sample from the packed tarball, in a copy, builds it as its users would, and calls it. Compile this package first.
// With --update, what a build writes differently from what is committed is brought back to the samples. With names, only those samples.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './run.mjs';
import { missingJava } from './toolchains/java.mjs';
import { missingPython } from './toolchains/python.mjs';
import { callSample, freePort, pack, projen, runOrFail, serve, step } from './workspace.mjs';

const fromHere = 'file:../..';
const definition = '.projenrc.ts';
/** What an install makes, and generation: versions of packages, and handlers. */
const madeLater = /^package\.json$|^handlers\/.+\.(py|typed|java)$/;

/** A workspace of its own, which projen builds; with `options`, it is what `projen new` makes of them. */
const workspace = (name, missing = async () => undefined, options = undefined) => ({
  name,
  api: '.',
  missing,
  options,
  build: async (folder) => {
    await step(`${name}: npx projen build`, () => projen(folder, 'build'));
    await step(`${name}: npx projen build, once more and without a network`, async () => {
      const output = await runOrFail('npx', ['projen', 'build'], { cwd: folder, env: withoutNetwork });
      if (!output.includes('synth: up to date')) throw new Error(`something was done again:\n${output}`);
    });
  },
});

const withoutNetwork = { npm_config_offline: 'true', PIP_NO_INDEX: '1' };

const samples = [
  workspace('root'),
  workspace('python', missingPython, ['--handler-language', 'python', '--infrastructure-language', 'python']),
  workspace('java', missingJava, ['--handler-language', 'java', '--infrastructure-language', 'java']),
  workspace('mixed', async () => (await missingPython()) ?? (await missingJava())),
  {
    name: 'nx-monorepo',
    api: 'packages/pets',
    missing: async () => undefined,
    build: async (folder) => {
      const build = () =>
        runOrFail('npx', ['nx', 'run-many', '--target=build', '--output-style=stream'], { cwd: folder });
      await step('nx-monorepo: npx projen', () => projen(folder));
      await step('nx-monorepo: npx nx run-many --target=build', build);
      await step('nx-monorepo: once more, from the cache', async () => {
        const output = await build();
        if (!/read the output from the cache instead of running the command for (\d+) out of \1 tasks/.test(output)) {
          throw new Error(`not everything came from the cache:\n${output}`);
        }
      });
    },
  },
];

async function main() {
  const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const unknown = only.filter((name) => !samples.some((sample) => sample.name === name));
  if (unknown.length > 0) throw new Error(`no such sample: ${unknown.join(', ')}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'type-safe-api-samples-'));
  try {
    const tarball = await step('Packing this package', () => pack(folder));
    for (const sample of samples.filter(({ name }) => only.length === 0 || only.includes(name))) {
      const missing = await sample.missing();
      if (missing === undefined) await check(sample, path.join(folder, sample.name), tarball);
      else if (process.env.CI === 'true') throw new Error(`${sample.name}: ${missing} is missing`);
      else console.log(`WARNING: the sample ${sample.name} is skipped: ${missing} is missing`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function check({ name, api, build, options }, folder, tarball) {
  const source = path.join(root, 'samples', name);
  const committed = await filesInGit(source);
  if (options !== undefined) {
    const what = `${name}: npx projen new ${options.join(' ')}`;
    await step(what, () =>
      checkNew({ source, committed, options, folder: path.join(path.dirname(folder), 'new'), tarball }),
    );
  }
  for (const file of committed) cpSync(path.join(source, file), path.join(folder, file));
  for (const file of committed) replaceIn(path.join(folder, file), fromHere, `file:${tarball}`);
  // As on the machine of a user: what git ignores is no input of a build.
  await runOrFail('git', ['init', '--quiet'], { cwd: folder });
  await step(`${name}: npm install`, () => runOrFail('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder }));
  await build(folder);
  const built = (file) => readFileSync(path.join(folder, file), 'utf8').replaceAll(`file:${tarball}`, fromHere);
  const changed = committed.filter((file) => built(file) !== readFileSync(path.join(source, file), 'utf8'));
  if (process.argv.includes('--update')) {
    for (const file of changed) overwrite(path.join(source, file), built(file));
  } else if (changed.length > 0) {
    const files = changed.join(', ');
    throw new Error(`building ${name} changed what is committed: ${files}; run 'node scripts/samples.mjs --update'`);
  }
  const gateway = await serve({ api: path.join(folder, api), root: folder, port: await freePort(0), show: false });
  try {
    await callSample({ api: path.join(folder, api), url: gateway.url });
  } finally {
    await gateway.stop();
  }
}

/** A new workspace, before anything is installed, has the files of the sample; only its definition says more. */
async function checkNew({ source, committed, options, folder, tarball }) {
  const outdir = path.join(folder, path.basename(source));
  const flags = ['--outdir', outdir, '--name', 'pets', ...options, '--no-git', '--no-post'];
  mkdirSync(folder, { recursive: true });
  await runOrFail('npx', ['--yes', 'projen', 'new', '--from', tarball, ...flags], { cwd: folder, env: { CI: '' } });
  const made = (file) => readFileSync(path.join(outdir, file), 'utf8').replaceAll(`file:${tarball}`, fromHere);
  const kept = (file) => readFileSync(path.join(source, file), 'utf8');
  const isSame = (file) => existsSync(path.join(outdir, file)) && made(file) === kept(file);
  const different = committed.filter((file) => file !== definition && !madeLater.test(file) && !isSame(file));
  if (different.length > 0)
    throw new Error(`'projen new' makes other files than the sample has: ${different.join(', ')}`);
  const lines = new Set(made(definition).split('\n'));
  const missing = kept(definition)
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//') && !lines.has(line));
  if (missing.length > 0) throw new Error(`'projen new' leaves out of ${definition}:\n${missing.join('\n')}`);
}

/** projen's files are read-only. */
function overwrite(file, text) {
  rmSync(file);
  writeFileSync(file, text);
}

/** The files of a folder that git has, or would take: not what somebody built there. */
async function filesInGit(folder) {
  const output = await runOrFail('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: folder });
  return output.split('\n').filter((file) => file !== '' && existsSync(path.join(folder, file)));
}

function replaceIn(file, from, to) {
  const text = readFileSync(file, 'utf8');
  if (text.includes(from)) writeFileSync(file, text.replaceAll(from, to));
}

try {
  await main();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
