import { rmSync } from 'node:fs';
import path from 'node:path';
import { generateCommand, githubApi, installPeers } from '../api.mjs';
import { median, root, scratch } from '../measure.mjs';
import { asRatio, figure, heading, inMegabytes, inSeconds } from '../report.mjs';

/** All our TypeScript packages of GitHub's API, against the types alone by openapi-typescript. */
export async function github() {
  installPeers();
  heading("GitHub's API, 1,223 operations");
  const output = path.join(scratch, 'github');
  const ours = await median(generateCommand(githubApi, output, '--timings'), {
    prepare: () => rmSync(output, { recursive: true, force: true }),
  });
  const peer = path.join(root, 'test/bench/node_modules/openapi-typescript/bin/cli.js');
  const theirs = await median([process.execPath, peer, githubApi, '-o', path.join(scratch, 'github.ts')]);
  const unchanged = await median(generateCommand(githubApi, output));
  figure('every TypeScript package', inSeconds(ours.seconds), { goal: 'no slower than openapi-typescript' });
  figure('  peak memory', inMegabytes(ours.megabytes), { goal: '< 700 MB' });
  figure('openapi-typescript, types only', inSeconds(theirs.seconds));
  figure('  peak memory', inMegabytes(theirs.megabytes));
  figure('ratio of times, ours to theirs', asRatio(ours.seconds / theirs.seconds), { goal: '<= 1' });
  figure('ratio of memory', asRatio(ours.megabytes / theirs.megabytes));
  figure('again, nothing changed', inSeconds(unchanged.seconds), { goal: '< 0.4 s' });
  const phases = ours.output.slice(ours.output.lastIndexOf('files written'));
  console.log(phases.trimEnd().replace(/^/gm, '    '));
}
