import fc from 'fast-check';
import { isValid } from '../../../src/codegen/mocks/is-valid';
import { areDisjoint } from '../../../src/codegen/read/disjoint-shapes';
import type { Json } from '../../../src/shared/json';
import { schemas31Whole, values } from '../../support/arbitrary-schemas';
import { read } from '../../support/model-files';

const names = ['A', 'B', 'C'];

test('no object is of two shapes that are said to be disjoint', () => {
  let disjoint = 0;
  const objects = values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  fc.assert(
    fc.property(
      fc.array(schemas31Whole, { minLength: 3, maxLength: 3 }),
      fc.array(objects, { minLength: 5 }),
      (drawn, objects) => {
        const schemas: Json = Object.fromEntries(drawn.map((schema, index) => [names[index] ?? '', schema]));
        const info = { title: 'Shapes', version: '1' };
        const { service, said } = read({ openapi: '3.1.0', info, paths: {}, components: { schemas } });
        if (said.some((each) => /^ {2}error/m.test(each))) return;
        const [a, b] = names.map((name) => service.shapes.get(name)?.shape);
        if (a === undefined || b === undefined || !areDisjoint(a, b, service.shapes)) return;
        disjoint += 1;
        for (const value of objects) {
          expect(isValid(value, a, service.shapes) && isValid(value, b, service.shapes)).toBe(false);
        }
      },
    ),
    { numRuns: 100, seed: 1 },
  );
  expect(disjoint).toBeGreaterThan(2);
});
