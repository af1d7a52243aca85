import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { linkedWorkspace } from '../api.mjs';
import { measure, root } from '../measure.mjs';
import { asRatio, figure, heading, inKilobytes, inSeconds } from '../report.mjs';

/** How large a handler's bundle is, and whether it grows with the API around it. */
export async function bundles() {
  heading('Handler bundles, minified, without Powertools');
  const sizes = {};
  for (const operations of [1, 10, 100]) {
    const workspace = linkedWorkspace(`bundles-${operations}`, operations);
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

function largest(folder) {
  const bundles = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Math.max(...bundles.map(({ name }) => statSync(path.join(folder, name, 'index.js')).size));
}
