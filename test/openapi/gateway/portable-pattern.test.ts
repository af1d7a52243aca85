import fc from 'fast-check';
import { portablePattern } from '../../../src/openapi/gateway/portable-pattern';

test.each([
  ['^[a-z][\\w-]*$', '^[a-z][\\w-]*$'],
  // Java ends lines at U+0085 as well, and knows less white space.
  ['^.+$', '^[^\\n\\r\\u2028\\u2029]+$'],
  ['a\\s', 'a[\\t-\\r \\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF]'],
  ['[\\s\\S]*', '[\\w\\W]*'],
  // In Java these are a class within a class, and an intersection of classes.
  ['[[a]', '[\\[a]'],
  ['[a&&b]', '[a\\&\\&b]'],
  ['a\\{', 'a\\{'],
  ['\\v\\0[\\b]', '\\x0B\\x00[\\x08]'],
  ['^(?!ab$)', '^(?!ab(?![\\w\\W]))'],
])('%s is written as %s', (pattern, written) => expect(portablePattern(pattern)).toBe(written));

test.each([
  ['\\p{L}'],
  ['(?<=a)b'],
  ['(?<name>a)'],
  ['\\bcat\\b'],
  ['(a)\\1'],
  ['[^\\S]'],
  ['\\cA'],
  ['[]'],
  ['^.{2}$'],
  ['^.$'],
  ['^[^b]?$'],
  ['😀'],
])('%s cannot be written so', (pattern) => expect(portablePattern(pattern)).toBeUndefined());

const atom = fc.constantFrom(
  ...[
    'a',
    '\\d',
    '\\w',
    '\\s',
    '\\S',
    '\\D',
    '.',
    '[a-c]',
    '[^a]',
    '[\\s]',
    '[\\s\\S]',
    '[[a]',
    '[&&a]',
    '[^\\]]',
    '\\.',
  ],
  ...['\\{', '\\v', '\\0', '\\x41', '(?=a)', '(?!b$)', '(?:ab|c)', '[\\b]', '[\\w.]'],
);
const quantifier = fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{1,2}', '*?');
const patterns = fc.array(fc.tuple(atom, quantifier), { minLength: 1, maxLength: 4 }).map((parts) => {
  const text = parts.map(([part, count]) => (/^\(\?[=!]/.test(part) ? part : part + count)).join('');
  return `^${text}$`;
});
const characters = [
  'a',
  'b',
  'c',
  '1',
  ' ',
  '\n',
  '\v',
  '\0',
  '\b',
  '\x85',
  '\xA0',
  '\u2028',
  '[',
  ']',
  '{',
  '&',
  '.',
  '😀',
];
const texts = fc.array(fc.constantFrom(...characters), { maxLength: 5 }).map((found) => found.join(''));

test('an engine without Unicode matches every text that the model matches', () => {
  let matched = 0;
  const property = fc.property(patterns, fc.array(texts, { minLength: 20, maxLength: 20 }), (pattern, candidates) => {
    const portable = portablePattern(pattern);
    if (portable === undefined) return;
    const model = new RegExp(pattern, 'u');
    const gateway = new RegExp(portable);
    for (const candidate of candidates.filter((text) => model.test(text))) {
      matched++;
      if (!gateway.test(candidate)) throw new Error(`${portable} refuses ${JSON.stringify(candidate)}`);
    }
  });
  fc.assert(property, { numRuns: 2000, seed: 1 });
  expect(matched).toBeGreaterThan(500);
});
