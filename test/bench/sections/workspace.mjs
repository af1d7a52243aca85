import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bytesIn } from '../folders.mjs';
import { measure, median, root, scratch } from '../measure.mjs';
import { figure, heading, inSeconds } from '../report.mjs';

/** What a user waits for: from an empty folder to a green build, and the builds after it. */
export async function workspace() {
  heading('A new workspace, from the packed tarball, npm cache as it is');
  const { output } = await measure(['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', scratch], {
    cwd: root,
  });
  const tarball = path.join(scratch, JSON.parse(output.slice(output.indexOf('[')))[0].filename);
  const folder = path.join(scratch, 'pets');
  mkdirSync(folder);
  const create = await measure(['npx', '--yes', 'projen', 'new', '--from', tarball, '--no-git'], { cwd: folder });
  const build = await measure(['npx', 'projen', 'build'], { cwd: folder });
  figure('projen new', inSeconds(create.seconds));
  figure('first projen build', inSeconds(build.seconds));
  figure('empty folder to green build, 2 commands', inSeconds(create.seconds + build.seconds), {
    goal: '< 60 s',
    peer: '148 s',
  });
  reportInstalled(folder);
  const unchanged = await median(['npx', 'projen', 'build'], { cwd: folder });
  figure('projen build, nothing changed', inSeconds(unchanged.seconds), { goal: '< 3 s', peer: '1.7-63 s' });
  const model = path.join(folder, 'model/src/main.yaml');
  let edits = 0;
  const edit = () => {
    edits += 1;
    writeFileSync(model, readFileSync(model, 'utf8').replace(/title: [^\n,}]*/, `title: Pets ${edits}`));
  };
  const edited = await median(['npx', 'projen', 'build'], { cwd: folder, prepare: edit });
  figure("projen build after an edit of the model's title", inSeconds(edited.seconds), {
    goal: '< 12 s',
    peer: '74 s',
  });
}

function reportInstalled(folder) {
  const lock = JSON.parse(readFileSync(path.join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  const packages = Object.values(lock.packages).filter(({ link }) => link !== true).length;
  figure('installed packages', String(packages), { goal: '< 200', peer: '719' });
  figure('installed size', `${Math.round(bytesIn(path.join(folder, 'node_modules')) / 1e6)} MB`, {
    goal: '< 320 MB',
    peer: '540 MB',
  });
}
