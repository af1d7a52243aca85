import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { describeJava, describePython, java, jsiiEnvironment, python } from '../support/toolchains';
import { synthesize } from './apps/app';

const apps = path.join(__dirname, 'apps');
const folder = mkdtempSync(path.join(tmpdir(), 'type-safe-api-bindings-'));
const specPath = path.join(folder, 'gateway.json');
const outdir = (language: string) => path.join(folder, language);
const templateOf = (language: string) => readFileSync(path.join(outdir(language), 'Stack.template.json'), 'utf8');

beforeAll(() => {
  const operation = (operationId: string) => ({ operationId, responses: { '200': { description: 'OK' } } });
  const paths = { '/hello': { get: operation('sayHello') }, '/forward': { post: operation('forward') } };
  writeFileSync(specPath, JSON.stringify({ openapi: '3.0.3', info: { title: 'Smoke', version: '1' }, paths }));
  synthesize(specPath, outdir('typescript'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describePython('an app in Python', () => {
  test('synthesizes to the template of the same app in TypeScript', async () => {
    const { bin } = await python();
    await run(bin('python'), [path.join(apps, 'app.py'), specPath, outdir('python')]);
    expect(templateOf('python')).toBe(templateOf('typescript'));
  });
});

describeJava('an app in Java', () => {
  test('synthesizes to the template of the same app in TypeScript', async () => {
    const toolchain = await java();
    const file = path.join(apps, 'SmokeApp.java');
    await run(toolchain.java, ['-cp', toolchain.classpath, file, specPath, outdir('java')]);
    expect(templateOf('java')).toBe(templateOf('typescript'));
  });
});

const run = (command: string, args: readonly string[]) => promisify(execFile)(command, args, { env: jsiiEnvironment });
