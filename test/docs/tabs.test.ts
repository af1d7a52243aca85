import { readPages } from './support/markdown';

/** What follows a tab of a language, and the language of its block. */
const languages: Readonly<Record<string, string>> = { TypeScript: 'ts', Python: 'python', Java: 'java' };

const pages = readPages().filter(({ text }) => text.includes('<details'));

test.each(pages)('the tabs of $file are complete, in one order, and the first is open', ({ text }) => {
  const tabs = [
    ...text.matchAll(/<details( open)?><summary>(\w+)<\/summary>\n\n```(\w+)\n[\s\S]*?\n```\n\n<\/details>\n/g),
  ];
  expect(tabs.length).toBe(text.split('<details').length - 1);
  expect(tabs.map(([, , language = '', block]) => [language, block])).toEqual(
    tabs.map((_, index) => Object.entries(languages)[index % 3]),
  );
  expect(tabs.map(([, open]) => open !== undefined)).toEqual(tabs.map((_, index) => index % 3 === 0));
  // Tabs of one group follow each other without anything between them.
  for (const [index, { 0: tab, index: start }] of tabs.entries()) {
    if (index % 3 < 2) expect(tabs[index + 1]?.index).toBe(start + tab.length);
  }
});
