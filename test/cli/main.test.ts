import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandNames } from '../../src/cli/commands';
import { withOperation, writeFiles } from '../support/model-files';
import { cli } from './cli';

const model = withOperation({ 'x-handler': { language: 'typescript' } });

const generate = ['generate', '--model', 'api.yaml', '--output', 'out', '--documentation', 'html'];

/** Every file of a folder with its time and text. */
function snapshot(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(directory, file)).isFile(),
  );
  return Object.fromEntries(
    files.map((file) => [
      file,
      `${statSync(path.join(directory, file)).mtimeMs} ${readFileSync(path.join(directory, file), 'utf8')}`,
    ]),
  );
}

describe('generate', () => {
  test('writes files, and nothing while nothing changed', async () => {
    const directory = writeFiles({ 'api.yaml': model });
    expect(await cli(directory, ...generate)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ files? written in \d+ ms$/),
    });
    expect(existsSync(path.join(directory, 'out/generated/documentation/html/index.html'))).toBe(true);
    const before = snapshot(directory);
    expect(await cli(directory, ...generate)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^0 files written in \d+ ms: nothing changed$/),
    });
    expect(snapshot(directory)).toEqual(before);
  });

  test('restores what was edited', async () => {
    const directory = writeFiles({ 'api.yaml': model });
    await cli(directory, ...generate);
    const file = path.join(directory, 'out/generated/documentation/html/index.html');
    writeFileSync(file, 'mine');
    expect(await cli(directory, ...generate)).toMatchObject({ code: 0, out: expect.stringMatching(/^1 file written/) });
    expect(readFileSync(file, 'utf8')).not.toBe('mine');
  });

  test('tells of orphaned handlers as long as they are there', async () => {
    const operation = { 'x-handler': { language: 'typescript' }, responses: { 200: { description: 'OK' } } };
    const withPath = { ...model, paths: { '/things': { get: { operationId: 'listThings', ...operation } } } };
    const directory = writeFiles({ 'api.yaml': withPath });
    const args = [
      'generate',
      '--model',
      'api.yaml',
      '--output',
      'out',
      '--runtime',
      'typescript',
      '--handlers',
      'typescript',
    ];
    await cli(directory, ...args);
    writeFileSync(path.join(directory, 'api.yaml'), JSON.stringify({ ...model, paths: {} }));
    const first = await cli(directory, ...args);
    expect(first.err).toContain('out/handlers/typescript/src/list-things.ts\n  warning orphaned-handler: ');
    const second = await cli(directory, ...args);
    expect(second.out).toMatch(/nothing changed$/);
    expect(second.err).toBe(first.err);
    rmSync(path.join(directory, 'out/handlers/typescript/src/list-things.ts'));
    rmSync(path.join(directory, 'out/handlers/typescript/test/list-things.test.ts'));
    expect(await cli(directory, ...args)).toMatchObject({ code: 0, err: '' });
    expect(await cli(directory, ...args)).toMatchObject({ code: 0, err: '' });
  });

  test('prints how long each phase took', async () => {
    const { out } = await cli(writeFiles({ 'api.yaml': model }), ...generate, '--timings');
    for (const phase of ['parse', '  load', '  read', 'derive', 'emit', '  generated/documentation/html', 'write'])
      expect(out).toMatch(new RegExp(`\\n {2}${phase} +\\d+ ms`));
  });

  test('does what the workspace says', async () => {
    const workspace = {
      ...{
        name: 'things',
        model: { file: 'model/src/main.yaml', bundle: 'model/.api.json' },
        runtime: [],
        handlers: [],
        steps: [],
      },
      ...{ infrastructure: 'typescript', documentation: ['html'], library: [] },
    };
    const directory = writeFiles({ '.projen/type-safe-api.json': workspace, 'model/src/main.yaml': model });
    expect(await cli(directory, 'generate')).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(readFileSync(path.join(directory, 'model/.api.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(model)),
    );
    expect(existsSync(path.join(directory, 'generated/infrastructure/typescript/src/index.ts'))).toBe(true);
  });

  const specs = path.join(__dirname, '../specs');
  test.each([
    'dangling-ref',
    'duplicate-operation-ids',
    'empty-file',
    'invalid-yaml',
    'not-openapi',
    'swagger-2.0',
    'no-such-file',
  ])('leaves everything as it is for %s', async (name) => {
    const directory = writeFiles({ 'api.yaml': model });
    await cli(directory, ...generate);
    const before = snapshot(path.join(directory, 'out'));
    mkdirSync(path.join(directory, 'bad'));
    const bad = path.join(directory, 'bad/api.yaml');
    if (existsSync(path.join(specs, `${name}.yaml`))) cpSync(path.join(specs, `${name}.yaml`), bad);
    const result = await cli(directory, ...generate.with(2, 'bad/api.yaml'));
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toMatch(/^bad\/api\.yaml(?:#\S+)?\n {2}error [a-z-]+[0-9]?: /);
    expect(result.err).toMatch(/\n1 error, nothing was written$/);
    expect(snapshot(path.join(directory, 'out'))).toEqual(before);
    expect(await cli(directory, ...generate)).toMatchObject({ out: expect.stringContaining('nothing changed') });
  });

  test.each([
    [['--model', 'api.yaml'], '--model needs --output DIR'],
    [['--model', 'api.yaml', '--output', 'out'], 'there is nothing to generate'],
    [['--model', 'api.yaml', '--output', 'out', '--runtime', 'typescrit'], "did you mean 'typescript'?"],
    [['--model', 'api.yaml', '--output', 'out', '--documentation', 'pdf'], 'available: html'],
    [['--modle', 'api.yaml'], "did you mean '--model'?"],
    [['--output', 'out'], '--output needs --model'],
    [['--timings=yes'], "option '--timings' does not take an argument"],
    [['surplus'], "unexpected argument 'surplus'"],
    [[], 'there is no .projen/type-safe-api.json'],
  ])('with %j is wrong usage', async (args, message) => {
    const directory = writeFiles({ 'api.yaml': model });
    const { code, out, err } = await cli(directory, 'generate', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/Run 'type-safe-api generate --help' for its options\.$/);
    expect(readdirSync(directory)).toEqual(['api.yaml']);
  });
});

describe('help', () => {
  test('lists every command', async () => {
    const { code, out } = await cli('.', '--help');
    expect(code).toBe(0);
    for (const name of commandNames()) expect(out).toContain(`\n  ${name} `);
  });

  test.each([...commandNames()])('explains %s', async (name) => {
    expect(await cli('.', name, '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`Usage: type-safe-api ${name}`),
    });
  });

  test('is pointed to after an unknown command', async () => {
    expect(await cli('.', 'genrate')).toEqual({
      code: 2,
      out: '',
      err: "there is no command 'genrate'; did you mean 'generate'?\nRun 'type-safe-api --help' for all commands.",
    });
  });
});
