import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { bundleHandlers, linkedWorkspace, synthetic } from '../api.mjs';
import { measure, middle, root } from '../measure.mjs';
import { asRatio, figure, heading, inKilobytes, inMilliseconds, inSeconds } from '../report.mjs';

/** How large a handler's bundle is, how long it takes to load, and whether it grows with the API around it. */
export async function bundles() {
  heading('Handler bundles, minified, without Powertools');
  await sample();
  const sizes = {};
  for (const operations of [1, 10, 100]) {
    const model = synthetic(operations, { handlers: true });
    const { seconds, folder } = await bundleHandlers(linkedWorkspace(`bundles-${operations}`, model));
    sizes[operations] = largest(folder);
    const goal = operations === 1 ? { goal: '< 20 kB', peer: '517 kB' } : {};
    figure(`the largest handler of ${operations}`, inKilobytes(sizes[operations]), goal);
    figure(`  bundling all of them`, inSeconds(seconds));
  }
  figure('a handler among 100 to one alone', asRatio(sizes[100] / sizes[1]), { goal: '1.00 x', peer: '3.3 x' });
}

/** The handler that a new workspace has. */
async function sample() {
  const workspace = linkedWorkspace('bundles-sample', path.join(root, 'samples/root/model/src/main.yaml'));
  const { folder } = await bundleHandlers(workspace);
  const bundle = path.join(folder, 'say-hello/index.js');
  figure('the handler of the sample', inKilobytes(statSync(bundle).size), { goal: '<= 8 kB' });
  const program = `const start = performance.now(); require(${JSON.stringify(bundle)}); console.log(performance.now() - start)`;
  const runs = [];
  for (let run = 0; run < 15; run += 1) runs.push(Number((await measure([process.execPath, '-e', program])).output));
  figure('  loading it, median of 15 processes', inMilliseconds(middle(runs)), { goal: '<= 5 ms' });
}

function largest(folder) {
  const bundles = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Math.max(...bundles.map(({ name }) => statSync(path.join(folder, name, 'index.js')).size));
}
