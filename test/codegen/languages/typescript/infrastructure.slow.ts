import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { bundleHandlers } from '../../../../src/bundle/bundle-handlers';
import type * as Constructs from '../../../../src/constructs';
import { temporaryWorkspace, writePackages } from '../../../support/generated-packages';
import { loadInfrastructure } from '../../../support/load-infrastructure';
import { readSpec } from '../../../support/read-spec';

/** What the generated package exports, as far as the test uses it. */
interface PetsInfrastructure {
  readonly Api: new (scope: Stack, id: string, props: object) => Constructs.TypeSafeRestApi;
  readonly Authorizers: typeof Constructs.Authorizers;
  readonly Integrations: typeof Constructs.Integrations;
  readonly MockIntegrations: Readonly<Record<string, (...args: readonly unknown[]) => object>>;
  readonly Operations: { all(value: object): object };
  readonly SayHelloFunction: new (scope: Stack, id: string, props?: object) => Constructs.HandlerFunction;
}

let directory: string;
let pets: PetsInfrastructure;

beforeAll(() => {
  const spec = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
  if (spec === undefined) throw new Error('pets.yaml has errors');
  directory = temporaryWorkspace();
  writePackages(spec, 'pets', directory);
  pets = loadInfrastructure(directory);
});

afterAll(() => rmSync(directory, { recursive: true }));

function newStack(): Stack {
  return new Stack(new App(), 'Pets');
}

/** The document that is deployed, with its tokens resolved as far as the template does. */
function documentOf(stack: Stack): { readonly paths: Record<string, Record<string, Record<string, unknown>>> } {
  const [api] = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::RestApi'));
  return api?.Properties.Body;
}

test('an Api as users write it', async () => {
  const alias = path.join(directory, 'generated', 'runtime', 'typescript', 'esm', 'index.js');
  writeFileSync(
    path.join(directory, 'handlers', 'typescript', 'src', 'say-hello.ts'),
    `import { Response, sayHelloHandler } from '${alias.split(path.sep).join('/')}';
export const handler = sayHelloHandler(async () => Response.success({ message: 'Hello' }));`,
  );
  await bundleHandlers({ directory: path.join(directory, 'handlers', 'typescript'), entries: ['say-hello'] });
  const stack = newStack();
  const { Api, Authorizers, Integrations, MockIntegrations, SayHelloFunction } = pets;
  const bucket = new Bucket(stack, 'Bucket');
  new Api(stack, 'Api', {
    defaultAuthorizer: Authorizers.iam(),
    corsOptions: { allowOrigins: ['https://example.com'] },
    integrations: {
      ...MockIntegrations.mockAll?.(),
      sayHello: { integration: Integrations.lambda(new SayHelloFunction(stack, 'SayHello')) },
      getPet: { integration: Integrations.s3({ bucket }), authorizer: Authorizers.none() },
      listPets: { integration: MockIntegrations.listPets200?.() },
    },
  });
  const template = Template.fromStack(stack);
  template.hasResource('AWS::Lambda::Function', {
    Properties: { Handler: 'index.handler', Runtime: 'nodejs24.x' },
    Metadata: Match.objectLike({
      'type-safe-api': {
        operation: 'sayHello',
        language: 'typescript',
        source: 'handlers/typescript/src/say-hello.ts',
        bundle: 'handlers/typescript/dist/lambda/say-hello',
      },
    }),
  });
  template.resourceCountIs('AWS::ApiGateway::RestApi', 1);
  const { paths } = documentOf(stack);
  expect(paths['/hello']?.get?.['x-amazon-apigateway-integration']).toMatchObject({ type: 'AWS_PROXY' });
  expect(paths['/pets']?.get?.['x-amazon-apigateway-integration']).toMatchObject({ type: 'MOCK' });
});

test('mocks need no Lambda', () => {
  const stack = newStack();
  new pets.Api(stack, 'Api', { integrations: pets.MockIntegrations.mockAll?.() });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::Lambda::Function', 0);
  expect(Object.keys(template.toJSON().Resources).length).toBeLessThanOrEqual(10);
  const mock = documentOf(stack).paths['/hello']?.get?.['x-amazon-apigateway-integration'];
  expect(JSON.stringify(mock)).toContain('Hello Ada!');
});

test('one integration for all operations', () => {
  const stack = newStack();
  const integration = pets.Integrations.mock({ statusCode: 204 });
  new pets.Api(stack, 'Api', { integrations: pets.Operations.all({ integration }) });
  expect(Object.keys(documentOf(stack).paths)).toEqual(['/hello', '/pets', '/pets/{petId}', '/motd']);
});

test('a handler that is not bundled is an error that says what to do', () => {
  rmSync(path.join(directory, 'handlers', 'typescript', 'dist'), { recursive: true, force: true });
  expect(() => new pets.SayHelloFunction(newStack(), 'SayHello')).toThrow("run 'npx projen build' first");
});

test('a missing integration is an error at the name of the operation', () => {
  const app = `import { type OperationConfig, Operations } from './generated/infrastructure/typescript/src/operation-config';
const { sayHello, ...rest } = Operations.all(1);
export const config: OperationConfig<number> = rest;`;
  writeFileSync(path.join(directory, 'app.ts'), app);
  const tsc = require.resolve('typescript/bin/tsc');
  const args = ['--strict', '--noEmit', '--module', 'preserve', '--types', 'node', path.join(directory, 'app.ts')];
  const { stdout } = spawnSync(process.execPath, [tsc, '--ignoreConfig', ...args], { encoding: 'utf8' });
  expect(stdout).toMatch(/error TS2741: Property 'sayHello' is missing/);
});
