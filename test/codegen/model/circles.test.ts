import { circlesOf } from '../../../src/codegen/model/circles';
import type { Service } from '../../../src/codegen/model/service';
import type { Shape } from '../../../src/codegen/model/shape';

test('finds the first of each circle, by whatever way it is entered', () => {
  const service = serviceOf({
    entry: ['c'],
    b: ['c'],
    c: ['b', 'leaf'],
    leaf: [],
    itself: ['itself'],
    gone: ['nowhere'],
  });
  expect([...circlesOf(service)].sort()).toEqual([
    ['b', 'b'],
    ['c', 'b'],
    ['itself', 'itself'],
  ]);
});

test('makes one circle of two that meet', () => {
  const service = serviceOf({ a: ['b'], b: ['a', 'c'], c: ['b'] });
  expect([...circlesOf(service).values()]).toEqual(['a', 'a', 'a']);
});

test('goes around a circle of any length', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `name ${index}`);
  const service = serviceOf(Object.fromEntries(names.map((name, index) => [name, [names[index + 1] ?? 'name 0']])));
  expect(new Set(circlesOf(service).values())).toEqual(new Set(['name 0']));
  expect(circlesOf(service).size).toBe(20_000);
});

function serviceOf(targets: Readonly<Record<string, readonly string[]>>): Service {
  const shapes = Object.entries(targets).map(([name, others]) => {
    const members = others.map((target): Shape => ({ kind: 'reference', target }));
    return [name, { name, pointer: '', shape: { kind: 'union', mode: 'any', members } as const }] as const;
  });
  return { title: '', version: '', operations: [], shapes: new Map(shapes) };
}
