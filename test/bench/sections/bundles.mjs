import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { generateCommand, synthetic } from '../api.mjs';
import { measure, root, scratch } from '../measure.mjs';
import { asRatio, figure, heading, inKilobytes, inSeconds } from '../report.mjs';

/** How large a handler's bundle is, and whether it grows with the API around it. */
export async function bundles() {
  heading('Handler bundles, minified, without Powertools');
  const sizes = {};
  for (const operations of [1, 10, 100]) {
    const workspace = await generated(operations);
    const handlers = path.join(workspace, 'handlers/typescript');
    const { seconds } = await measure([process.execPath, path.join(root, 'lib/cli/main.js'), 'bundle', handlers], {
      cwd: workspace,
    });
    sizes[operations] = largest(path.join(handlers, 'dist/lambda'));
    const goal = operations === 1 ? { goal: '< 20 kB', peer: '517 kB' } : {};
    figure(`the largest handler of ${operations}`, inKilobytes(sizes[operations]), goal);
    figure(`  bundling all of them`, inSeconds(seconds));
  }
  figure('a handler among 100 to one alone', asRatio(sizes[100] / sizes[1]), { goal: '1.00 x', peer: '3.3 x' });
}

/** A workspace with the packages of an API linked as a package manager would, and the esbuild of this repository. */
async function generated(operations) {
  const workspace = path.join(scratch, `bundles-${operations}`);
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(path.join(workspace, 'node_modules'), { recursive: true });
  const [node, ...rest] = generateCommand(synthetic(operations, { handlers: true }), workspace);
  execFileSync(node, rest, { stdio: 'pipe' });
  symlinkSync(
    path.join(workspace, 'generated/runtime/typescript'),
    path.join(workspace, 'node_modules/bench-typescript-runtime'),
    'junction',
  );
  symlinkSync(path.join(root, 'node_modules/esbuild'), path.join(workspace, 'node_modules/esbuild'), 'junction');
  return workspace;
}

function largest(folder) {
  const bundles = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Math.max(...bundles.map(({ name }) => statSync(path.join(folder, name, 'index.js')).size));
}
