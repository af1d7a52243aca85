import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../architecture/source-files';
import { readPages } from './support/markdown';
import { fillTables, makeTables } from './support/tables';

const tables = makeTables();

// With UPDATE_DOCS=1 the tables are written instead of compared.
test.each(readPages())('the tables of $file say what the code says', ({ file, text }) => {
  const expected = fillTables(text, tables);
  if (process.env.UPDATE_DOCS === '1' && expected !== text) writeFileSync(path.join(repository, file), expected);
  else expect(text).toBe(expected);
});

test('every option, command and diagnostic is in a table of a page', () => {
  const shown = readPages().flatMap(({ text }) => [...text.matchAll(/<!-- table: (.+?) -->/g)].map(([, name]) => name));
  expect(shown.sort()).toEqual([...tables.keys()].sort());
});
