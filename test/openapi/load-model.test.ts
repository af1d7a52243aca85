import { findTarget } from '../../src/openapi';
import type { Json } from '../../src/shared/json';
import { load } from '../support/model-files';

const head = { openapi: '3.1.0', info: { title: 'Pets', version: '1' } };
const ok = (schema: object) => ({ responses: { '200': { content: { 'application/json': { schema } } } } });
const schemaAt = '/responses/200/content/application~1json/schema';

function at(root: Json, pointer: string): Json | undefined {
  return findTarget(root, `#${pointer}`)?.value;
}

describe('one file', () => {
  test('is not copied', () => {
    const { document, said } = load({
      'api.yaml': {
        ...head,
        paths: { '/a': { get: ok({ $ref: '#/components/schemas/A' }) } },
        components: { schemas: { A: {} } },
      },
    });
    expect(said).toEqual([]);
    expect(document?.root).toBe(document?.files[0]?.root);
    expect(document?.place('/paths/~1a/get')).toEqual({ file: 'api.yaml', pointer: '/paths/~1a/get' });
  });

  test('may percent-encode its pointers', () => {
    const { document, said } = load({
      'api.yaml': {
        ...head,
        paths: {
          '/a/{b}': { get: ok({ type: 'string' }) },
          '/c': { get: ok({ $ref: `#/paths/~1a~1%7Bb%7D/get${schemaAt}` }) },
        },
      },
    });
    expect(said).toEqual([]);
    const ref = at(document?.root ?? null, `/paths/~1c/get${schemaAt}`) as { $ref: string };
    expect(findTarget(document?.root ?? null, ref.$ref)?.value).toEqual({ type: 'string' });
  });

  test('keeps what only looks like a reference', () => {
    const media = { schema: {}, example: { $ref: 'nowhere.yaml' } };
    const { said } = load({
      'api.yaml': { ...head, paths: {}, components: { responses: { A: { content: { 'application/json': media } } } } },
    });
    expect(said).toEqual([]);
  });

  test('may refer to schemas where the specification has none', () => {
    const { document, said } = load({
      'api.yaml': {
        ...head,
        'x-shared': { Pet: { type: 'object' } },
        paths: { '/a': { get: ok({ $ref: '#/x-shared/Pet' }) } },
      },
    });
    expect(said).toEqual([]);
    expect(at(document?.root ?? null, '/components/schemas/Pet')).toEqual({ type: 'object' });
    expect(document?.place('/components/schemas/Pet/type')).toEqual({
      file: 'api.yaml',
      pointer: '/x-shared/Pet/type',
    });
  });

  test('keeps dates as text', () => {
    const { document } = load({ 'api.yaml': 'openapi: 3.0.0\ninfo: { title: A, version: 2020-01-01 }\npaths: {}\n' });
    expect(document?.root.info).toEqual({ title: 'A', version: '2020-01-01' });
  });

  test('may use merge keys', () => {
    const { document } = load({ 'api.yaml': 'openapi: 3.0.0\nx-a: &a { b: 1 }\nx-c: { <<: *a, d: 2 }\npaths: {}\n' });
    expect(document?.root['x-c']).toEqual({ b: 1, d: 2 });
  });
});

test('broken JSON is reported with its line', () => {
  const { said } = load({
    'api.yaml': { ...head, paths: { '/a': { $ref: 'a.json' } } },
    'a.json': '{\n  "get": {},\n}',
  });
  expect(said).toEqual([expect.stringMatching(/^a\.json\n {2}error invalid-json: line 3, column 1: /)]);
});

