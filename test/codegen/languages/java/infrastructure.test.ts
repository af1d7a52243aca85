import * as path from 'node:path';
import { emitInfrastructure } from '../../../../src/codegen/languages/java/infrastructure/emit-infrastructure';
import type { EmitInput } from '../../../../src/codegen/languages/language';
import type { Operation } from '../../../../src/codegen/model/service';
import { emitInput } from '../../../support/emit-input';
import { type ReadSpec, readSpec } from '../../../support/read-spec';

function readPets(): ReadSpec {
  const spec = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
  if (spec === undefined) throw new Error('pets.yaml has errors');
  return spec;
}

const { service } = readPets();

/** The files of the package by their names, with those of classes and resources without their folders. */
function emit(operations: readonly Operation[] = service.operations, given: Partial<EmitInput> = {}) {
  const files = emitInfrastructure(emitInput({ ...service, operations }, { handlers: ['typescript'], ...given }));
  return new Map([...files].map((file) => [path.basename(file.path), file]));
}

const files = emit();
const textOf = (name: string, of = files) => of.get(name)?.text ?? '';

/** The operations of the pets with other ids, in turn. */
function renamed(...ids: readonly string[]): Operation[] {
  return ids.map((id, index) => {
    const operation = service.operations[index % service.operations.length];
    if (operation === undefined) throw new Error('there are no operations');
    return { ...operation, id, path: `/${index}` };
  });
}

test.each<[string, { file: string; want: string }]>([
  [
    'a method of the builder for each operation',
    {
      file: 'OperationConfig.java',
      want: `
    /** GET /hello: Says hello */
    public Builder<T> sayHello(T value) {
      return with("sayHello", value);
    }`,
    },
  ],
  [
    'what was given, for each operation',
    {
      file: 'OperationConfig.java',
      want: `
  /** GET /pets/{petId} */
  public T getGetPet() {
    return values.get("getPet");
  }`,
    },
  ],
  [
    'the operations in the order of the model',
    {
      file: 'OperationConfig.java',
      want: `
  private static final List<String> OPERATIONS = List.of(
      "sayHello", "listPets", "createPet", "getPet", "deletePet", "getMotd");`,
    },
  ],
  [
    'the API as a construct',
    {
      file: 'Api.java',
      want: `
/**
 * The API of the model on API Gateway.
 *
 * <p>Everything about pets.
 */
public class Api extends TypeSafeRestApi {
  /** Adds the API to a stack. */
  public Api(Construct scope, String id, ApiProps props) {
    super(scope, id, props.toRestApiProps());
  }`,
    },
  ],
  [
    'a method for each prop of the construct',
    {
      file: 'ApiOptions.java',
      want: `
  /** Who may call operations that have no authorizer of their own. */
  public B defaultAuthorizer(Authorizer defaultAuthorizer) {
    return set(props -> props.defaultAuthorizer(defaultAuthorizer));
  }`,
    },
  ],
  [
    'lists that may have subtypes',
    { file: 'ApiOptions.java', want: 'public B endpointTypes(List<? extends EndpointType> endpointTypes) {' },
  ],
  ['maps of texts', { file: 'ApiOptions.java', want: 'public B parameters(Map<String, String> parameters) {' }],
  [
    'a mark on what the CDK discourages',
    {
      file: 'FunctionOptions.java',
      want: `
   * @deprecated the CDK discourages it, and says in its own documentation what to use
   */
  @Deprecated
  public B logRetention(RetentionDays logRetention) {`,
    },
  ],
  [
    'a mock with the body of the model, and one with another',
    {
      file: 'MockIntegrations.java',
      want: `
  /** GET /hello 200: A greeting */
  public static Integration sayHello200() {
    return Mocks.modelled("sayHello", "200", 200);
  }

  /** GET /hello 200: A greeting */
  public static Integration sayHello200(Object body) {
    return Mocks.json("sayHello", "200", 200, body);
  }`,
    },
  ],
  [
    'a mock of text',
    {
      file: 'MockIntegrations.java',
      want: `
  public static Integration getMotd200(String body) {
    return Mocks.text("getMotd", "200", 200, body);
  }`,
    },
  ],
  [
    'a mock of a range, whose status is chosen',
    {
      file: 'MockIntegrations.java',
      want: `
  public static Integration createPet4XX(int statusCode, Object body) {
    return Mocks.json("createPet", "4XX", statusCode, body);
  }`,
    },
  ],
  [
    'a mock of everything',
    {
      file: 'MockIntegrations.java',
      want: `
    all.sayHello(Mocks.answer(sayHello200()));
    all.listPets(Mocks.answer(listPets200()));
    all.createPet(Mocks.answer(createPet201()));
    all.getPet(Mocks.answer(getPet200()));
    all.deletePet(Mocks.answer(deletePet204()));
    all.getMotd(Mocks.answer(getMotd200()));
  }`,
    },
  ],
  [
    'a function for each handler',
    {
      file: 'SayHelloFunction.java',
      want: `
public class SayHelloFunction extends HandlerFunction {
  /** Adds the function to a stack, with the defaults. */
  public SayHelloFunction(Construct scope, String id) {
    this(scope, id, FunctionProps.builder().build());
  }

  /** Adds the function to a stack. */
  public SayHelloFunction(Construct scope, String id, FunctionProps props) {
    super(scope, id, props.toHandlerProps(
        "sayHello", "typescript", "handlers/typescript/src/say-hello.ts", "handlers/typescript/dist/lambda/say-hello"));
  }`,
    },
  ],
])('has %s', (_, { file, want }) => {
  expect(textOf(file)).toContain(want);
});

