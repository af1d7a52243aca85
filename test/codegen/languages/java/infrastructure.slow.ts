import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type * as Constructs from '../../../../src/constructs';
import { temporaryWorkspace, writePackages } from '../../../support/generated-packages';
import { javaFiles, javaFolder, runJava, writeJava } from '../../../support/java-packages';
import { loadInfrastructure } from '../../../support/load-infrastructure';
import { type ReadSpec, readGalaxy, readGitHub, readSpec, readSpecs } from '../../../support/read-spec';
import { describeJava, type JavaToolchain, java } from '../../../support/toolchains';

const harness = path.join(__dirname, 'harness');
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-safe-api-java-')));
const classes = path.join(folder, 'classes');
const pets = path.join(folder, 'pets');
const bundle = 'handlers/typescript/dist/lambda/say-hello';

/** The specs that are synthesized too, by the names of their folders. */
const specs = new Map<string, ReadSpec>([['pets', readPets()], ...readSpecs()]);
const javaPackages = new Map<string, string>();
let toolchain: JavaToolchain;

function readPets(): ReadSpec {
  const spec = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
  if (spec === undefined) throw new Error('pets.yaml has errors');
  return spec;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An app with a mock for every operation of every spec, in the Java that users write. */
function appOfAll(): string {
  const lines = [...javaPackages].map(
    ([name, javaPackage]) =>
      `    synthesize(args[0] + "/${name}", stack -> new ${javaPackage}.Api(stack, "Api", ${javaPackage}.ApiProps.builder().integrations(${javaPackage}.MockIntegrations.mockAll()).build()));\n`,
  );
  return `package com.example.app;
import software.amazon.awscdk.*;
public final class All {
  private All() {}
  public static void main(String[] args) {
${lines.join('')}  }
  private static void synthesize(String outdir, java.util.function.Consumer<Stack> api) {
    App app = new App(AppProps.builder().outdir(outdir).build());
    api.accept(new Stack(app, "Stack"));
    app.synth();
  }
}
`;
}

const templateOf = (outdir: string) => readFileSync(path.join(outdir, 'Stack.template.json'), 'utf8');
const classpath = (...entries: readonly string[]) => [...entries, toolchain.classpath].join(path.delimiter);
const run = (entries: readonly string[], args: readonly string[], cwd = folder, input = '') =>
  runJava(toolchain.java, ['-cp', classpath(...entries), ...args], { cwd, input });

describeJava('infrastructure in Java', () => {
  beforeAll(async () => {
    toolchain = await java();
    mkdirSync(path.join(pets, bundle), { recursive: true });
    writeFileSync(path.join(pets, bundle, 'index.js'), 'exports.handler = async () => ({ statusCode: 200 });\n');
  });

  test('of every spec, of GitHub and of Scalar compiles without a warning', async () => {
    for (const [name, spec] of specs) javaPackages.set(name, writeJava(spec, name, path.join(folder, name)));
    writeJava(readGitHub(), 'github', path.join(folder, 'github'), 20);
    writeJava(readGalaxy(), 'galaxy', path.join(folder, 'galaxy'));
    const hostile = readSpec(path.join(__dirname, '../typescript/hostile-names.yaml'));
    if (hostile === undefined) throw new Error('hostile-names.yaml has errors');
    writeJava(hostile, 'hostile', path.join(folder, 'hostile'));
    writeFileSync(path.join(folder, 'All.java'), appOfAll());
    const files = [...javaFiles(folder), ...javaFiles(harness)].map((file) => `"${file.replaceAll('\\', '/')}"`);
    writeFileSync(path.join(folder, 'files'), files.join('\n'));
    const strict = ['-Xlint:all', '-Werror', '-Xdoclint:all,-missing', '--release', '17', '-encoding', 'UTF-8'];
    const args = ['-J-Xmx2g', ...strict, '-d', classes, '-cp', toolchain.classpath, '@files'];
    expect(await runJava(toolchain.javac, args, { cwd: folder })).toBe('');
  });

  test('synthesizes to the template of TypeScript, for every spec', async () => {
    const resources = [...specs.keys()].map((name) => path.join(folder, name, javaFolder, 'src/main/resources'));
    const outdir = path.join(folder, 'out');
    expect(await run([classes, ...resources], ['com.example.app.All', outdir])).toBe('');
    for (const [name, spec] of specs) {
      const workspace = temporaryWorkspace();
      writePackages(spec, name, workspace);
      const { Api, MockIntegrations } = loadInfrastructure<PetsInfrastructure>(workspace);
      const app = new App({ outdir: path.join(workspace, 'out') });
      new Api(new Stack(app, 'Stack'), 'Api', { integrations: MockIntegrations.mockAll?.() });
      app.synth();
      const want = templateOf(path.join(workspace, 'out'));
      rmSync(workspace, { recursive: true });
      expect([name, templateOf(path.join(outdir, name))]).toEqual([name, want]);
    }
  });

  test('an app as users write it is the same from a jar, and says what it refuses', async () => {
    const jar = path.join(folder, 'pets.jar');
    const infra = path.join('com', 'example', 'pets', 'infra');
    const resources = path.join(pets, javaFolder, 'src/main/resources');
    await runJava('jar', ['--create', '--file', jar, '-C', classes, infra, '-C', resources, '.'], { cwd: folder });
    const app = path.join(folder, 'app');
    mkdirSync(app);
    cpSync(path.join(classes, 'com/example/pets/app'), path.join(app, 'com/example/pets/app'), { recursive: true });
    // The folder of the API is found from the working directory.
    const printed = await run([jar, app], ['com.example.pets.app.PetsApp', path.join(folder, 'app-java')], pets);
    expect(printed.split('\n')).toEqual([
      "IllegalStateException: OperationConfig has nothing for 2 operations: 'sayHello', 'getPet'; call the method of each on the builder",
      "IllegalStateException: OperationConfig has nothing for operation 'createPet'; call its method on the builder",
      "IllegalStateException: 'integrations' is missing; call integrations(...) with an OperationConfig or MockIntegrations.mockAll()",
      "IllegalStateException: 'integrations' is missing; call integrations(...) with an OperationConfig or MockIntegrations.mockAll()",
      expect.stringMatching(
        /^IllegalArgumentException: the body of the mock of operation 'sayHello' 200 cannot be written as JSON: No serializer found.*; give maps/,
      ),
      "NullPointerException: the body of the mock of operation 'getMotd' 200 is null; give a text, or none",
      "IllegalArgumentException: the mock of operation 'createPet' 4XX cannot have the status 500; give one of the range, or use Integrations.mock",
      'same [sayHello, listPets, createPet, getPet, deletePet, getMotd]',
      '',
    ]);
    expect(templateOf(path.join(folder, 'app-java'))).toBe(synthesizePets());
  });

  test('the folder of the API is the one that the classes were compiled in, or else above the working directory', async () => {
    const find = (entry: string, cwd: string) => run([entry], ['com.example.pets.infra.Checks', 'directory'], cwd);
    const compiled = path.join(pets, javaFolder, 'target', 'classes');
    cpSync(path.join(classes, 'com/example/pets/infra'), path.join(compiled, 'com/example/pets/infra'), {
      recursive: true,
    });
    expect(await find(compiled, folder)).toBe(`${pets}\n`);
    const below = path.join(pets, 'app', 'deep');
    mkdirSync(below, { recursive: true });
    expect(await find(classes, below)).toBe(`${pets}\n`);
    expect(await find(classes, folder)).toBe(
      `the handler of operation 'sayHello' is not found: neither '${bundle}' nor 'handlers/typescript/src/say-hello.ts' is in ` +
        `'${folder}' or in a folder above it, and the classes of its construct are in '${classes}', not below a folder ` +
        `'${javaFolder}'; run the app in the folder of the API or below it, or give the function its code with FunctionProps.builder().code(...)\n`,
    );
  });

  test('JSON is what JavaScript makes of it', async () => {
    const check = (what: string, input = '') => run([classes], ['com.example.pets.infra.Checks', what], folder, input);
    const texts = [
      '{"b":1,"a":[],"":{},"é\u2028":[null,true,false,-1.5e-7,1e21,1E+400,"\\u0001\\ud800\\/"]}',
      '[0.1,1.0,-0.0,100000000000000000000,123456789012345680000,0.000001,1e-7]',
      '"\\ud83d\\udc08 \\udc08\\ud83d"',
      ' { } ',
    ];
    const rewritten = texts.map((text) => JSON.stringify(JSON.parse(text)));
    expect((await check('json', texts.join('\n'))).trimEnd().split('\n')).toEqual(rewritten);
    const bits = someBits(20_000);
    const numbers = [...bits].map((each) => JSON.stringify(toNumber(each)));
    expect((await check('numbers', bits.join('\n'))).trimEnd().split('\n')).toEqual(numbers);
    expect((await check('values')).trimEnd().split('\n')).toEqual([
      'null',
      '{"z":1,"a":null,"é\u2028🐈\\ud800\\"\\\\\\b\\f\\n\\r\\t\\u0001/":[1,2,true]}',
      '[1,2]',
      '"text"',
      '"c"',
      '1.5',
      '0.1',
      '0',
      'null',
      'null',
      '1.1',
      '1e+30',
      '0.1234567890123456789012345',
      '9223372036854775807',
      '{"name":"Rex","age":null}',
      '"1970-01-01T00:00:00Z"',
      '[]',
      '{}',
      // Without an order of its own, such a map would have another one in every run.
      '[{"a":4,"b":3,"c":{"a":2,"b":1},"d":5}]',
    ]);
  });
});

/** What the generated package of the pets exports in TypeScript, as far as the tests use it. */
interface PetsInfrastructure {
  readonly Api: new (scope: Stack, id: string, props: object) => Constructs.TypeSafeRestApi;
  readonly Authorizers: typeof Constructs.Authorizers;
  readonly Integrations: typeof Constructs.Integrations;
  readonly MockIntegrations: Readonly<Record<string, (...args: readonly unknown[]) => Constructs.Integration>>;
  readonly SayHelloFunction: new (scope: Stack, id: string, props?: object) => Constructs.HandlerFunction;
  readonly CreatePetFunction: new (scope: Stack, id: string, props?: object) => Constructs.HandlerFunction;
}

/** The template of the app of the harness, written in TypeScript. */
function synthesizePets(): string {
  const workspace = temporaryWorkspace();
  writePackages(readPets(), 'pets', workspace);
  cpSync(path.join(pets, bundle), path.join(workspace, bundle), { recursive: true });
  const infrastructure = loadInfrastructure<PetsInfrastructure>(workspace);
  const {
    Api,
    Authorizers,
    Integrations,
    MockIntegrations: mocks,
    SayHelloFunction,
    CreatePetFunction,
  } = infrastructure;
  const app = new App({ outdir: path.join(workspace, 'out') });
  const stack = new Stack(app, 'Stack');
  const bucket = new Bucket(stack, 'Bucket');
  new Api(stack, 'Api', {
    defaultAuthorizer: Authorizers.iam(),
    corsOptions: { allowOrigins: ['https://example.com'] },
    binaryMediaTypes: ['image/png'],
    description: 'As users write it',
    integrations: {
      sayHello: { integration: Integrations.lambda(new SayHelloFunction(stack, 'SayHello')) },
      listPets: { integration: mocks.listPets200?.([{ name: 'Ålice', age: 1 }], { 'x-total': '1' }) },
      createPet: {
        integration: Integrations.lambda(
          new CreatePetFunction(stack, 'CreatePet', {
            timeout: Duration.seconds(3),
            memorySize: 256,
            code: Code.fromInline('exports.handler = async () => ({ statusCode: 201 });'),
          }),
        ),
      },
      getPet: { integration: Integrations.s3({ bucket }), authorizer: Authorizers.none() },
      deletePet: { integration: mocks.deletePet204?.() },
      getMotd: { integration: mocks.getMotd200?.('costs $5 \u2028') },
    },
  });
  const overrides = {
    createPet: { integration: mocks.createPet4XX?.(418) },
    listPets: { integration: mocks.listPetsDefault?.(500, { message: 'no' }) },
  };
  new Api(stack, 'Mocks', { integrations: mocks.mockAll?.(overrides) });
  new SayHelloFunction(stack, 'Again', { timeout: Duration.seconds(5) });
  app.synth();
  const template = templateOf(path.join(workspace, 'out'));
  rmSync(workspace, { recursive: true });
  return template;
}

/** Numbers by their bits: all powers of two, whose neighbours are not equally far, and others that are always the same. */
function someBits(count: number): string[] {
  const powers = Array.from({ length: 2046 }, (_, exponent) => BigInt(exponent + 1) << 52n);
  let seed = 42n;
  const others = Array.from({ length: count }, () => {
    seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n);
    return seed;
  });
  return [0n, 1n, ...powers, ...powers.map((power) => power - 1n), ...others].map(String);
}

function toNumber(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(bits));
  return view.getFloat64(0);
}
