import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { checkedPattern, matchesPattern } from '../../../src/codegen/patterns/pattern';

/** Patterns for which the engine tries one way after the other, or may not: on short texts it is the oracle for both. */
const patterns: Readonly<Record<'native' | 'linear', readonly string[]>> = {
  native: [
    '^[a-z]+$',
    '^\\d{4}-\\d{2}-\\d{2}$',
    '^[A-Za-z0-9_-]{1,64}$',
    '[a-z]+',
    'a.c',
    '^(ab|cd)*$',
    '^[^/]+/[^/]+$',
    '^a{2,5}b$',
    '.{0,1600}',
    '([a-z]+)',
    'a([a-c]+|[0-9]*)',
    '^(?:\\+[0-9]{1,3} )?[0-9]+$',
    '\\bab',
    '\\Bb$|^c',
  ],
  linear: [
    '^(a+)+$',
    '^(a|a)*b$',
    '^(\\w+\\s?)*$',
    '\\s+$',
    '^(.*)@(.*)$',
    '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
    '^(?=.*[A-Z])(?=.*\\d).{3,}$',
    '^(?!ab)[a-b]+$',
    '^[a-c]*(?<!b)$',
    '(?<=a)b(?!c)',
    '^(a?){3}b$',
    '^((ab?)*|b)(?=c|$)',
    'a*a*c',
    '^(|){25}a$',
    '^(a?)?(b?)?(c?)?-$',
    '^(?:(?!-)[ab-]{0,3}[ab]\\.)+b$',
    '^\\p{L}+\\p{Lu}$',
    '^([\\w\\-]+\\.)*[\\w\\-]+$',
  ],
};

const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', 'A', 'é', '😀', '1', '-', '.', '/', '@', ' ', '\n', 'ab', '2024-01-02'), {
    maxLength: 9,
  })
  .map((parts) => parts.join(''));

describe.each(['native', 'linear'] as const)('a pattern that is checked in the %s way', (kind) => {
  test.each(patterns[kind])('%s', (source) => {
    expect(checkedPattern(source).kind).toBe(kind);
    const flags = compiles(source, 'u') ? 'u' : '';
    fc.assert(
      fc.property(texts, (text) => {
        expect([text, matchesPattern(source, text)]).toEqual([text, new RegExp(source, flags).test(text)]);
      }),
      { numRuns: 400 },
    );
  });
});

test.each([
  ['^(a+)+$', 'a'],
  ['^(https?:\\/\\/)?([\\da-z\\.-]+)\\.([a-z\\.]{2,6})([\\/\\w \\.-]*)*\\/?$', 'a.'],
  ['^(\\w+\\s?)*$', 'a'],
  ['a*a*a*b', 'a'],
  ['^(?=(a+)+$)', 'a'],
  ['^[a-z]+$', 'a'],
])('%s takes time in proportion to the text', (source, part) => {
  const start = performance.now();
  expect(matchesPattern(source, `${part.repeat(20_000)}!`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test.each([
  ['^(?!.*(.)\\1)', 'refers back to what it matched'],
  ['^(.{1,3000}a){1,3}(.{1,3000}b)$', 'has more than 5000 steps with all its repetitions'],
])('%s is refused', (source, reason) => {
  expect(checkedPattern(source)).toEqual({ kind: 'refused', reason });
});

test('the machine of the generator is that of the runtime', () => {
  const [ours, theirs] = ['src/codegen/patterns', 'assets/typescript/runtime/support'].map((folder) =>
    readFileSync(path.resolve(__dirname, '../../..', folder, 'linear-pattern.ts'), 'utf8'),
  );
  expect(ours).toBe(theirs);
});

function compiles(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}
