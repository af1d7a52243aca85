import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** As much of a jsii assembly as the tests look at (package @jsii/spec). */
export interface Assembly {
  readonly name: string;
  readonly targets: Targets;
  readonly submodules?: Readonly<Record<string, { readonly targets?: Partial<Targets> }>>;
  readonly types: Readonly<Record<string, AssemblyType>>;
}

export interface Targets {
  readonly python: { readonly module: string };
  readonly java: { readonly package: string };
}

export interface AssemblyType {
  readonly fqn: string;
  readonly name: string;
  readonly namespace?: string;
  readonly kind: 'class' | 'enum' | 'interface';
  /** Whether an interface has properties only. */
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly initializer?: { readonly parameters?: readonly Parameter[] };
  readonly methods?: readonly Method[];
  readonly properties?: readonly Property[];
  readonly members?: readonly { readonly name: string }[];
}

export interface Parameter {
  readonly name: string;
  readonly optional?: boolean;
  readonly type: TypeReference;
}

export interface Method {
  readonly name: string;
  readonly static?: boolean;
  readonly parameters?: readonly Parameter[];
}

export interface Property {
  readonly name: string;
  readonly optional?: boolean;
  readonly static?: boolean;
  readonly type: TypeReference;
  readonly docs?: { readonly summary?: string; readonly deprecated?: string };
}

/** A property, and the struct that declares it. */
export interface OwnedProperty extends Property {
  readonly owner: string;
}

export type TypeReference =
  | { readonly primitive: string }
  | { readonly fqn: string }
  | { readonly collection: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference } };

const repository = path.resolve(__dirname, '..', '..');

/** The assembly of this package, which the last compilation wrote. */
export const ownAssembly: Assembly = JSON.parse(readFileSync(path.join(repository, '.jsii'), 'utf8'));

const cdk: Assembly = JSON.parse(
  gunzipSync(readFileSync(path.join(repository, 'node_modules/aws-cdk-lib/.jsii.gz'))).toString('utf8'),
);
const constructs: Assembly = JSON.parse(readFileSync(path.join(repository, 'node_modules/constructs/.jsii'), 'utf8'));
const assemblies = [ownAssembly, cdk, constructs];

/** A type of this package, of the CDK or of `constructs`. */
export function typeOf(fqn: string): AssemblyType {
  const found = assemblies.find(({ types }) => fqn in types)?.types[fqn];
  if (found === undefined) throw new Error(`no assembly has the type '${fqn}'`);
  return found;
}

/** The types of the submodule `constructs` of this package. */
export const constructsOfPackage: readonly AssemblyType[] = Object.values(ownAssembly.types).filter(
  ({ namespace }) => namespace === 'constructs',
);

/** The properties of a struct, its own and those that it inherits. */
export function allProperties(fqn: string): readonly OwnedProperty[] {
  const { interfaces = [], properties = [] } = typeOf(fqn);
  const own = properties.map((property) => ({ ...property, owner: fqn }));
  const all = new Map<string, OwnedProperty>();
  for (const property of [...interfaces.flatMap(allProperties), ...own]) all.set(property.name, property);
  return [...all.values()];
}

/** Where the module of a type is in the languages that have bindings, by the rules of jsii-pacmak. */
export function moduleOf(fqn: string): { readonly module: string; readonly python: string; readonly java: string } {
  const module = fqn.slice(0, fqn.lastIndexOf('.'));
  const assembly = assemblies.find(({ name }) => module === name || module.startsWith(`${name}.`));
  if (assembly === undefined) throw new Error(`no assembly has the module '${module}'`);
  if (module === assembly.name)
    return { module, python: assembly.targets.python.module, java: assembly.targets.java.package };
  const targets = assembly.submodules?.[module]?.targets;
  const parent = moduleOf(module);
  const name = module.slice(module.lastIndexOf('.') + 1);
  return {
    module,
    python: targets?.python?.module ?? `${parent.python}.${name}`,
    java: targets?.java?.package ?? `${parent.java}.${name}`,
  };
}
