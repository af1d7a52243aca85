import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { EncodedFile } from '../../../src/codegen/emit/generated-file';
import { manifestFile, readManifest, writeManifest } from '../../../src/codegen/emit/manifest';
import { writeOutput } from '../../../src/codegen/emit/output';
import { findUpToDate } from '../../../src/codegen/emit/up-to-date';

const run = { key: 'k', inputs: {} };

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'output-'));
});

function generated(file: string, text = `text of ${file}\n`): EncodedFile {
  return { path: file, bytes: Buffer.from(text), owner: 'generated' };
}

function user(file: string, text = 'yours\n'): EncodedFile {
  return { path: file, bytes: Buffer.from(text), owner: 'user' };
}

function textOf(file: string): string {
  return readFileSync(path.join(directory, file), 'utf8');
}

function has(file: string): boolean {
  return existsSync(path.join(directory, file));
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
  writeFileSync(path.join(directory, file), text);
}

describe('generated files', () => {
  test('are written, and not again while they stay as they are', () => {
    expect(writeOutput(directory, [generated('generated/a.ts')], run).written).toEqual(['generated/a.ts']);
    utimesSync(path.join(directory, 'generated/a.ts'), 1, 1);
    expect(writeOutput(directory, [generated('generated/a.ts')], run).written).toEqual([]);
    expect(statSync(path.join(directory, 'generated/a.ts')).mtimeMs).toBe(1000);
  });

  test('are restored when they were edited or deleted', () => {
    const files = [generated('generated/a.ts'), generated('generated/b.ts')];
    writeOutput(directory, files, run);
    put('generated/a.ts', 'mine\n');
    writeFileSync(path.join(directory, 'generated/b.ts'), 'text of generated/b.tX\n');
    expect(writeOutput(directory, files, run).written).toEqual(['generated/a.ts', 'generated/b.ts']);
    expect(textOf('generated/a.ts')).toBe('text of generated/a.ts\n');
  });

  test('are removed with their empty folders when nothing generates them any more', () => {
    writeOutput(directory, [generated('generated/a/b/c.ts'), generated('generated/a/d.ts')], run);
    put('generated/a/d.ts', 'edited\n');
    expect(writeOutput(directory, [generated('generated/e.ts')], run).removed).toEqual([
      'generated/a/b/c.ts',
      'generated/a/d.ts',
    ]);
    expect(has('generated/a')).toBe(false);
  });

  test('outside of the folder for them are removed only if nobody changed them', () => {
    writeOutput(directory, [generated('model/.api.json'), generated('model/other.json')], run);
    put('model/other.json', 'edited\n');
    expect(writeOutput(directory, [], run).removed).toEqual(['model/.api.json']);
    expect(textOf('model/other.json')).toBe('edited\n');
  });

  test('of one name but for its case are refused', () => {
    expect(() => writeOutput(directory, [generated('generated/a.ts'), generated('generated/A.ts')], run)).toThrow(
      'are one',
    );
  });

  test('are repaired after a run that was interrupted', () => {
    writeOutput(directory, [generated('generated/a.ts'), generated('generated/old.ts')], run);
    // What an interrupted run leaves: the manifest of before its first change, and half of its files.
    const { outputs, created } = readManifest(directory);
    writeManifest(directory, {
      key: '',
      inputs: {},
      outputs: { ...outputs, 'generated/new.ts': [-1, 0, ''] },
      created,
      orphaned: [],
    });
    put('generated/new.ts', 'ha');
    expect(findUpToDate(directory, 'k')).toBeUndefined();
    const result = writeOutput(directory, [generated('generated/a.ts')], run);
    expect(result).toMatchObject({ written: [], removed: ['generated/old.ts', 'generated/new.ts'] });
  });
});

test('a file in the place of the folder is told of', () => {
  put('out', 'a file');
  expect(() => writeOutput(path.join(directory, 'out'), [generated('a')], run)).toThrow(
    /^'.*out' cannot be written \(EEXIST\)/,
  );
});

