import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createSteps } from '../../src/dev/steps';
import type { Step, Workspace } from '../../src/shared/workspace';
import { writeFiles } from '../support/model-files';

const tsc = "require('fs').writeFileSync('compiled', '')";
const compile: Step = {
  name: 'compile:java',
  package: 'app',
  command: ['tsc'],
  inputs: ['app'],
  outputs: ['compiled'],
};

function workspaceOf(steps: readonly string[] | undefined): Workspace {
  return {
    ...{ name: 'pets', model: { file: 'api.yaml', bundle: '.api.json' }, runtime: [], handlers: [] },
    ...{ infrastructure: 'java', documentation: [], library: [], steps: [compile] },
    app: { directory: 'app', command: ['node', 'main.js'], ...(steps === undefined ? {} : { steps }) },
  };
}

const files = {
  'app/main.js': "if (!require('fs').existsSync('../compiled')) throw new Error('not compiled')",
  'node_modules/typescript/package.json': { bin: { tsc: 'tsc.js' } },
  'node_modules/typescript/tsc.js': tsc,
};

test('what an app cannot run without is done before it is synthesized, once', async () => {
  const directory = writeFiles(files);
  const log: string[] = [];
  const options = { generate: async () => [], log: (line: string) => log.push(line) };
  const steps = createSteps(workspaceOf(['compile:java']), directory, options);
  await steps.synthesize();
  await steps.synthesize();
  expect(existsSync(path.join(directory, 'compiled'))).toBe(true);
  expect(log).toEqual([expect.stringMatching(/^compile:java: done in/)]);
});

test('an app that needs nothing is synthesized as it is', async () => {
  const options = { generate: async () => [], log: () => {} };
  const steps = createSteps(workspaceOf(undefined), writeFiles(files), options);
  await expect(steps.synthesize()).rejects.toThrow('not compiled');
});

describe('handlers in Python', () => {
  const bundle: Step = { ...compile, name: 'bundle:python', package: 'handlers/python', outputs: ['compiled'] };
  const handlers = {
    directory: 'handlers/python',
    modules: ['handlers/python/pets'],
    requirements: [],
    pythonVersion: '3.13',
    architecture: 'x86_64',
  };
  const python = { requirements: 'requirements.txt', constraints: 'constraints.txt', files: [], checked: [], handlers };

  test('are packed where they are not, and start anew when their sources are others', async () => {
    const directory = writeFiles({ ...files, 'handlers/python/pets/say_hello.py': 'before' });
    const log: string[] = [];
    const options = { generate: async () => [], log: (line: string) => log.push(line) };
    const workspace: Workspace = { ...workspaceOf([]), handlers: ['python'], python, steps: [bundle] };
    const steps = createSteps(workspace, directory, options);
    expect(await steps.bundle()).toEqual({ changed: ['handlers/python/dist/lambda'] });
    expect(log).toEqual([expect.stringMatching(/^bundle:python: done in/)]);
    expect(await steps.bundle()).toEqual({ changed: [] });
    writeFileSync(path.join(directory, 'handlers/python/pets/say_hello.py'), 'after');
    expect(await steps.bundle()).toEqual({ changed: ['handlers/python/dist/lambda'] });
  });
});
