import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appEnvironment } from '../../src/build/app-environment';
import { appProgram } from '../../src/build/app-program';
import { synthesizeApp } from '../../src/build/synthesize-app';
import { interpreterOf } from '../../src/shared/interpreters';
import type { Workspace } from '../../src/shared/workspace';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'app-program-'));
  mkdirSync(path.join(directory, 'app/target'), { recursive: true });
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const withCommand = (...command: string[]) => ({ app: { directory: 'app', command } }) as unknown as Workspace;

test('Node is this one', () => {
  expect(appProgram(withCommand('node', 'main.js'), directory)).toEqual({ file: process.execPath, args: ['main.js'] });
});

test('Python is that of the environment', () => {
  const { file, args } = appProgram(withCommand('python', 'app.py'), directory);
  expect(file.startsWith(path.join(directory, '.venv'))).toBe(true);
  expect(file).toBe(interpreterOf(directory));
  expect(args).toEqual(['app.py']);
});

test('Java gets the class path that Maven resolved', () => {
  writeFileSync(path.join(directory, 'app/target/classpath.txt'), '/m2/cdk.jar\n');
  const workspace: Workspace = {
    ...withCommand('java', 'com.example.App'),
    java: { poms: [], app: 'app' },
  };
  const { args } = appProgram(workspace, directory);
  const classes = path.join(directory, 'app/target/classes');
  expect(args.slice(-3)).toEqual(['-classpath', `${classes}${path.delimiter}/m2/cdk.jar`, 'com.example.App']);
});

test('anything else is refused', () => {
  expect(() => appProgram(withCommand('rm', '-rf'), directory)).toThrow(
    "the app must be run by 'node', 'python' or 'java', not by 'rm'",
  );
});

test('apps in other languages use this Node, which jsii says nothing about', () => {
  const environment = appEnvironment(withCommand('java', 'App'), directory, 'cdk.out');
  expect(environment.JSII_NODE).toBe(process.execPath);
  expect(environment.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION).toBe(process.versions.node.split('.')[0]);
});

test('Python keeps what it compiled, out of the way', () => {
  expect(appEnvironment(withCommand('python', 'app.py'), directory, 'cdk.out')).toMatchObject({
    PYTHONDONTWRITEBYTECODE: '',
    PYTHONPYCACHEPREFIX: path.join(directory, '.type-safe-api', 'pycache'),
  });
});

test('an app is synthesized into its own folder', async () => {
  const script = "require('fs').writeFileSync('seen', process.env.CDK_OUTDIR)";
  writeFileSync(path.join(directory, 'app/main.js'), script);
  await synthesizeApp(withCommand('node', 'main.js'), directory);
  expect(readFileSync(path.join(directory, 'app/seen'), 'utf8')).toBe(path.join(directory, 'app', 'cdk.out'));
  writeFileSync(path.join(directory, 'app/main.js'), 'process.exit(3)');
  await expect(synthesizeApp(withCommand('node', 'main.js'), directory)).rejects.toThrow(
    'the CDK app in app failed with exit code 3',
  );
});
