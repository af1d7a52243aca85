import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type {
  ConstructDocs,
  ConstructModule,
  ConstructProp,
  ConstructType,
} from '../../src/codegen/languages/construct-api';
import { javaName, pythonName } from '../../src/codegen/languages/construct-api';
import * as data from '../../src/codegen/languages/construct-api-data';
import { allProperties, constructsOfPackage, moduleOf, type OwnedProperty, type TypeReference } from './assemblies';

const repository = path.resolve(__dirname, '..', '..');
const file = 'src/codegen/languages/construct-api-data.ts';
const props = {
  restApiProps: allProperties('type-safe-api-project.constructs.TypeSafeRestApiProps').map(propOf),
  handlerFunctionProps: allProperties('type-safe-api-project.constructs.HandlerFunctionProps').map(propOf),
};
const fqns = [
  ...new Set([
    ...Object.values(props)
      .flat()
      .flatMap(({ type, docs }) => [...fqnsIn(type), ...('owner' in docs ? [docs.owner] : [])]),
    'constructs.Construct',
  ]),
];
const names = (kind: 'type' | 'value') =>
  constructsOfPackage
    .filter((type) => (type.kind === 'interface') === (kind === 'type'))
    .map(({ name }) => name)
    .sort();

if (process.env.UPDATE_CONSTRUCT_API !== undefined) {
  writeFileSync(path.join(repository, file), sourceText());
  execFileSync('npx', ['--no-install', 'biome', 'check', '--write', file], { cwd: repository });
}

describe(`${file} says what the assemblies say; UPDATE_CONSTRUCT_API=1 brings it up to date`, () => {
  test('the props of an API', () => {
    expect(data.restApiProps).toEqual(props.restApiProps);
  });

  test('the props of the function of a handler', () => {
    expect(data.handlerFunctionProps).toEqual(props.handlerFunctionProps);
  });

  test('everything that the constructs export', () => {
    expect(data.constructValues).toEqual(names('value'));
    expect(data.constructTypes).toEqual(names('type'));
  });

  test('where modules are', () => {
    expect(data.modules).toEqual(modules());
  });
});

test.each(fqns)('%s has a name in Python and in Java', (fqn) => {
  const { python, java } = moduleOf(fqn);
  const name = fqn.slice(fqn.lastIndexOf('.') + 1);
  expect(pythonName(fqn)).toEqual({ module: python, name });
  expect(javaName(fqn)).toEqual({ package: java, name });
});

test('names of modules are those that the CDK and jsii document', () => {
  expect(pythonName('aws-cdk-lib.aws_apigateway.CorsOptions').module).toBe('aws_cdk.aws_apigateway');
  expect(javaName('aws-cdk-lib.aws_apigateway.CorsOptions').package).toBe('software.amazon.awscdk.services.apigateway');
  expect(pythonName('aws-cdk-lib.Size').module).toBe('aws_cdk');
  expect(javaName('aws-cdk-lib.Size').package).toBe('software.amazon.awscdk');
  expect(pythonName('constructs.Construct').module).toBe('constructs');
  expect(javaName('constructs.Construct').package).toBe('software.constructs');
  expect(pythonName('type-safe-api-project.constructs.Authorizer').module).toBe('type_safe_api_project.constructs');
  expect(javaName('type-safe-api-project.constructs.Authorizer').package).toBe(
    'io.github.typesafeapiproject.constructs',
  );
});

test('a type of another module is refused', () => {
  expect(() => pythonName('aws-cdk-lib.aws_glue.CfnJob')).toThrow(/the module of 'aws-cdk-lib\.aws_glue\.CfnJob'/);
});

/** What others say of their props is theirs: it is referred to, and not repeated. */
function propOf({ name, optional = false, type, docs = {}, owner }: OwnedProperty): ConstructProp {
  const isOurs = owner.startsWith('type-safe-api-project.');
  return {
    name,
    type: constructType(type),
    optional,
    deprecated: docs.deprecated !== undefined,
    docs: isOurs ? { summary: docs.summary ?? '' } : { owner },
  };
}