test('a file that is missing is reported where it is named, and read once', () => {
  const { said } = load({ 'api.yaml': { ...head, paths: { '/a': { $ref: 'a.yaml' }, '/b': { $ref: 'a.yaml' } } } });
  expect(said[0]).toMatch(/^api\.yaml#\/paths\/~1a\/\$ref\n {2}error missing-file: the file 'a\.yaml' does not exist/);
});

describe('many files', () => {
  test('mount a schema once, under its own name', () => {
    const { document, said } = load({
      'api.yaml': {
        ...head,
        paths: { '/a': { get: ok({ $ref: 's/pet.yaml' }) }, '/b': { get: ok({ $ref: './s/pet.yaml#' }) } },
      },
      's/pet.yaml': { type: 'object', properties: { owner: { $ref: 'owner.yaml#/Owner' } } },
      's/owner.yaml': { Owner: { properties: { pets: { items: { $ref: 'pet.yaml' } } } } },
    });
    expect(said).toEqual([]);
    expect(at(document?.root ?? null, '/components/schemas')).toEqual({
      pet: { type: 'object', properties: { owner: { $ref: '#/components/schemas/Owner' } } },
      Owner: { properties: { pets: { items: { $ref: '#/components/schemas/pet' } } } },
    });
    expect(document?.place('/components/schemas/Owner/properties/pets')).toEqual({
      file: 's/owner.yaml',
      pointer: '/Owner/properties/pets',
    });
    expect(document?.files.map(({ display }) => display)).toEqual(['api.yaml', 's/pet.yaml', 's/owner.yaml']);
  });

  test('keep names apart that are alike', () => {
    const { document } = load({
      'api.yaml': {
        ...head,
        paths: { '/a': { get: ok({ $ref: 'pets.yaml#/Error' }) }, '/b': { get: ok({ $ref: 'shop.yaml#/Error' }) } },
        components: { schemas: { Error: { type: 'string' } } },
      },
      'pets.yaml': { Error: { type: 'integer' } },
      'shop.yaml': { Error: { type: 'boolean' } },
    });
    expect(at(document?.root ?? null, '/components/schemas')).toEqual({
      Error: { type: 'string' },
      PetsError: { type: 'integer' },
      ShopError: { type: 'boolean' },
    });
  });

  test('take the name that the entry document gives', () => {
    const { document } = load({
      'api.yaml': {
        ...head,
        paths: { '/a': { get: ok({ $ref: 'pet.yaml' }) } },
        components: { schemas: { Animal: { $ref: 'pet.yaml' }, Beast: { $ref: 'pet.yaml' } } },
      },
      'pet.yaml': { type: 'object' },
    });
    const root = document?.root ?? null;
    expect(at(root, '/components/schemas')).toEqual({
      Animal: { type: 'object' },
      Beast: { $ref: '#/components/schemas/Animal' },
    });
    expect(at(root, `/paths/~1a/get${schemaAt}`)).toEqual({ $ref: '#/components/schemas/Animal' });
    expect(document?.place('/components/schemas/Animal/type')).toEqual({ file: 'pet.yaml', pointer: '/type' });
  });

  test('may refer back to the entry document', () => {
    const { document, said } = load({
      'api.yaml': {
        ...head,
        paths: { '/a': { $ref: 'a.yaml' } },
        components: { schemas: { A: {} }, parameters: { P: { name: 'p', in: 'query', schema: {} } } },
      },
      'a.yaml': {
        parameters: [{ $ref: 'api.yaml#/components/parameters/P' }],
        get: ok({ $ref: 'api.yaml#/components/schemas/A' }),
      },
    });
    expect(said).toEqual([]);
    expect(at(document?.root ?? null, '/paths/~1a')).toEqual({
      parameters: [{ $ref: '#/components/parameters/P' }],
      get: ok({ $ref: '#/components/schemas/A' }),
    });
  });

  test('let a path add to what it refers to', () => {
    const { document } = load({
      'api.yaml': { ...head, paths: { '/a': { $ref: 'a.yaml', summary: 'Mine', post: ok({}) } } },
      'a.yaml': { summary: 'Theirs', get: ok({}) },
    });
    expect(at(document?.root ?? null, '/paths/~1a')).toEqual({ summary: 'Mine', get: ok({}), post: ok({}) });
    expect(document?.place('/paths/~1a/post/responses')).toEqual({
      file: 'api.yaml',
      pointer: '/paths/~1a/post/responses',
    });
    expect(document?.place('/paths/~1a/get/responses')).toEqual({ file: 'a.yaml', pointer: '/get/responses' });
  });

  test('are referred to by discriminators', () => {
    const pet = {
      oneOf: [{ $ref: 'cat.yaml' }],
      discriminator: { propertyName: 'kind', mapping: { cat: 'cat.yaml' } },
    };
    const { document } = load({
      'api.yaml': { ...head, paths: {}, components: { schemas: { Pet: pet } } },
      'cat.yaml': { type: 'object' },
    });
    expect(at(document?.root ?? null, '/components/schemas/Pet/discriminator/mapping')).toEqual({
      cat: '#/components/schemas/cat',
    });
  });

  test('are looked through by pointers', () => {
    const { document, said } = load({
      'api.yaml': {
        ...head,
        paths: { '/a': { get: ok({ $ref: '#/components/schemas/A/properties/b' }) } },
        components: { schemas: { $ref: 'all.yaml' } },
      },
      'all.yaml': { A: { $ref: 'a.yaml' } },
      'a.yaml': { properties: { b: { type: 'string' } } },
    });
    expect(said).toEqual([]);
    const ref = at(document?.root ?? null, `/paths/~1a/get${schemaAt}`) as { $ref: string };
    expect(findTarget(document?.root ?? null, ref.$ref)?.value).toEqual({ type: 'string' });
  });
});
