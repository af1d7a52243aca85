import fc from 'fast-check';
import { findTarget } from '../../src/openapi';
import type { Json } from '../../src/shared/json';
import { fromPointer, toPointer } from '../../src/shared/json-pointer';

const tokens = fc.array(
  fc.oneof(fc.string(), fc.constantFrom('', '~', '/', '~1', '~0', '~01', '%7B', '__proto__', '0')),
);

test('a pointer is read as it was written', () => {
  fc.assert(fc.property(tokens, (list) => expect(fromPointer(toPointer(list))).toEqual(list)));
});

test('a reference finds what a pointer names, percent-encoded or not', () => {
  fc.assert(
    fc.property(tokens, (list) => {
      const root = list.reduceRight<Json>((value, token) => Object.fromEntries([[token, value]]), 'found');
      const pointer = toPointer(list);
      expect(findTarget(root, `#${encodeURI(pointer).replaceAll('#', '%23')}`)).toEqual({ pointer, value: 'found' });
    }),
  );
});

test('a reference finds nothing on the prototypes of objects and lists', () => {
  for (const ref of ['#/constructor', '#/list/length', '#/list/-', '#/list/01']) {
    expect(findTarget({ list: ['a', 'b'] }, ref)).toBeUndefined();
  }
});