function constructType(type: TypeReference): ConstructType {
  if ('fqn' in type) return { fqn: type.fqn };
  if ('collection' in type) {
    const element = constructType(type.collection.elementtype);
    return type.collection.kind === 'array' ? { array: element } : { map: element };
  }
  switch (type.primitive) {
    case 'any':
    case 'boolean':
    case 'date':
    case 'json':
    case 'number':
    case 'string':
      return { primitive: type.primitive };
    default:
      throw new Error(`ConstructType has no way to say ${JSON.stringify(type)}`);
  }
}

function fqnsIn(type: ConstructType): readonly string[] {
  if ('fqn' in type) return [type.fqn];
  if ('array' in type) return fqnsIn(type.array);
  return 'map' in type ? fqnsIn(type.map) : [];
}

function modules(): Readonly<Record<string, ConstructModule>> {
  const found = fqns.map(moduleOf).sort((a, b) => (a.module < b.module ? -1 : 1));
  return Object.fromEntries(found.map(({ module, python, java }) => [module, { python, java }]));
}

/** The source of the data. It is laid out by Biome. */
function sourceText(): string {
  return `// Written by 'UPDATE_CONSTRUCT_API=1 npx jest test/bindings/construct-api.test.ts' from the jsii assemblies of this package and the CDK.
import type { ConstructDocs, ConstructModule, ConstructProp, ConstructType } from './construct-api';

${helpers()}
const prop =
  (optional: boolean, deprecated: boolean) =>
  (name: string, type: ConstructType, docs: ConstructDocs): ConstructProp => ({ name, type, optional, deprecated, docs });
const ours = (summary: string): ConstructDocs => ({ summary });
const of = (owner: string): ConstructDocs => ({ owner });
const required = prop(false, false);
const optional = prop(true, false);
const discouraged = prop(true, true);

/** The props of \`TypeSafeRestApi\`, its own and those that it inherits. */
export const restApiProps: readonly ConstructProp[] = [${props.restApiProps.map(propText).join('')}];

/** The props of \`HandlerFunction\`, its own and those that it inherits. */
export const handlerFunctionProps: readonly ConstructProp[] = [${props.handlerFunctionProps.map(propText).join('')}];

/** What the constructs export: classes and enums. */
export const constructValues: readonly string[] = ${JSON.stringify(names('value'))};

/** What else the constructs export: interfaces and structs, which are types only in TypeScript. */
export const constructTypes: readonly string[] = ${JSON.stringify(names('type'))};

/** Where the modules of all types are that the props have. */
export const modules: Readonly<Record<string, ConstructModule>> = ${JSON.stringify(modules())};
`;
}

/** What the props are written with: only what some prop has, since nothing unused may stand in the source. */
function helpers(): string {
  const used = Object.values(props)
    .flat()
    .map(({ type }) => typeText(type))
    .join();
  const primitives = ['any', 'boolean', 'date', 'json', 'number', 'string'].map(
    (name) => [name, `const ${name}: ConstructType = { primitive: '${name}' };`] as const,
  );
  const others = [
    ['type(', 'const type = (fqn: string): ConstructType => ({ fqn });'],
    ['array(', 'const array = (element: ConstructType): ConstructType => ({ array: element });'],
    ['map(', 'const map = (element: ConstructType): ConstructType => ({ map: element });'],
  ] as const;
  return [
    ...primitives.filter(([name]) => new RegExp(`\\b${name}\\b(?!\\.)`).test(used.replace(/"[^"]*"/g, ''))),
    ...others.filter(([call]) => used.includes(call)),
  ]
    .map(([, text]) => text)
    .join('\n');
}

function propText({ name, type, optional, deprecated, docs }: ConstructProp): string {
  const kind = deprecated ? 'discouraged' : optional ? 'optional' : 'required';
  return `\n  ${kind}(${JSON.stringify(name)}, ${typeText(type)}, ${docsText(docs)}),`;
}

function docsText(docs: ConstructDocs): string {
  return 'summary' in docs ? `ours(${JSON.stringify(docs.summary)})` : `of(${JSON.stringify(docs.owner)})`;
}

function typeText(type: ConstructType): string {
  if ('primitive' in type) return type.primitive;
  if ('fqn' in type) return `type(${JSON.stringify(type.fqn)})`;
  return 'array' in type ? `array(${typeText(type.array)})` : `map(${typeText(type.map)})`;
}
