import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildOptions, runBuild } from '../../src/build/run-build';
import type { Step, Workspace } from '../../src/shared/workspace';

let directory: string;
let ran: string[];
let log: string[];

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'run-build-'));
  ran = [];
  log = [];
  write('model/main.yaml', 'title: Pets');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const first: Step = {
  name: 'first',
  package: 'model',
  command: ['type-safe-api', 'mark', 'first'],
  inputs: ['model', 'lock.json'],
  outputs: ['out/first'],
};
const second: Step = {
  ...first,
  name: 'second:typescript',
  package: 'out',
  command: ['type-safe-api', 'mark', 'second'],
  outputs: [],
};

test('runs the steps in order, and none of them again while nothing changed', async () => {
  await build([first, second]);
  expect(ran).toEqual(['first', 'second']);
  await build([first, second]);
  expect(ran).toEqual(['first', 'second']);
  expect(log.slice(2)).toEqual(['first: up to date', 'second:typescript: up to date']);
});

test.each([
  ['an input changed', () => write('model/main.yaml', 'title: Dogs')],
  ['an input is new', () => write('model/pets.yaml', '')],
  ['an input that was missing is there', () => write('lock.json', '{}')],
  ['an input was removed', () => rmSync(path.join(directory, 'model/main.yaml'))],
  ['an output is missing', () => rmSync(path.join(directory, 'out/first'))],
])('runs a step again when %s', async (_, change) => {
  await build([first]);
  change();
  await build([first]);
  expect(ran).toEqual(['first', 'first']);
});

test('runs a step again for another version of the tool, another command, and when forced', async () => {
  await build([first]);
  await build([first], { toolVersion: '2.0.0' });
  await build([{ ...first, command: [...first.command, '--more'] }]);
  await build([{ ...first, command: [...first.command, '--more'] }], { force: true });
  expect(ran).toHaveLength(4);
});

test('does not see what is installed or left behind by tools', async () => {
  await build([first]);
  write('model/node_modules/x/index.js', '');
  write('model/.pytest_cache/README.md', '');
  await build([first]);
  expect(ran).toEqual(['first']);
});

test('a step without inputs decides for itself', async () => {
  await build([{ ...first, inputs: [] }]);
  await build([{ ...first, inputs: [] }]);
  expect(ran).toEqual(['first', 'first']);
});

test('stops at a step that fails, which runs again next time', async () => {
  const failing: Step = { ...first, name: 'failing', command: ['type-safe-api', 'fail'], outputs: [] };
  await expect(build([failing, second])).rejects.toThrow('the model is wrong');
  expect(ran).toEqual([]);
  await expect(build([failing])).rejects.toThrow('the model is wrong');
});

test('runs the steps of one package or with one name only', async () => {
  await build([first, second], { package: 'out/' });
  await build([first, second], { steps: ['second'] });
  await build([first, second], { steps: ['first'] });
  expect(ran).toEqual(['second', 'first']);
});

test('an app is synthesized after what it cannot run without, whatever package that belongs to', async () => {
  write('app/main.js', '');
  write('node_modules/typescript/package.json', JSON.stringify({ bin: { tsc: 'tsc.js' } }));
  write('node_modules/typescript/tsc.js', "require('fs').writeFileSync('installed', '')");
  const install: Step = { ...first, name: 'install:python', package: 'elsewhere', command: ['tsc'], outputs: [] };
  const synth: Step = { ...first, name: 'synth', package: 'app', command: ['type-safe-api', 'synth'], outputs: [] };
  const app = { directory: 'app', command: ['node', 'main.js'], steps: ['install:python'] };
  await build([install, synth], { package: 'app', force: true }, { app });
  expect(existsSync(path.join(directory, 'installed'))).toBe(true);
});

test.each([
  [{ package: 'nowhere' }, /no build step for the package 'nowhere'; there are first \(model\)/],
  [{ steps: ['nothing'] }, /no build step called 'nothing'; there are first/],
])('says what there is when nothing is meant by %p', async (options, message) => {
  await expect(build([first], options)).rejects.toThrow(message);
});

test('runs tools of the workspace with Node, and says which step failed', async () => {
  write('node_modules/typescript/package.json', JSON.stringify({ bin: { tsc: 'bin/tsc.js' } }));
  write('node_modules/typescript/bin/tsc.js', "process.exit(process.argv[2] === '-b' ? 0 : 3)");
  const compile: Step = { ...second, name: 'compile', package: 'model', command: ['tsc', '-b'] };
  await build([compile]);
  await expect(build([{ ...compile, command: ['tsc', '-x'] }])).rejects.toThrow(
    "compile failed: 'tsc -x' ended with exit code 3",
  );
});

test.each([
  [['tsc', '-b'], "'typescript' is not installed"],
  [['rm', '-rf'], "'rm' is no command of a build step"],
  [['type-safe-api', 'dance'], "'type-safe-api dance' cannot be a build step"],
])('refuses %p with a reason', async (command, message) => {
  await expect(build([{ ...first, command }])).rejects.toThrow(message);
});

function build(
  steps: readonly Step[],
  options: Partial<BuildOptions> = {},
  more: Partial<Workspace> = {},
): Promise<void> {
  const workspace = { name: 'pets', steps, ...more } as unknown as Workspace;
  const commands = {
    mark: async ([name = '']: readonly string[]) => {
      ran.push(name);
      write(`out/${name}`, '');
    },
    fail: async () => {
      throw new Error('the model is wrong');
    },
  };
  const line = (text: string) => log.push(text);
  return runBuild({ directory, workspace, commands, force: false, toolVersion: '1.0.0', log: line, ...options });
}

function write(file: string, text: string): void {
  const target = path.join(directory, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
