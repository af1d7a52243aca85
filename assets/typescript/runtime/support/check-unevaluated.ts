import { atMember, type Check, fail, isMembers, type Report, type TextPattern } from './validation.js';

/** What a schema has evaluated of a value: names of an object, positions of a list. */
interface Evaluated {
  readonly names: Set<string>;
  readonly positions: Set<number>;
}

/** Adds what one keyword evaluates. */
export type Mark = (value: unknown, evaluated: Evaluated) => void;

/** Checks the members that no mark has evaluated; without a check there must be none. */
export function unevaluatedProperties(
  value: unknown,
  at: string,
  report: Report,
  marks: readonly Mark[],
  check: Check = (_, where) => fail(where, 'unevaluatedProperties', 'is not known', report),
): void {
  if (!isMembers(value)) return;
  const { names } = evaluate(value, marks);
  for (const name of Object.keys(value)) {
    if (!names.has(name) && value[name] !== undefined) check(value[name], atMember(at, name), report);
  }
}

/** Checks the items that no mark has evaluated; without a check there must be none. */
export function unevaluatedItems(
  value: unknown,
  at: string,
  report: Report,
  marks: readonly Mark[],
  check: Check = (_, where) => fail(where, 'unevaluatedItems', 'is one item too many', report),
): void {
  if (!Array.isArray(value)) return;
  const { positions } = evaluate(value, marks);
  for (const [index, item] of value.entries()) {
    if (!positions.has(index)) check(item ?? null, `${at}/${index}`, report);
  }
}

/** Members with these names. */
export function ofNames(...names: readonly string[]): Mark {
  return (_, evaluated) => addAll(evaluated.names, names);
}

/** Members whose names match. */
export function ofPattern(pattern: TextPattern): Mark {
  return (value, { names }) => {
    if (isMembers(value))
      addAll(
        names,
        Object.keys(value).filter((name) => pattern.test(name)),
      );
  };
}

/** The first items. */
export function ofItems(count: number): Mark {
  return (_, { positions }) => addAll(positions, Array(count).keys());
}

/** Items that pass a check. */
export function ofMatches(check: Check): Mark {
  return (value, { positions }) => {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) if (passes(check, item ?? null)) positions.add(index);
  };
}

/** Everything there is. */
export const ofAll: Mark = (value, { names, positions }) => {
  if (isMembers(value)) addAll(names, Object.keys(value));
  if (Array.isArray(value)) addAll(positions, value.keys());
};

/** What marks add to a value that passes a check, and what others add to one that does not. */
export function ofForm(check: Check, marks: readonly Mark[], others: readonly Mark[] = []): Mark {
  return (value, evaluated) => {
    for (const mark of passes(check, value) ? marks : others) mark(value, evaluated);
  };
}

function evaluate(value: unknown, marks: readonly Mark[]): Evaluated {
  const evaluated: Evaluated = { names: new Set(), positions: new Set() };
  for (const mark of marks) mark(value, evaluated);
  return evaluated;
}

function passes(check: Check, value: unknown): boolean {
  const report: Report = [];
  check(value, '', report);
  return report.length === 0;
}

function addAll<T>(set: Set<T>, values: Iterable<T>): void {
  for (const value of values) set.add(value);
}
