import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './source-files';

interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: string; readonly elementtype: TypeReference };
  readonly union?: object;
}

interface Documented {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

interface Value extends Documented {
  readonly type?: TypeReference;
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly protected?: boolean;
}

interface Method extends Documented {
  readonly parameters?: readonly Value[];
  readonly returns?: { readonly type: TypeReference };
  readonly overrides?: string;
}

interface Type extends Documented {
  readonly fqn: string;
  readonly kind: string;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly datatype?: boolean;
  readonly properties?: readonly Value[];
  readonly methods?: readonly Method[];
  readonly initializer?: Method;
}

interface Assembly {
  readonly types: Readonly<Record<string, Type>>;
}

const file = path.join(repository, '.jsii');
if (!existsSync(file)) throw new Error("there is no .jsii: run 'npx projen compile' first");
const types = Object.values((JSON.parse(readFileSync(file, 'utf8')) as Assembly).types);

test('exactly one concrete project type, so that `projen new --from` picks it by itself', () => {
  expect(
    types.filter((type) => type.kind === 'class' && type.abstract !== true && isProject(type)).map(({ fqn }) => fqn),
  ).toEqual(['type-safe-api-project.TypeSafeApiProject']);
});

test('no unions and no any in the public surface', () => {
  expect(
    valuesOf()
      .filter(({ value }) => value.type !== undefined && isLoose(value.type))
      .map(({ where }) => where),
  ).toEqual([]);
});

test('every optional property says its default', () => {
  const silent = types
    .filter(({ datatype }) => datatype === true)
    .flatMap((type) => (type.properties ?? []).map((property) => ({ type, property })))
    .filter(({ property }) => property.optional === true && property.docs?.default === undefined);
  expect(silent.map(({ type, property }) => `${type.fqn}.${property.name}`)).toEqual([]);
});

test('everything public is documented', () => {
  const silent = types.flatMap((type) => [
    ...(type.docs?.summary === undefined ? [type.fqn] : []),
    ...[...(type.properties ?? []), ...(type.methods ?? [])]
      .filter((member) => member.overrides === undefined && member.docs?.summary === undefined)
      .map((member) => `${type.fqn}.${member.name}`),
  ]);
  expect(silent).toEqual([]);
});

/** True for classes below projen's Project: bases outside this assembly are told by their name. */
function isProject(type: Type): boolean {
  if (type.base === undefined) return false;
  if (type.base.startsWith('projen.')) return type.base.endsWith('Project');
  const base = types.find(({ fqn }) => fqn === type.base);
  return base !== undefined && isProject(base);
}

function isLoose(type: TypeReference): boolean {
  if (type.union !== undefined || type.primitive === 'any') return true;
  return type.collection !== undefined && isLoose(type.collection.elementtype);
}

/** Every property, parameter and result of the surface, with a name to find it by. */
function valuesOf(): { readonly where: string; readonly value: Value }[] {
  return types.flatMap((type) => [
    ...(type.properties ?? []).map((value) => ({ where: `${type.fqn}.${value.name}`, value })),
    ...[...(type.methods ?? []), ...(type.initializer === undefined ? [] : [type.initializer])].flatMap((method) => [
      ...(method.parameters ?? []).map((value) => ({
        where: `${type.fqn}.${method.name ?? 'constructor'}(${value.name})`,
        value,
      })),
      ...(method.returns === undefined
        ? []
        : [{ where: `${type.fqn}.${method.name}()`, value: { name: 'result', type: method.returns.type } }]),
    ]),
  ]);
}
