import path from 'node:path';
import { generateCommand } from './api.mjs';
import { bytesIn, emptied } from './folders.mjs';
import { median, scratch } from './measure.mjs';
import { peers } from './peers.mjs';
import { asRatio, figure, inMegabytes, inSeconds } from './report.mjs';

/** Our TypeScript packages of a model and what peers write of it, each into a folder that was empty, in turns. Gives the results by name. */
export async function compareGenerators(name, model, { against = peers, times = 3 } = {}) {
  const ours = {
    name: 'here',
    writes: 'every TypeScript package',
    command: (...args) => generateCommand(...args, '--timings'),
  };
  const all = [ours, ...against].map((each) => ({ ...each, folder: path.join(scratch, `${name}-${each.name}`) }));
  const results = new Map();
  for (const { name: generator, writes, command, folder } of all) {
    const result = await median(command(model, folder), { times, prepare: () => emptied(folder) });
    const bytes = bytesIn(folder);
    results.set(generator, { ...result, bytes, folder });
    const { seconds, cpuSeconds, megabytes } = result;
    const parts = [
      inSeconds(cpuSeconds).padStart(8),
      'CPU',
      inMegabytes(megabytes).padStart(7),
      'peak',
      inMegabytes(bytes / 1e6),
      'written',
    ];
    figure(`${generator}: ${writes}`, inSeconds(seconds), { note: parts.join(' ') });
  }
  const [here, ...others] = [...results];
  for (const [generator, { seconds, cpuSeconds, megabytes }] of others) {
    const [, mine] = here;
    const more = `CPU ${asRatio(mine.cpuSeconds / cpuSeconds)}, memory ${asRatio(mine.megabytes / megabytes)}`;
    figure(`ratio of times, here to ${generator}`, asRatio(mine.seconds / seconds), { note: more });
  }
  return results;
}
