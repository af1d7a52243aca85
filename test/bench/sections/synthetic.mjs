import { generateCommand, synthetic as spec } from '../api.mjs';
import { freshFolder } from '../folders.mjs';
import { compareGenerators } from '../generators.mjs';
import { median, mediansInTurns } from '../measure.mjs';
import { installPeers } from '../peers.mjs';
import { asRatio, figure, heading, inMegabytes, inSeconds } from '../report.mjs';
import { compileRuntime } from '../typescript.mjs';

/** How the cost grows with the number of operations. */
export async function synthetic() {
  installPeers();
  const here = {};
  for (const operations of [10, 100, 1000, 3000]) {
    const times = operations > 1000 ? 1 : 5;
    heading(`A synthetic API of ${operations} operations${times === 1 ? ', of one run each' : ''}`);
    const results = await compareGenerators(`synthetic-${operations}`, spec(operations), { times });
    here[operations] = results.get('here');
  }
  heading('How the cost grows, every TypeScript package');
  figure('1,000 operations', inSeconds(here[1000].seconds), { goal: '< 2 s', peer: '23.8 s' });
  figure('1,000 operations to 100', asRatio(here[1000].seconds / here[100].seconds), { goal: '<= 11' });
  figure('3,000 operations to 1,000', asRatio(here[3000].seconds / here[1000].seconds), { goal: '<= 3.3' });
  const unchanged = await median(generateCommand(spec(1000), here[1000].folder));
  figure('1,000 operations again, nothing changed', inSeconds(unchanged.seconds), { goal: '< 0.25 s' });
  const compiled = await compileRuntime(here[1000].folder);
  figure('tsc over the runtime of 1,000 operations', inSeconds(compiled.seconds), { goal: '< 10 s', peer: '42 s' });
  figure('  peak memory', inMegabytes(compiled.megabytes), { peer: '1.3 GB' });
  const prepare = () => ({ argv: generateCommand(spec(1000, { handlers: true }), freshFolder('handlers')) });
  const [stubs] = await mediansInTurns([{ times: 3, prepare }]);
  figure('1,000 operations, each with the stub and the test of a handler', inSeconds(stubs.seconds));
}
