import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesize } from '../../src/dev/synthesize';
import type { Workspace } from '../../src/shared/workspace';

let directory: string;
const workspace = (script: string): Workspace => {
  writeFileSync(path.join(directory, 'app', 'main.js'), script);
  return { app: { directory: 'app', command: ['node', 'main.js'] } } as unknown as Workspace;
};

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'synth-'));
  mkdirSync(path.join(directory, 'app'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('the app gets its folder for the assembly and the context of cdk.json', async () => {
  writeFileSync(path.join(directory, 'app', 'cdk.json'), '{"context":{"flag":true}}');
  await synthesize(workspace(`require('fs').writeFileSync('seen.json', JSON.stringify(process.env))`), directory);
  const seen = JSON.parse(readFileSync(path.join(directory, 'app', 'seen.json'), 'utf8'));
  expect(seen.CDK_OUTDIR).toBe(path.join(directory, '.type-safe-api', 'cdk.out'));
  expect(JSON.parse(seen.CDK_CONTEXT_JSON)).toMatchObject({ flag: true, 'aws:cdk:disable-asset-staging': true });
});

test('an app that fails is told in its own words', async () => {
  const failing = synthesize(workspace("throw new Error('no integration for sayHello')"), directory);
  await expect(failing).rejects.toThrow(/the CDK app in app failed:[\s\S]*no integration for sayHello/);
});

test('an API without an app', async () => {
  await expect(synthesize({} as Workspace, directory)).rejects.toThrow('this API has no CDK app of its own');
});
