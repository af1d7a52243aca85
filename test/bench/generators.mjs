import { generateCommand } from './api.mjs';
import { bytesIn, freshFolder } from './folders.mjs';
import { mediansInTurns } from './measure.mjs';
import { peers } from './peers.mjs';
import { asRatio, figure, inMegabytes, inSeconds } from './report.mjs';

/** Our TypeScript packages of a model and what peers write of it, each into a folder of its own, in turns. Gives the results by name. */
export async function compareGenerators(name, model, { against = peers, times = 5 } = {}) {
  const ours = {
    name: 'here',
    writes: 'every TypeScript package',
    command: (...args) => generateCommand(...args, '--timings'),
  };
  const all = [ours, ...against];
  const medians = await mediansInTurns(
    all.map(({ name: generator, command, isSlow }) => ({
      times: isSlow ? 1 : times,
      prepare: () => {
        const folder = freshFolder(`${name}-${generator.replaceAll(' ', '-')}`);
        return { folder, argv: command(model, folder) };
      },
    })),
  );
  const results = new Map();
  for (const [index, { name: generator, writes, isSlow }] of all.entries()) {
    const result = medians[index];
    const bytes = bytesIn(result.folder);
    results.set(generator, { ...result, bytes });
    const { seconds, cpuSeconds, megabytes } = result;
    const parts = [
      inSeconds(cpuSeconds).padStart(8),
      'CPU',
      inMegabytes(megabytes).padStart(7),
      'peak',
      inMegabytes(bytes / 1e6),
      'written',
      ...(isSlow ? ['(one run)'] : []),
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
