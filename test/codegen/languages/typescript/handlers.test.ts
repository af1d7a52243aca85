import * as path from 'node:path';
import { emitHandlers } from '../../../../src/codegen/languages/typescript/handlers/emit-handlers';
import { emitInput } from '../../../support/emit-input';
import { handled } from '../../../support/generated-packages';
import { readSpec } from '../../../support/read-spec';

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
