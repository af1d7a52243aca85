import * as path from 'node:path';
import { emitHandlers } from '../../../../src/codegen/languages/typescript/handlers/emit-handlers';
import { emitInput } from '../../../support/emit-input';
import { handled } from '../../../support/generated-packages';
import { readGalaxy, readGitHub, readSpec } from '../../../support/read-spec';

const spec = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
const service = spec === undefined ? undefined : handled(spec.service);
const emitted = service === undefined ? [] : [...emitHandlers(emitInput(service, { handlers: ['typescript'] }))];
const files = new Map(emitted.map((file) => [file.path, file.text]));

test.each<[string, { file: string; want: string }]>([
  [
    'answers with the example of the model',
    {
      file: 'src/say-hello.ts',
      want: `import { INTERCEPTORS, Response, type SayHelloChainedHandlerFunction, sayHelloHandler } from 'pets-typescript-runtime';

/** GET /hello: Says hello */
export const sayHello: SayHelloChainedHandlerFunction = async ({ input }) => {
  // An example from the model: answer with your own. The request is in 'input', checked and typed.
  return Response.success({ message: 'Hello Ada!' });
};

export const handler = sayHelloHandler(...INTERCEPTORS, sayHello);
`,
    },
  ],
  [
    'is called in its test',
    {
      file: 'test/delete-pet.test.ts',
      want: `import { invoke } from 'pets-typescript-runtime/testing';
import { handler } from '../src/delete-pet';

test('answers with 204', async () => {
  const response = await invoke.deletePet(handler, { petId: 'pet-346' });
  expect(response).toMatchObject({ status: 204 });
});
`,
    },
  ],
])('a stub %s', (_, { file, want }) => {
  expect(files.get(file)).toBe(want);
});

test('everything is created once and then the user’s', () => {
  expect(emitted.filter(({ owner }) => owner !== 'user')).toEqual([]);
});

test('operations of other languages have no stub', () => {
  expect(files.has('src/get-pet.ts')).toBe(true);
  if (spec === undefined) throw new Error('pets.yaml has errors');
  const own = [...emitHandlers(emitInput(spec.service, { handlers: ['typescript'] }))];
  expect(own.map((file) => file.path).filter((file) => file.startsWith('src/'))).toEqual([
    'src/say-hello.ts',
    'src/create-pet.ts',
  ]);
});

test.each<[string, { file: string; want: string }]>([
  [
    'yields an event',
    {
      file: 'src/watch-pets.ts',
      want: `export const watchPets: WatchPetsChainedHandlerFunction = async ({ input }) => {
  // An example from the model: answer with your own. The request is in 'input', checked and typed.
  return Response.success(async function* () {
    yield { data: { id: 73, name: 'Quiet harbor' } };
  });
};
`,
    },
  ],
  ['yields a text', { file: 'src/tail-log.ts', want: "    yield { data: 'mellow beacon' };\n" }],
  ['yields a line', { file: 'src/export-pets.ts', want: "    yield { id: 73, name: 'Quiet harbor' };\n" }],
  ['that streams is called in its test', { file: 'test/watch-pets.test.ts', want: "test('answers with 200', async" }],
])('a stub %s', (_, { file, want }) => {
  const streaming = readSpec('streaming.yaml');
  if (streaming === undefined) throw new Error('streaming.yaml has errors');
  const stubs = [...emitHandlers(emitInput(handled(streaming.service), { handlers: ['typescript'] }))];
  expect(stubs.find(({ path: name }) => name === file)?.text).toContain(want);
});

describe('of bodies and headers of every kind', () => {
  const every = readSpec(path.join(__dirname, 'stub-bodies.yaml'));
  const input = every === undefined ? undefined : emitInput(handled(every.service), { handlers: ['typescript'] });
  const stubs = new Map((input === undefined ? [] : [...emitHandlers(input)]).map((file) => [file.path, file.text]));

  test.each<[string, { file: string; want: string }]>([
    [
      'headers that have to be there',
      {
        file: 'src/create-upload.ts',
        want: "Response.created(undefined, { Location: 'https://example.com/uploads/1', 'X-Sizes': [1, 2] });",
      },
    ],
    ['headers and nothing else', { file: 'src/put-upload.ts', want: `Response.noContent({ ETag: '"1"' });` }],
    ['bytes', { file: 'src/get-upload.ts', want: "Response.success(new TextEncoder().encode('...'));" }],
    [
      'what is of a union and of an intersection',
      {
        file: 'src/create-shape.ts',
        want: "Response.success({ id: 's1', kind: 'Circle', radius: 2, at: '2026-01-31' });",
      },
    ],
    ['a stream where JSON is possible too', { file: 'src/read-log.ts', want: "yield { text: 'Started' };" }],
    ['a number that is text on the wire', { file: 'src/write-log.ts', want: 'Response.success(7);' }],
    ['a redirect', { file: 'src/get-old.ts', want: "Response.of(302, undefined, { Location: '/new' });" }],
    ['a status of the default', { file: 'src/get-any.ts', want: "Response.success({ a: 'b' });" }],
    ['an error where there is nothing else', { file: 'src/get-gone.ts', want: "Response.badRequest('gone');" }],
    [
      'a media type that is not the first, and a member that is no prototype',
      {
        file: 'src/get-form.ts',
        want: "Response.success({ ['__proto__']: 'p' }, { 'content-type': 'application/json' });",
      },
    ],
    [
      'what is made of the schema where the example has no type',
      { file: 'src/get-undeclared.ts', want: "Response.success({ a: 'declared' });" },
    ],
    ['that there is none', { file: 'src/get-never.ts', want: "throw new Error('getNever is not implemented yet');" }],
  ])('stubs answer with %s', (_, { file, want }) => expect(stubs.get(file)).toContain(want));

  test.each([
    [
      'files of a form',
      'create-upload',
      "{ body: { file: new TextEncoder().encode('willow.txt'), caption: 'A cat' } }",
    ],
    ['bytes', 'put-upload', "{ id: 'u1', body: new TextEncoder().encode('...') }"],
    ['text where JSON is possible too', 'write-log', "{ body: 'All is well' }"],
    ['what is of a union, without what is only read', 'create-shape', "{ body: { kind: 'Circle', radius: 2 } }"],
  ])('tests send %s', (_, file, want) => expect(stubs.get(`test/${file}.test.ts`)).toContain(`(handler, ${want})`));
});

test('every operation of real APIs has a stub that answers and a test that calls it', () => {
  for (const { service } of [readGitHub(), readGalaxy()]) {
    const stubs = [...emitHandlers(emitInput(handled(service), { handlers: ['typescript'] }))];
    const bare = stubs.filter(({ text }) => /not implemented yet|expect\(handler\.operationId/.test(text));
    expect(bare.map((file) => file.path)).toEqual([]);
  }
});
