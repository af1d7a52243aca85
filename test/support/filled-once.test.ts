import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filledOnce } from './filled-once';

let directory: string;
let folder: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'filled-once-'));
  folder = path.join(directory, 'cache/package@1');
});

afterEach(() => rmSync(directory, { recursive: true }));

const writer = (text: string) => (fresh: string) => writeFileSync(path.join(fresh, 'file'), text);
const left = () => readdirSync(path.join(directory, 'cache'));

test('a folder is filled once', () => {
  expect(filledOnce(folder, writer('first'))).toBe(folder);
  filledOnce(folder, writer('second'));
  expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('first');
  expect(left()).toEqual(['package@1']);
});

test('another process that fills it meanwhile is no error', () => {
  filledOnce(folder, (fresh) => {
    writer('slow')(fresh);
    mkdirSync(folder);
    writer('fast')(folder);
  });
  expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('fast');
  expect(left()).toEqual(['package@1']);
});

test('what cannot be filled leaves nothing behind', () => {
  const fill = () => {
    throw new Error('no network');
  };
  expect(() => filledOnce(folder, fill)).toThrow('no network');
  expect(left()).toEqual([]);
});
