import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The folder of this repository. */
export const root = path.join(here, '../..');

/** A folder of this run's own, removed at its end. */
export const scratch = mkdtempSync(path.join(tmpdir(), 'type-safe-api-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

let runs = 0;

/**
 * Runs a command as a whole process and gives its wall time, the processor time of all its Node processes, and the peak memory of the
 * largest of them.
 */
export async function measure(argv, { cwd = root, env = {} } = {}) {
  runs += 1;
  const usage = path.join(scratch, `usage-${runs}.jsonl`);
  const options = { BENCH_USAGE: usage, NODE_OPTIONS: `--require=${path.join(here, 'report-usage.cjs')}` };
  const start = performance.now();
  const { code, output } = await finished(
    spawn(argv[0], argv.slice(1), { cwd, env: { ...process.env, ...options, ...env } }),
  );
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}\n${output}`);
  const processes = existsSync(usage)
    ? readFileSync(usage, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  return {
    seconds,
    cpuSeconds: processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    megabytes: Math.max(0, ...processes.map(({ kibibytes }) => kibibytes)) / 1024,
    output,
  };
}

/** The median of several runs of a command, by wall time; `prepare` runs before each and is not measured. */
export async function median(argv, { times = 3, prepare = () => {}, ...options } = {}) {
  const results = [];
  for (let i = 0; i < times; i += 1) {
    prepare();
    results.push(await measure(argv, options));
  }
  return ofMiddle(results);
}

/**
 * The median of the runs of each of several commands, by wall time. They take turns, so that an hour at which the machine is slow is one for all.
 * @param commands each gives the command line of a run, in which its folder is, and says how often it runs
 */
export async function mediansInTurns(commands) {
  const results = commands.map(() => []);
  for (let turn = 0; commands.some(({ times }) => turn < times); turn += 1) {
    for (const [index, { times, prepare }] of commands.entries()) {
      if (turn >= times) continue;
      const { argv, folder } = prepare();
      results[index].push({ ...(await measure(argv)), folder });
    }
  }
  return results.map(ofMiddle);
}

function ofMiddle(results) {
  return results.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(results.length / 2)];
}

/** The median of some numbers. */
export function middle(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function finished(child) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
