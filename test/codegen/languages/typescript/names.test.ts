import fc from 'fast-check';
import { nameService } from '../../../../src/codegen/languages/typescript/names';
import { read } from '../../../support/model-files';

interface Model {
  /** Schemas of text, with a property that is only read where it is true. */
  readonly schemas: readonly (readonly [name: string, isDirected: boolean])[];
  readonly operations: readonly (readonly [id: string, tag?: string])[];
}

/** What everything in a model is called. */
function namesOf({ schemas, operations }: Model) {
  const property = (readOnly: boolean) => ({ type: 'object', required: ['a'], properties: { a: { readOnly } } });
  const paths = operations.map(([operationId, tag], index) => {
    const operation = { operationId, tags: tag === undefined ? [] : [tag], responses: { 200: { description: 'OK' } } };
    return [`/p${index}`, { get: operation }] as const;
  });
  const { service } = read({
    ...{ openapi: '3.1.0', info: { title: 'Names', version: '1' }, paths: Object.fromEntries(paths) },
    components: { schemas: Object.fromEntries(schemas.map(([name, readOnly]) => [name, property(readOnly)])) },
  });
  const { models, operations: named } = nameService(service);
  return { models: Object.fromEntries(models), operations: Object.fromEntries(named) };
}

/** What nothing that collides has in its name. */
const unrelated: Model = { schemas: [['Unrelated', true]], operations: [['doUnrelatedThings']] };

const model: fc.Arbitrary<Model> = fc.record({
  schemas: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom('pet', 'Pet', 'PET', 'pet-request', 'PetRequest', 'PetModel', 'Response', 'GetPetInput', '日本'),
      fc.boolean(),
    ),
    { selector: ([name]) => name, minLength: 1 },
  ),
  operations: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom('getPet', 'getPetRaw', 'getPetRequest', 'getPetHandler', 'delete', 'createClient', 'getPet2'),
      fc.constantFrom(undefined, 'pets'),
    ),
    { selector: ([id]) => id, minLength: 1 },
  ),
});

const shuffled = model.chain(({ schemas, operations }) =>
  fc.record({
    before: fc.constant({ schemas, operations }),
    after: fc.record({
      schemas: fc.shuffledSubarray([...schemas], { minLength: schemas.length }),
      operations: fc.shuffledSubarray([...operations], { minLength: operations.length }),
    }),
  }),
);

test('no name depends on where something stands in the model', () => {
  fc.assert(
    fc.property(shuffled, ({ before, after }) => {
      expect(namesOf(after)).toEqual(namesOf(before));
    }),
  );
});

test('what is new and collides with nothing changes no name', () => {
  fc.assert(
    fc.property(model, (before) => {
      const after = namesOf({
        schemas: [...unrelated.schemas, ...before.schemas],
        operations: [...unrelated.operations, ...before.operations],
      });
      expect(after).toMatchObject(namesOf(before));
    }),
  );
});

test('a name that is one to the letter is kept, whatever is made into it', () => {
  const { models } = namesOf({
    schemas: [
      ['pet', false],
      ['Pet', false],
      ['PET', false],
    ],
    operations: [],
  });
  expect(Object.entries(models).map(([name, { type }]) => [name, type])).toEqual([
    ['pet', 'PetModel'],
    ['Pet', 'Pet'],
    ['PET', 'PET'],
  ]);
});

test('what an operation is called by is not taken from it by what is made of another', () => {
  const { operations } = namesOf({ schemas: [], operations: [['getPet'], ['getPetRaw'], ['getPetRequest']] });
  expect(operations.getPetRaw?.client).toBe('getPetRaw');
  expect(operations.getPet).toMatchObject({ client: 'getPet', raw: 'getPetRawOperation', request: 'getPetRequest2' });
});

test('no schema is hidden by the class of a tag', () => {
  const { models } = namesOf({
    schemas: [
      ['PetsApi', false],
      ['DefaultApi', false],
    ],
    operations: [['getPet', 'pets']],
  });
  expect(models).toMatchObject({ PetsApi: { type: 'PetsApiModel' }, DefaultApi: { type: 'DefaultApiModel' } });
});