test('what generated code gives is no prop', () => {
  expect(textOf('ApiOptions.java')).not.toContain('specPath');
  expect(textOf('ApiOptions.java')).not.toContain('B integrations(Map');
  for (const name of ['operation', 'language', 'directory', 'source', 'bundle']) {
    expect(textOf('FunctionOptions.java')).not.toContain(`public B ${name}(`);
  }
});

test('a mock without a body takes none', () => {
  expect(textOf('MockIntegrations.java')).toContain('Integration deletePet204()');
  expect(textOf('MockIntegrations.java')).not.toContain('Integration deletePet204(Object');
});

test('operations without a handler have no function, and without handlers nothing has', () => {
  expect(files.has('GetPetFunction.java')).toBe(false);
  expect([...emit(service.operations, { handlers: [] }).keys()].filter((name) => name.includes('Function'))).toEqual(
    [],
  );
});

test('what API Gateway cannot serve needs no integration', () => {
  const gatewayDocument = { paths: { '/hello': { get: { operationId: 'sayHello' } } } };
  const config = textOf('OperationConfig.java', emit(service.operations, { gatewayDocument }));
  expect(config).toContain('sayHello(T value)');
  expect(config).not.toContain('listPets');
});

test('classes and resources are in folders of their Java package, which can be chosen', () => {
  expect(files.get('Api.java')?.path).toBe('src/main/java/com/example/pets/infra/Api.java');
  const chosen = emit(service.operations, { javaPackage: 'org.acme.shop' });
  expect(chosen.get('mocks.json')?.path).toBe('src/main/resources/org/acme/shop/infra/mocks.json');
  for (const [name, { text }] of chosen)
    if (name.endsWith('.java')) expect(text).toContain('package org.acme.shop.infra;');
});

test('the package file is made once, and the rest says that it is generated', () => {
  expect(files.get('pom.xml')?.owner).toBe('user');
  for (const [name, { owner, text }] of files) {
    if (name === 'pom.xml') continue;
    expect(owner).toBe('generated');
    if (name.endsWith('.java')) expect(text).toMatch(/^\/\/ Generated from the API model/);
  }
});

