import * as path from 'node:path';
import type { EmitInput } from '../../../../src/codegen/languages/language';
import { emitInfrastructure } from '../../../../src/codegen/languages/typescript/infrastructure/emit-infrastructure';
import * as constructs from '../../../../src/constructs';
import type { LanguageName } from '../../../../src/shared/workspace';
import { emitInput } from '../../../support/emit-input';
import { readSpec } from '../../../support/read-spec';

function emit(
  handlers: readonly LanguageName[] = ['typescript'],
  given: Partial<EmitInput> = {},
): ReadonlyMap<string, string> {
  const spec = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
  if (spec === undefined) throw new Error('pets.yaml has errors');
  return new Map(
    [...emitInfrastructure(emitInput(spec.service, { handlers, ...given }))].map((file) => [file.path, file.text]),
  );
}

const files = emit();

test.each<[string, { file: string; want: string }]>([
  [
    'a required member for each operation',
    {
      file: 'src/operation-config.ts',
      want: `
export interface OperationConfig<T> {
  /** GET /hello: Says hello */
  readonly sayHello: T;
  /** GET /pets */
  readonly listPets: T;`,
    },
  ],
  [
    'one value for all operations',
    {
      file: 'src/operation-config.ts',
      want: `
  static all<T>(value: T): OperationConfig<T> {
    return {
      sayHello: value,`,
    },
  ],
  [
    'the API as a construct',
    {
      file: 'src/api.ts',
      want: `
/**
 * The API of the model on API Gateway.
 *
 * Everything about pets.
 */
export class Api extends TypeSafeRestApi {
  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id, {
      ...props,
      specPath: resolve(__dirname, '../assets/gateway.json'),
      integrations: { ...props.integrations },
    });
  }
}`,
    },
  ],
  [
    'a mock typed by the response',
    {
      file: 'src/mock-integrations.ts',
      want: `
  /** GET /hello 200: A greeting */
  static sayHello200(body?: runtime.SayHello200OperationResponse['body']): Integration {
    return mockIntegration('sayHello', '200', 200, body);
  }`,
    },
  ],
  [
    'a mock without a body',
    {
      file: 'src/mock-integrations.ts',
      want: `
  static deletePet204(): Integration {
    return mockIntegration('deletePet', '204', 204);
  }`,
    },
  ],
  [
    'a mock of text',
    {
      file: 'src/mock-integrations.ts',
      want: `
  static getMotd200(body?: string): Integration {
    return mockIntegration('getMotd', '200', 200, body);
  }`,
    },
  ],
  [
    'a mock of a range, whose status is chosen',
    {
      file: 'src/mock-integrations.ts',
      want: `
  static createPet4XX(
    statusCode: runtime.CreatePet4XXOperationResponse['statusCode'],
    body?: runtime.CreatePet4XXOperationResponse['body'],
  ): Integration {
    return mockIntegration('createPet', '4XX', statusCode, body);
  }`,
    },
  ],
  [
    'a mock of everything',
    {
      file: 'src/mock-integrations.ts',
      want: `
    return mockAll<OperationConfig<TypeSafeApiIntegration>>({
      sayHello: 200,
      listPets: 200,
      createPet: 201,
      getPet: 200,
      deletePet: 204,
      getMotd: 200,
    }, overrides);`,
    },
  ],
  [
    'a function for each handler',
    {
      file: 'src/functions.ts',
      want: `
export class SayHelloFunction extends HandlerFunction {
  constructor(scope: Construct, id: string, props: FunctionProps = {}) {
    super(scope, id, {
      ...props,
      operation: 'sayHello',
      language: 'typescript',
      directory,
      source: 'handlers/typescript/src/say-hello.ts',
      bundle: 'handlers/typescript/dist/lambda/say-hello',
    });
  }
}`,
    },
  ],
])('has %s', (_, { file, want }) => {
  expect(files.get(file)).toContain(want);
});

test('operations without a handler have no function', () => {
  expect(files.get('src/functions.ts')).not.toContain('GetPetFunction');
});

test('without handlers there are no functions', () => {
  const without = emit([]);
  expect(without.has('src/functions.ts')).toBe(false);
  expect(without.get('src/index.ts')).not.toContain('functions');
});

test('an app finds what it needs of the constructs in the package', () => {
  const reexported = files.get('src/index.ts')?.split('} from')[0] ?? '';
  const names = [...reexported.matchAll(/^ {2}(type )?(\w+),$/gm)];
  const values = names.filter(([, type]) => type === undefined).map(([, , name = '']) => name);
  expect(values).toEqual(expect.arrayContaining(['Authorizer', 'CustomAuthorizerType', 'HandlerFunction']));
  for (const name of values) expect(constructs).toHaveProperty(name);
});

test('a function of an operation goes before a construct of the same name', () => {
  const spec = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
  if (spec === undefined) throw new Error('pets.yaml has errors');
  const operations = spec.service.operations.map((each) =>
    each.id === 'sayHello' ? { ...each, id: 'handler' } : each,
  );
  const gatewayDocument = { paths: { '/hello': { get: { operationId: 'handler' } } } };
  const own = [
    ...emitInfrastructure(emitInput({ ...spec.service, operations }, { gatewayDocument, handlers: ['typescript'] })),
  ];
  const text = (file: string) => own.find((each) => each.path === file)?.text;
  expect(text('src/functions.ts')).toMatch(/export class HandlerFunction extends (?!HandlerFunction )/);
  expect(text('src/index.ts')).not.toContain('  HandlerFunction,');
});

test('the assets are what API Gateway imports and what mocks answer', () => {
  expect(JSON.parse(files.get('assets/gateway.json') ?? '')).toMatchObject({ openapi: '3.0.3' });
  expect(JSON.parse(files.get('assets/mocks.json') ?? '')).toMatchObject({
    sayHello: { '200': { mediaType: 'application/json', body: '{"message":"Hello Ada!"}' } },
    getMotd: { '200': { mediaType: 'text/plain', body: 'costs $5 #1' } },
    deletePet: { '204': {} },
  });
});

test('every generated source says so', () => {
  for (const [file, text] of files)
    if (file.startsWith('src/')) expect(text).toMatch(/^\/\/ Generated from the API model/);
});

test('what API Gateway cannot serve needs no integration', () => {
  const spec = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
  if (spec === undefined) throw new Error('pets.yaml has errors');
  const gatewayDocument = { paths: { '/hello': { get: { operationId: 'sayHello' } } } };
  const own = [...emitInfrastructure(emitInput(spec.service, { gatewayDocument }))];
  const config = own.find((file) => file.path === 'src/operation-config.ts')?.text;
  expect(config).toContain('sayHello: T');
  expect(config).not.toContain('listPets');
});

test('without data of mocks, whoever mocks a response gives its body', () => {
  const without = emit(['typescript'], { mockData: { disable: true } });
  const mocks = without.get('src/mock-integrations.ts');
  expect(mocks).toContain("static sayHello200(body: runtime.SayHello200OperationResponse['body']): Integration {");
  expect(mocks).toContain('static deletePet204(): Integration {');
  expect(mocks).not.toMatch(/mockAll|is not given/);
  expect(without.get('assets/mocks.json')).not.toContain('body');
});
