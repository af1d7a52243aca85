#!/usr/bin/env node
// Runs every check of this repository, on a fresh clone too: `npm test`. With names of checks, only those: `npm test -- unit lint`.
// The last line counts the tests of all suites together.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installIfNeeded } from './install.mjs';
import { quietJsii, root, run, seconds } from './run.mjs';

const scratch = mkdtempSync(path.join(tmpdir(), 'type-safe-api-test-'));

/** A check that passes or fails as a whole. Of one that passes, only what `says` gives is shown. */
const command = (name, what, argv, says = () => '') => ({
  name,
  what,
  run: async () => {
    const { code, output } = await run(argv[0], argv.slice(1), { env: quietJsii });
    const shown = (code === 0 ? says(output) : output).trimEnd();
    if (shown !== '') console.log(shown);
    return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  },
});

/** A Jest project, whose tests are counted one by one. */
const jest = (name, what) => ({
  name,
  what,
  run: async () => {
    const file = path.join(scratch, `${name}.json`);
    const options = ['--selectProjects', name, '--silent', '--json', '--outputFile', file, '--maxWorkers', '2'];
    const { code, output } = await run('npx', ['--no-install', 'jest', ...options]);
    const report = readReport(file);
    if (report === undefined || code !== 0)
      console.log(output.slice(0, output.indexOf('{"numFailedTestSuites"') >>> 0));
    if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
    // A suite that does not even load has no tests, and is one failure.
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      failed: code === 0 ? failed : Math.max(failed, 1),
      skipped: report.numPendingTests,
    };
  },
});

const checks = [
  command('compile', 'jsii compiles the package', ['npx', '--no-install', 'projen', 'compile']),
  command('types', 'the tests type-check', ['npx', '--no-install', 'tsc', '--noEmit', '-p', 'test']),
  command('lint', 'Biome finds nothing', ['npx', '--no-install', 'biome', 'ci', '--colors=off', '.']),
  jest('unit', 'units, architecture and conformance'),
  command('toolchains', 'bindings, Python and Java are ready', ['node', 'scripts/toolchains.mjs'], (output) => output),
  jest('slow', 'generated code compiled and called, real APIs, servers'),
  command('samples', 'the packed tarball builds and serves every sample', ['node', 'scripts/samples.mjs']),
];

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function main() {
  const only = process.argv.slice(2);
  const unknown = only.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(`no such check: ${unknown.join(', ')}; there are ${checks.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  if (await installIfNeeded()) console.log(`installed the dependencies in ${root}`);
  const wanted = checks.filter(({ name }) => only.length === 0 || only.includes(name));
  // It takes a while, most of it on one core, and nothing before the check of that name needs it; that check also says what goes wrong.
  if (wanted.some(({ name }) => name === 'toolchains'))
    run(process.execPath, ['scripts/toolchains.mjs', '--dependencies']);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const check of wanted) {
    const start = performance.now();
    const result = await check.run();
    for (const key of Object.keys(total)) total[key] += result[key];
    const verdict = result.failed === 0 ? 'ok  ' : 'FAIL';
    console.log(
      `${verdict} ${check.name}: ${check.what} (${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped, ${seconds(start)})`,
    );
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
