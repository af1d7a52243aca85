import { patternFor, statusesOf } from '../../src/constructs/private/responses/status-pattern';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test.each<[readonly number[], string]>([
  [[404], '404'],
  [range(400, 599), '[45]\\d{2}'],
  [range(300, 599).filter((status) => status !== 304), '30[0-35-9]|3[1-9]\\d|[45]\\d{2}'],
  [[400, 403, 404], '40[034]'],
  [[403, 413, 503], '4[01]3|503'],
  [[], ''],
])('patterns are short: %#', (statuses, pattern) => {
  expect(patternFor(new Set(statuses))).toBe(pattern);
});

test('a pattern is for exactly its statuses', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let round = 0; round < 200; round++) {
    const density = random();
    const statuses = new Set(range(100, 599).filter(() => random() < density));
    if (statuses.size > 0) expect(statusesOf(patternFor(statuses))).toEqual(statuses);
  }
});

test('a pattern is compared with the whole status', () => {
  expect(statusesOf('4|5\\d{2}')).toEqual(new Set(range(500, 599)));
  expect(statusesOf('.+')).toEqual(new Set(range(100, 599)));
  expect(statusesOf('4')?.size).toBe(0);
  expect(statusesOf('4(')).toBeUndefined();
});
