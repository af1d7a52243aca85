import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measure, root, scratch } from './measure.mjs';

const here = path.join(root, 'test/bench');

/** GitHub's REST API: 1,223 operations, 13 MB of JSON. */
export const githubApi = path.join(root, 'node_modules/@octokit/openapi/generated/api.github.com.json');

/** The command that generates all TypeScript packages of a model. */
export function generateCommand(model, output, ...more) {
  const packages = ['--runtime', 'typescript', '--handlers', 'typescript', '--infrastructure', 'typescript'];
  return [
    process.execPath,
    path.join(root, 'lib/cli/main.js'),
    'generate',
    '--model',
    model,
    '--output',
    output,
    '--name',
    'bench',
    ...packages,
    ...more,
  ];
}

/** A document of so many operations; with `handlers`, every one has a TypeScript handler. */
export function synthetic(operations, { handlers = false } = {}) {
  const file = path.join(scratch, `synthetic-${operations}${handlers ? '-handlers' : ''}.yaml`);
  if (!existsSync(file)) {
    const options = handlers ? ['--handler', 'typescript'] : [];
    const command = [path.join(here, 'make-spec.mjs'), String(operations), ...options];
    writeFileSync(file, execFileSync(process.execPath, command, { maxBuffer: 1e9 }));
  }
  return file;
}

/** A workspace with the packages and handlers of a model, linked as a package manager would, and the esbuild of this repository. */
export function linkedWorkspace(name, model) {
  const workspace = path.join(scratch, name);
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(path.join(workspace, 'node_modules'), { recursive: true });
  const [node, ...rest] = generateCommand(model, workspace);
  execFileSync(node, rest, { stdio: 'pipe', maxBuffer: 1e9 });
  symlinkSync(
    path.join(workspace, 'generated/runtime/typescript'),
    path.join(workspace, 'node_modules/bench-typescript-runtime'),
    'junction',
  );
  symlinkSync(path.join(root, 'node_modules/esbuild'), path.join(workspace, 'node_modules/esbuild'), 'junction');
  return workspace;
}

/** Bundles the handlers of a workspace. Gives their folder and how long it took. */
export async function bundleHandlers(workspace) {
  const handlers = path.join(workspace, 'handlers/typescript');
  const command = [process.execPath, path.join(root, 'lib/cli/main.js'), 'bundle', handlers];
  const { seconds } = await measure(command, { cwd: workspace });
  return { seconds, folder: path.join(handlers, 'dist/lambda') };
}
