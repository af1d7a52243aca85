import { sourceFiles } from '../architecture/source-files';
import { readPages } from './support/markdown';

const sources = sourceFiles('src', '.ts').map(({ text }) => text);

/** The first column of the tables that explain messages: parts of the messages, in backticks. */
const explained = readPages().flatMap(({ file, text }) => {
  const [, table = ''] = /^\| the message has \|.*\n\|.*\n((?:\|.*\n)+)/m.exec(text) ?? [];
  const cells = table.split('\n').map((row) => row.split('|')[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, part = '']) => [part, file] as const));
});

test('there are messages that the guide explains', () => expect(explained.length).toBeGreaterThan(10));

test.each(explained)('%s, explained in %s, is part of a message', (part) => {
  // Where a message has a name in it, the guide has an example of one.
  const pattern = part.replace(/\bPOST\b/, '${verb}');
  expect(sources.filter((text) => text.includes(part) || text.includes(pattern))).not.toEqual([]);
});
