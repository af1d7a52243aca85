#!/usr/bin/env node
// Installs every sample from the packed tarball, in a copy, builds it as its users would, and calls it. Compile this package first.
// With --update, what a build writes differently from what is committed is brought back to the samples.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './run.mjs';
import { callSample, freePort, pack, projen, runOrFail, serve, step } from './workspace.mjs';

const fromHere = 'file:../..';

const samples = [
  {
    name: 'root',
    api: '.',
    build: async (folder) => {
      await step('root: npx projen build', () => projen(folder, 'build'));
      await step('root: npx projen build, once more and without a network', async () => {
        const output = await runOrFail('npx', ['projen', 'build'], {
          cwd: folder,
          env: { npm_config_offline: 'true' },
        });
        if (!output.includes('synth: up to date')) throw new Error(`something was done again:\n${output}`);
      });
    },
  },
  {
    name: 'nx-monorepo',
    api: 'packages/pets',
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
  const folder = mkdtempSync(path.join(tmpdir(), 'type-safe-api-samples-'));
  try {
    const tarball = await step('Packing this package', () => pack(folder));
    for (const sample of samples) await check(sample, path.join(folder, sample.name), tarball);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function check({ name, api, build }, folder, tarball) {
  const source = path.join(root, 'samples', name);
  cpSync(source, folder, {
    recursive: true,
    filter: (file) => !/node_modules|package-lock\.json/.test(path.basename(file)),
  });
  const committed = filesOf(folder);
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

/** projen's files are read-only. */
function overwrite(file, text) {
  rmSync(file);
  writeFileSync(file, text);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true }).filter((file) => statSync(path.join(folder, file)).isFile());
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