test('ids that Java knows otherwise have an underscore', () => {
  const config = textOf('OperationConfig.java', emit(renamed('default', 'build', 'hashCode', 'class', 'record')));
  expect(config).toContain('Builder<T> default_(T value)');
  expect(config).toContain('Builder<T> build_(T value)');
  expect(config).toContain('Builder<T> hashCode_(T value)');
  expect(config).toContain('T getClass_()');
  expect(config).toContain('Builder<T> record(T value)');
  expect(config).toContain('with("default", value)');
});

test('a function of an operation that is called as its construct extends that by its full name', () => {
  const text = textOf('HandlerFunction.java', emit(renamed('handler')));
  expect(text).toContain('class HandlerFunction extends io.github.typesafeapiproject.constructs.HandlerFunction {');
  expect(text).not.toContain('import io.github.typesafeapiproject.constructs.HandlerFunction;');
});

test('functions whose names differ in case only have files of their own', () => {
  // The upper case of the first letter of one is two letters; the one in between has no handler.
  const names = [...emit(renamed('ßa', 'b', 'ssa')).keys()];
  expect(names).toEqual(expect.arrayContaining(['SSaFunction.java', 'SsaFunction2.java']));
});

test('text of a model is text in comments, and nothing else', () => {
  const [first] = renamed('first');
  if (first === undefined) throw new Error('there is no operation');
  const summary = 'ends */ here, \\u002a/ too; <b>bold</b> {@link X} @deprecated \u202e &amp; `code()`';
  const text = textOf('OperationConfig.java', emit([{ ...first, summary }]));
  expect(text).toContain(`
  /**
   * GET /0: ends *&#47; here, &#92;u002a/ too; &lt;b&gt;bold&lt;/b&gt; {&#64;link X} &#64;deprecated &#92;u{202e}
   * &amp;amp; {@code code()}
   */
  public T getFirst() {`);
});

test('deprecated operations say so to readers and not to compilers, since nobody can leave them out', () => {
  const [first] = renamed('first');
  if (first === undefined) throw new Error('there is no operation');
  const own = emit([{ ...first, deprecated: true }]);
  expect(textOf('OperationConfig.java', own)).toContain('<p>Deprecated.');
  for (const name of ['OperationConfig.java', 'MockIntegrations.java', 'FirstFunction.java']) {
    expect(textOf(name, own)).not.toContain('@Deprecated');
  }
});

test('lines have at most 120 characters', () => {
  for (const [name, { text }] of files) {
    if (name.endsWith('.java'))
      expect([name, text.split('\n').filter((line) => line.length > 120)]).toEqual([name, []]);
  }
});

test('what is too much for one class or method of Java is shared out', () => {
  const ids = Array.from({ length: 4500 }, (_, index) => `operation${index}`);
  const many = emit(renamed(...ids), { handlers: [], mocks: () => ({}) });
  expect(textOf('OperationConfig.java', many)).toContain('Stream.of(operations1(), operations2())');
  expect(textOf('MockIntegrations2.java', many)).toContain(
    'abstract class MockIntegrations2 extends MockIntegrations1 {',
  );
  const mocks = textOf('MockIntegrations.java', many);
  expect(mocks).toContain('public final class MockIntegrations extends MockIntegrations2 {');
  expect(mocks).toContain(
    '    mockAll1(all);\n    mockAll2(all);\n    mockAll3(all);\n    mockAll4(all);\n    mockAll5(all);\n    over',
  );
  expect(textOf('MockIntegrations1.java', many)).toMatch(/void mockAll1\(.*void mockAll2\(/s);
  expect(mocks).toMatch(/void mockAll5\(/);
});

test('without data of mocks, whoever mocks a response gives its body', () => {
  const without = emit(service.operations, { mockData: { disable: true } });
  const mocks = textOf('MockIntegrations.java', without);
  expect(mocks).toContain('public static Integration sayHello200(Object body) {');
  expect(mocks).not.toContain('sayHello200()');
  expect(mocks).toContain('public static Integration deletePet204() {');
  expect(mocks).not.toMatch(/mockAll|is not given/);
  expect(textOf('mocks.json', without)).not.toContain('body');
});
