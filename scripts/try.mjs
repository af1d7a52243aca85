#!/usr/bin/env node
// From a fresh clone to an API that answers: `npm run try`. With `-- --once` it stops after the calls.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installIfNeeded } from './install.mjs';
import { seconds } from './run.mjs';
import { callSample, compile, freePort, pack, projen, runOrFail, serve, step } from './workspace.mjs';

const once = process.argv.includes('--once');
const folder = mkdtempSync(path.join(tmpdir(), 'type-safe-api-try-'));
const workspace = path.join(folder, 'pets');

async function main() {
  const start = performance.now();
  console.log(`Everything below happens in ${folder}\n`);
  await step('Installing the dependencies of this repository, unless they are there', installIfNeeded);
  await step('Compiling this package', compile);
  const tarball = await step('Packing it', () => pack(folder));
  mkdirSync(workspace);
  await step('npx projen new --from <the tarball>, in an empty folder', () =>
    runOrFail('npx', ['--yes', 'projen', 'new', '--from', tarball, '--no-git'], { cwd: workspace, env: { CI: '' } }),
  );
  await step('npx projen build', () => projen(workspace, 'build'));
  const port = await freePort(3000);
  const gateway = await step('npx projen dev', () => serve({ api: workspace, root: workspace, port, show: true }));
  try {
    console.log('\nCalling every operation with the generated client:\n');
    const calls = await callSample({ api: workspace, url: gateway.url });
    console.log(`\n${calls} calls, all as the model says. ${seconds(start)} since the start.`);
    if (!once) await serveUntilStopped(gateway);
  } finally {
    await gateway.stop();
  }
}

async function serveUntilStopped({ url, ended }) {
  console.log(`\nStill serving on ${url}, until Ctrl-C. Change something in ${workspace} and see, for example`);
  console.log(`  ${path.join(workspace, 'handlers/typescript/src/say-hello.ts')}\n`);
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
  await Promise.race([ended, stopped]);
}

try {
  await main();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
