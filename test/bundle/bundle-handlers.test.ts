import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { bundleHandlers, createHandlerBundler } from '../../src/bundle/bundle-handlers';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  mkdirSync(path.join(directory, 'src'));
  mkdirSync(path.join(directory, 'node_modules'));
  symlinkSync(path.resolve('node_modules/esbuild'), path.join(directory, 'node_modules/esbuild'), 'junction');
  write('package.json', '{ "type": "module" }');
  write('src/greeting.ts', 'export const greeting = "Hello";');
  write('src/say-hello.ts', 'import { greeting } from "./greeting";\nexport const handler = async () => greeting;');
  write('src/say-bye.ts', 'export const handler = async () => "Bye";');
});

afterEach(() => rmSync(directory, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(path.join(directory, file), text);
}

function bundle(name: string): string {
  return path.join(directory, 'dist/lambda', name, 'index.js');
}

test('one CommonJS file a handler, and none for what they share', async () => {
  const { bundled, changed } = await bundleHandlers({ directory });
  expect(bundled).toEqual(['say-bye', 'say-hello']);
  expect(changed).toEqual(bundled);
  expect(existsSync(bundle('greeting'))).toBe(false);
  expect(await require(bundle('say-hello')).handler()).toBe('Hello');
});

test('the metafile is kept', async () => {
  await bundleHandlers({ directory });
  const { outputs } = JSON.parse(readFileSync(path.join(directory, 'dist/meta.json'), 'utf8'));
  const bundles = Object.keys(outputs).filter((file) => file.endsWith('.js'));
  expect(bundles).toEqual(['dist/lambda/say-bye/index.js', 'dist/lambda/say-hello/index.js']);
});

test('source maps lie apart from what is deployed', async () => {
  await bundleHandlers({ directory });
  expect(readdirSync(path.join(directory, 'dist/lambda/say-hello'))).toEqual(['index.js']);
  const map = JSON.parse(readFileSync(path.join(directory, 'dist/maps/say-hello/index.js.map'), 'utf8'));
  expect(map.sources).toContain('../../../src/say-hello.ts');
});

test('the runtime is bundled as ES modules', async () => {
  const runtime = path.join(directory, 'node_modules/pets-typescript-runtime');
  mkdirSync(runtime);
  writeFileSync(
    path.join(runtime, 'package.json'),
    '{ "exports": { ".": { "import": "./index.mjs", "require": "./missing.cjs" } } }',
  );
  writeFileSync(path.join(runtime, 'index.mjs'), 'export const name = "esm";');
  write('src/say-bye.ts', 'import { name } from "pets-typescript-runtime";\nexport const handler = () => name;');
  await bundleHandlers({ directory, entries: ['say-bye'] });
  expect(require(bundle('say-bye')).handler()).toBe('esm');
});

test('the AWS SDK stays outside', async () => {
  write('src/say-bye.ts', 'import { S3 } from "@aws-sdk/client-s3";\nexport const handler = () => new S3({});');
  await bundleHandlers({ directory, entries: ['say-bye'] });
  expect(readFileSync(bundle('say-bye'), 'utf8')).toContain('require("@aws-sdk/client-s3")');
});

test('an unchanged bundle is not written again', async () => {
  await bundleHandlers({ directory });
  const before = statSync(bundle('say-bye')).mtimeMs;
  write('src/greeting.ts', 'export const greeting = "Hi";');
  expect(await bundleHandlers({ directory })).toMatchObject({ changed: ['say-hello'] });
  expect(statSync(bundle('say-bye')).mtimeMs).toBe(before);
});

test('the bundle of a handler that is gone goes too, and nothing else', async () => {
  await bundleHandlers({ directory });
  mkdirSync(path.join(directory, 'dist/lambda/mine'));
  write('dist/lambda/mine/notes.txt', 'mine');
  rmSync(path.join(directory, 'src/say-bye.ts'));
  await bundleHandlers({ directory });
  expect(existsSync(bundle('say-bye'))).toBe(false);
  expect(existsSync(path.join(directory, 'dist/lambda/mine/notes.txt'))).toBe(true);
});

test('a package without handlers needs no esbuild', async () => {
  rmSync(path.join(directory, 'src'), { recursive: true });
  rmSync(path.join(directory, 'node_modules'), { recursive: true });
  expect(await bundleHandlers({ directory })).toEqual({ bundled: [], changed: [], warnings: [] });
});

test.each<[string, { file: string; text: string; want: RegExp }]>([
  [
    'an import that does not resolve',
    { file: 'src/say-bye.ts', text: 'import "nowhere";\nexport const handler = 1;', want: /src\/say-bye\.ts:1:7/ },
  ],
  ['a syntax error', { file: 'src/greeting.ts', text: 'export const = 1;', want: /src\/greeting\.ts:1:13/ }],
])('%s is reported with its place', async (_, { file, text, want }) => {
  write(file, text);
  await expect(bundleHandlers({ directory })).rejects.toThrow(want);
});

test('a handler that is not there is named', async () => {
  await expect(bundleHandlers({ directory, entries: ['say-what'] })).rejects.toThrow("there is no handler 'say-what'");
});

test('without esbuild it says what to install', async () => {
  rmSync(path.join(directory, 'node_modules'), { recursive: true });
  await expect(bundleHandlers({ directory })).rejects.toThrow("run 'npm install --save-dev esbuild'");
});

test('rebuilding tells what changed, and sees new handlers', async () => {
  const bundler = createHandlerBundler({ directory });
  try {
    expect(await bundler.rebuild()).toMatchObject({ changed: ['say-bye', 'say-hello'] });
    expect(await bundler.rebuild()).toMatchObject({ changed: [] });
    write('src/greeting.ts', 'export const greeting = "Hi";');
    expect(await bundler.rebuild()).toMatchObject({ changed: ['say-hello'] });
    write('src/say-bye.ts', 'export const handler = ');
    expect((await bundler.rebuild()).failure).toContain('say-bye.ts:1');
    write('src/say-bye.ts', 'export const handler = 1;');
    write('src/say-more.ts', 'export const handler = 2;');
    expect(await bundler.rebuild()).toMatchObject({ changed: ['say-bye', 'say-more'] });
  } finally {
    await bundler.dispose();
  }
});

test('a folder that is not there is an error', async () => {
  await expect(bundleHandlers({ directory: path.join(directory, 'nowhere') })).rejects.toThrow(
    `the handlers package '${path.join(directory, 'nowhere')}' does not exist; give a folder such as 'handlers/typescript'`,
  );
});

test('a handler that does not compile keeps its bundle, and the others are bundled', async () => {
  const bundler = createHandlerBundler({ directory });
  try {
    await bundler.rebuild();
    const before = readFileSync(bundle('say-bye'), 'utf8');
    write('src/say-bye.ts', 'export const handler = async () => "Bye;');
    write('src/greeting.ts', 'export const greeting = "Good morning";');
    const { changed, failure } = await bundler.rebuild();
    expect(failure).toContain('src/say-bye.ts:1:');
    expect(changed).toEqual(['say-hello']);
    expect(readFileSync(bundle('say-bye'), 'utf8')).toBe(before);
    write('src/say-bye.ts', 'export const handler = async () => "Goodbye";');
    expect(await bundler.rebuild()).toEqual({ bundled: ['say-bye', 'say-hello'], changed: ['say-bye'], warnings: [] });
  } finally {
    await bundler.dispose();
  }
});
