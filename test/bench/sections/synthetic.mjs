import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateCommand, synthetic as spec } from '../api.mjs';
import { median, root, scratch } from '../measure.mjs';
import { asRatio, figure, heading, inMegabytes, inSeconds } from '../report.mjs';

/** How the cost grows with the number of operations. */
export async function synthetic() {
  heading('Synthetic APIs, every TypeScript package');
  const seconds = {};
  for (const operations of [10, 100, 1000, 3000]) {
    const output = path.join(scratch, `synthetic-${operations}`);
    const options = { prepare: () => rmSync(output, { recursive: true, force: true }) };
    const result = await median(generateCommand(spec(operations), output), options);
    seconds[operations] = result.seconds;
    const goal = operations === 1000 ? { goal: '< 2 s', peer: '23.8 s' } : {};
    figure(`${operations} operations`, inSeconds(result.seconds), goal);
    figure('  peak memory', inMegabytes(result.megabytes));
  }
  figure('1,000 operations to 100', asRatio(seconds[1000] / seconds[100]), { goal: '<= 11' });
  figure('3,000 operations to 1,000', asRatio(seconds[3000] / seconds[1000]));
  const output = path.join(scratch, 'synthetic-1000');
  const unchanged = await median(generateCommand(spec(1000), output));
  figure('1,000 operations again, nothing changed', inSeconds(unchanged.seconds), { goal: '< 0.4 s' });
  await compileRuntime(output);
  const handlers = path.join(scratch, 'synthetic-handlers');
  const stubs = await median(generateCommand(spec(1000, { handlers: true }), handlers), {
    prepare: () => rmSync(handlers, { recursive: true, force: true }),
  });
  figure('1,000 operations, each with the stub and the test of a handler', inSeconds(stubs.seconds));
}

async function compileRuntime(output) {
  const project = path.join(output, 'generated/runtime/typescript');
  const config = path.join(scratch, 'tsconfig.runtime.json');
  const compilerOptions = {
    noEmit: true,
    composite: false,
    incremental: false,
    typeRoots: [path.join(root, 'node_modules/@types')],
  };
  writeFileSync(
    config,
    JSON.stringify({
      extends: path.join(project, 'tsconfig.json'),
      compilerOptions,
      include: [`${project}/src/**/*.ts`],
    }),
  );
  const result = await median([process.execPath, path.join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
    times: 1,
  });
  figure('tsc over the runtime of 1,000 operations', inSeconds(result.seconds), { goal: '< 10 s', peer: '42 s' });
  figure('  peak memory', inMegabytes(result.megabytes), { peer: '1.3 GB' });
}
