import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';
import { derive } from '../openapi/gateway/derive';
import { describeJava, describePython, java, jsiiEnvironment, python } from '../support/toolchains';

const responses = (...statuses: readonly number[]): JsonObject =>
  Object.fromEntries(statuses.map((status) => [String(status), { description: '' }]));
const petId = [{ in: 'path', name: 'petId', required: true, schema: { type: 'string' } }];
const requestBody = { content: { 'application/json': { schema: { type: 'object' } } } };
const model: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/hello': { get: { operationId: 'sayHello', responses: responses(200) } },
    '/pets': { get: { operationId: 'listPets', responses: responses(200) } },
    '/pets/{petId}': {
      parameters: petId,
      get: { operationId: 'getPet', responses: responses(200, 404, 500) },
      put: { operationId: 'putPet', requestBody, responses: responses(200, 500) },
    },
    '/pets/{petId}/delete': {
      parameters: petId,
      post: { operationId: 'deletePet', responses: responses(204, 500) },
    },
  },
};
const handler = 'exports.handler = async () => ({ statusCode: 200, body: \'"hello"\' });';

/** Synthesizes an app into a folder. */
type Synthesize = (specPath: string, assembly: string, root: string) => Promise<void>;

/** What an app in any language is served as. */
function servesTheApp(synthesize: Synthesize): void {
  let root: string;
  let gateway: LocalGateway;
  let url: string;

  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'gateway-language-'));
    const [specPath, assembly] = [path.join(root, 'gateway.json'), path.join(root, 'cdk.out')];
    writeFileSync(specPath, JSON.stringify(derive(model).document));
    await synthesize(specPath, assembly, root);
    gateway = await serve({ assembly, root, port: 0 });
    url = gateway.apis()[0]?.url ?? '';
  });
  afterAll(async () => {
    await gateway?.close();
    rmSync(root, { recursive: true, force: true });
  });

  test('the terminal shows its operations', () => {
    const operations = gateway.apis()[0]?.operations ?? [];
    const shown = operations.map(({ operationId, kind, details }) => `${operationId}: ${[kind, ...details].join(' ')}`);
    const folder = 's3 ./.type-safe-api/buckets/Pets';
    expect(shown.sort()).toEqual([
      `deletePet: ${folder}`,
      `getPet: ${folder}`,
      'listPets: mock 200',
      `putPet: ${folder}`,
      'sayHello: lambda nodejs22.x SayHello',
    ]);
  });

  test('functions, mocks and buckets answer', async () => {
    expect(await (await fetch(`${url}/hello`)).json()).toBe('hello');
    expect(await (await fetch(`${url}/pets`)).json()).toEqual([]);
    const pet = `${url}/pets/${encodeURIComponent('Rex & Ü')}`;
    expect((await fetch(pet)).status).toBe(404);
    const headers = { 'Content-Type': 'application/json' };
    expect((await fetch(pet, { method: 'PUT', headers, body: '{"age":3}' })).status).toBe(200);
    expect(existsSync(path.join(root, '.type-safe-api/buckets/Pets/my-pets/Rex & Ü/details.json'))).toBe(true);
    expect(await (await fetch(pet)).json()).toEqual({ age: 3 });
    expect((await fetch(`${pet}/delete`, { method: 'POST' })).status).toBe(204);
    expect((await fetch(pet)).status).toBe(404);
  });
}

const program = (name: string) => path.join(__dirname, 'programs', name);

describePython('an app in Python', () => {
  servesTheApp(async (specPath, assembly, root) => {
    const toolchain = await python();
    const args = [program('app.py'), specPath, assembly, handler];
    execFileSync(toolchain.bin('python'), args, { cwd: root, env: jsiiEnvironment });
  });
});

describeJava('an app in Java', () => {
  servesTheApp(async (specPath, assembly, root) => {
    const { javac, java: run, classpath } = await java();
    execFileSync(javac, ['-cp', classpath, '-d', root, program('Main.java')], { cwd: root });
    const all = [root, classpath].join(path.delimiter);
    execFileSync(run, ['-cp', all, 'Main', specPath, assembly, handler], { cwd: root, env: jsiiEnvironment });
  });
});