describe('files of the user', () => {
  test('are created once', () => {
    expect(writeOutput(directory, [user('handlers/typescript/src/a.ts')], run).written).toEqual([
      'handlers/typescript/src/a.ts',
    ]);
    put('handlers/typescript/src/a.ts', 'edited\n');
    expect(writeOutput(directory, [user('handlers/typescript/src/a.ts')], run).written).toEqual([]);
    expect(textOf('handlers/typescript/src/a.ts')).toBe('edited\n');
  });

  test('are never removed, but reported while they are there', () => {
    writeOutput(directory, [user('handlers/typescript/src/a.ts')], run);
    expect(writeOutput(directory, [], run).orphaned).toEqual(['handlers/typescript/src/a.ts']);
    expect(writeOutput(directory, [], run).orphaned).toEqual(['handlers/typescript/src/a.ts']);
    expect(has('handlers/typescript/src/a.ts')).toBe(true);
  });

  test('stay theirs when a manifest claims otherwise', () => {
    put('app/src/main.ts', 'precious\n');
    writeManifest(directory, { ...run, outputs: { 'app/src/main.ts': [9, 0, 'wrong'] }, created: [], orphaned: [] });
    expect(writeOutput(directory, [], run).removed).toEqual([]);
    expect(textOf('app/src/main.ts')).toBe('precious\n');
  });
});

describe('what lies outside of the folder', () => {
  let outside: string;
  beforeEach(() => {
    outside = mkdtempSync(path.join(os.tmpdir(), 'outside-'));
    writeFileSync(path.join(outside, 'precious'), 'precious');
  });

  test.each(['../precious', 'generated/../../precious', '/etc/hosts', 'generated//precious', 'generated/./precious'])(
    'is not removed for a manifest that names %s',
    (file) => {
      const name = file.replace('precious', path.join(path.basename(outside), 'precious'));
      writeManifest(directory, { ...run, outputs: { [name]: [8, 0, ''] }, created: [name], orphaned: [] });
      expect(writeOutput(directory, [], run)).toEqual({ written: [], removed: [], orphaned: [] });
      expect(readFileSync(path.join(outside, 'precious'), 'utf8')).toBe('precious');
    },
  );

  test('is not removed through a link', () => {
    mkdirSync(path.join(directory, 'generated'));
    symlinkSync(outside, path.join(directory, 'generated/link'));
    writeManifest(directory, { ...run, outputs: { 'generated/link/precious': [8, 0, ''] }, created: [], orphaned: [] });
    expect(writeOutput(directory, [], run).removed).toEqual([]);
    expect(existsSync(path.join(outside, 'precious'))).toBe(true);
  });

  test('is not written through a link, neither of a folder nor of a file', () => {
    symlinkSync(outside, path.join(directory, 'generated'));
    expect(() => writeOutput(directory, [generated('generated/precious')], run)).toThrow('a symbolic link');
    symlinkSync(path.join(outside, 'precious'), path.join(directory, 'link'));
    writeOutput(directory, [generated('link')], run);
    expect(readFileSync(path.join(outside, 'precious'), 'utf8')).toBe('precious');
    expect(textOf('link')).toBe('text of link\n');
  });
});

describe('nothing is to be done', () => {
  function generateOnce(): string {
    const model = path.join(directory, 'api.yaml');
    writeFileSync(model, 'openapi: 3.1.0');
    const { size, mtimeMs } = statSync(model);
    const hash = 'L+NIgMPMVnwAd9Kh1M4Hzr2gJ2nWVm4v1D0T3y3hT7I=';
    writeOutput(directory, [generated('generated/a.ts'), user('b.ts')], {
      key: 'k',
      inputs: { [model]: [size, mtimeMs, hash] },
    });
    return model;
  }

  test('only under the same key, with every file as it was left', () => {
    generateOnce();
    expect(findUpToDate(directory, 'k')).toBeDefined();
    expect(findUpToDate(directory, 'other')).toBeUndefined();
    put('generated/a.ts', 'x');
    expect(findUpToDate(directory, 'k')).toBeUndefined();
  });

  test('unless a model file changed', () => {
    const model = generateOnce();
    writeFileSync(model, 'openapi: 3.0.0');
    utimesSync(model, 5, 5);
    expect(findUpToDate(directory, 'k')).toBeUndefined();
  });

  test('unless the manifest is damaged', () => {
    generateOnce();
    writeFileSync(path.join(directory, manifestFile), '{"key":"k","inputs":{"a":1}}');
    expect(findUpToDate(directory, 'k')).toBeUndefined();
    expect(readManifest(directory).outputs).toEqual({});
  });
});
