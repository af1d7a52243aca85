import { generateCommand, githubApi } from '../api.mjs';
import { compareGenerators } from '../generators.mjs';
import { median } from '../measure.mjs';
import { installPeers } from '../peers.mjs';
import { figure, heading, inSeconds } from '../report.mjs';
import { compileSeconds } from '../typescript.mjs';

/** All our TypeScript packages of GitHub's API, against what others write of it. */
export async function github() {
  installPeers();
  heading("GitHub's API, 1,223 operations, 13 MB of JSON; goals: half the time of openapi-typescript, no more memory");
  const results = await compareGenerators('github', githubApi);
  const here = results.get('here');
  console.log(here.output.slice(here.output.lastIndexOf('files written')).trimEnd().replace(/^/gm, '    '));
  const unchanged = await median(generateCommand(githubApi, here.folder));
  figure('here again, nothing changed', inSeconds(unchanged.seconds), { goal: '< 0.25 s' });
  const types = `${here.folder}/generated/runtime/typescript/types`;
  const runtime = await compileSeconds(types);
  const checked = await compileSeconds(types, {}, { skipLibCheck: false });
  const infrastructure = await compileSeconds(`${here.folder}/generated/infrastructure/typescript/src`, {
    'bench-typescript-runtime': [`${types}/index.d.ts`],
  });
  const heyApi = await compileSeconds(results.get('hey-api 0.95').folder);
  const goal = 'no more than over the output of hey-api';
  figure('tsc --noEmit, the runtime', inSeconds(runtime), { goal });
  figure('the constructs, with the runtime that they import and the CDK', inSeconds(infrastructure), { goal });
  figure('the runtime with its declarations checked, too (skipLibCheck: false)', inSeconds(checked));
  figure("tsc --noEmit, hey-api's output", inSeconds(heyApi));
}
