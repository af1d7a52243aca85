import { portablePattern } from '../../../src/codegen/patterns/portable';

test.each([
  ['^[a-z]+$', '\\A[a-z]+\\Z', '\\A[a-z]++\\z'],
  ['^\\d{4}-\\d{2}$', '\\A[0-9]{4}-[0-9]{2}\\Z', '\\A[0-9]{4}-[0-9]{2}\\z'],
  ['a.c', 'a[^\\x0a\\x0d\\u2028\\u2029]c', 'a[^\\x0a\\x0d\\u2028\\u2029]c'],
  ['^(?<x>ab|[cd])*?$', '\\A(?:ab|[cd])*\\Z', '\\A(?:ab|[cd])*+\\z'],
  ['^[\\]\\-&[^~|]{2,}$', '\\A[\\&\\-\\[\\]\\^\\|\\~]{2,}\\Z', '\\A[\\&\\-\\[\\]\\^\\|\\~]{2,}+\\z'],
  ['^[^\\x00-\\x1f\u{1f600}]$', '\\A[^\\x00-\\x1f\\U0001f600]\\Z', '\\A[^\\x00-\\x1f\\x{1f600}]\\z'],
  ['\\.\\$', '\\.\\$', '\\.\\$'],
  ['^[\\s\\S]$', '\\A[\\x00-\\U0010ffff]\\Z', '\\A[\\x00-\\x{10ffff}]\\z'],
  ['^[]$', '\\A[^\\x00-\\U0010ffff]\\Z', '\\A[^\\x00-\\x{10ffff}]\\z'],
])('%s', (pattern, python, java) => {
  expect(portablePattern(pattern, 'python')).toMatchObject({ kind: 'native', source: python, isOfUnits: false });
  expect(portablePattern(pattern, 'java')).toMatchObject({ kind: 'native', source: java, isOfUnits: false });
});

test('a loop that word boundaries may end early is not committed to', () => {
  const pattern = portablePattern('^[a-]+\\b', 'java');
  expect(pattern.kind === 'native' && pattern.source).toMatch(/^\\A\[\\-a\]\+\(\?:/);
});

test('a pattern without the flag that sees halves of characters says so, and looks for them elsewhere', () => {
  expect(portablePattern('^\\-[^a]$', 'python')).toMatchObject({ isOfUnits: true, source: '\\A-[^a]\\Z' });
  expect(portablePattern('^\\-[\ud83d]$', 'python')).toMatchObject({ source: '\\A-[\\U0010d83d]\\Z' });
  expect(portablePattern('^\\-[a-z]$', 'python')).toMatchObject({ isOfUnits: false });
});

test('classes of steps are portable too', () => {
  expect(portablePattern('^(?=.*\\d)(\\w+\\s)*$', 'python')).toEqual({
    kind: 'linear',
    text: '/^(?=.*\\d)(\\w+\\s)*$/u',
    isOfUnits: false,
    steps: [
      { kind: 'place', place: '^' },
      {
        kind: 'look',
        behind: false,
        not: false,
        steps: [
          { kind: 'character', class: '[0-9]' },
          { kind: 'fork', to: [1, 3] },
          { kind: 'character', class: '[^\\x0a\\x0d\\u2028\\u2029]' },
          { kind: 'fork', to: [-2] },
        ],
      },
      { kind: 'fork', to: [1, 7] },
      { kind: 'character', class: '[0-9A-Z_a-z]' },
      { kind: 'fork', to: [1, 3] },
      { kind: 'character', class: '[0-9A-Z_a-z]' },
      { kind: 'fork', to: [-2] },
      { kind: 'character', class: expect.stringContaining('\\u2000-\\u200a') },
      { kind: 'fork', to: [-6] },
      { kind: 'place', place: '$' },
    ],
  });
});

test('properties are the characters that have them', () => {
  const pattern = portablePattern('^\\p{ASCII_Hex_Digit}$', 'java');
  expect(pattern).toMatchObject({ source: '\\A[0-9A-Fa-f]\\z' });
});

test('what cannot be checked is refused', () => {
  expect(portablePattern('^(.)\\1', 'python')).toEqual({ kind: 'refused' });
});
