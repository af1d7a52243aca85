import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './measure.mjs';

const here = path.join(root, 'test/bench');

/**
 * Other generators, in versions that run on Node 20, each with the command that writes what it has for a model into a folder. They are asked for what
 * they do by default: fewer things than we write, so that a ratio to them is a ratio to less. One that is slow is run once.
 */
export const peers = [
  {
    name: 'openapi-typescript 7.13',
    writes: 'types',
    command: (model, output) => [node('openapi-typescript/bin/cli.js'), model, '-o', path.join(output, 'types.ts')],
  },
  {
    name: 'hey-api 0.95',
    writes: 'types and a client',
    isSlow: true,
    command: (model, output) => [
      node('@hey-api/openapi-ts/bin/run.js'),
      '--input',
      model,
      '--output',
      output,
      '--silent',
    ],
  },
  {
    name: 'orval 7.13',
    writes: 'types and a client',
    isSlow: true,
    command: (model, output) => {
      const target = path.join(output, 'api.ts');
      return [node('orval/dist/bin/orval.js'), '--input', model, '--output', target, '--client', 'fetch'];
    },
  },
].map(({ command, ...peer }) => ({ ...peer, command: (...args) => [process.execPath, ...command(...args)] }));

/** Installs the peers, which are not among the dependencies of this package. */
export function installPeers() {
  if (existsSync(path.join(here, 'node_modules/orval'))) return;
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

function node(file) {
  return path.join(here, 'node_modules', file);
}
