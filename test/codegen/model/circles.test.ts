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

function serviceOf(targets: Readonly<Record<string, readonly string[]>>): Service {
  const shapes = Object.entries(targets).map(([name, others]) => {
    const members = others.map((target): Shape => ({ kind: 'reference', target }));
    return [name, { name, pointer: '', shape: { kind: 'union', mode: 'any', members } as const }] as const;
  });
  return { title: '', version: '', operations: [], shapes: new Map(shapes) };
}
