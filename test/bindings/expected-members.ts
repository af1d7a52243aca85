import { type AssemblyType, allProperties, type Method, type Parameter, typeOf } from './assemblies';

/** Types by their names, with their members. */
export type Members = Readonly<Record<string, readonly string[]>>;

/** What the Python classes of types have: methods with their parameters, properties, members of enums. */
export function pythonMembers(types: readonly AssemblyType[]): Members {
  return membersOf(types, (type) => {
    if (type.kind === 'enum') return (type.members ?? []).map(({ name }) => name);
    if (type.datatype === true) {
      const props = allProperties(type.fqn).map(({ name }) => snakeCase(name));
      return [`__init__(${[...props].sort().join(', ')})`, ...props];
    }
    const created = type.initializer ? [`__init__(${pythonParameters(type.initializer.parameters)})`] : [];
    const methods = (type.methods ?? []).map(
      ({ name, parameters }) => `${snakeCase(name)}(${pythonParameters(parameters)})`,
    );
    return [...created, ...methods, ...(type.properties ?? []).map(({ name }) => snakeCase(name))];
  });
}

/** What the Java classes of types have: methods by their names, and those of their builders. */
export function javaMembers(types: readonly AssemblyType[]): Members {
  return membersOf(types, (type) => {
    if (type.kind === 'enum') return (type.members ?? []).map(({ name }) => name);
    if (type.datatype === true) {
      const own = (type.properties ?? []).map(({ name }) => getter(name));
      const props = allProperties(type.fqn).map(({ name }) => `Builder.${name}`);
      return [...own, 'builder', ...props, 'Builder.build'];
    }
    const methods = (type.methods ?? []).map(({ name }: Method) => name);
    const struct = liftedStruct(type.initializer?.parameters);
    const building = struct
      ? [...allProperties(struct).map(({ name }) => `Builder.${name}`), 'Builder.create', 'Builder.build']
      : [];
    return [...methods, ...(type.properties ?? []).map(({ name }) => getter(name)), ...building];
  });
}

function membersOf(types: readonly AssemblyType[], members: (type: AssemblyType) => readonly string[]): Members {
  return Object.fromEntries(types.map((type) => [type.name, [...new Set(members(type))].sort()]));
}

/** Parameters by position, then the props of a struct that comes last, which Python takes by their names. */
function pythonParameters(parameters: readonly Parameter[] = []): string {
  const struct = liftedStruct(parameters);
  const positional = struct === undefined ? parameters : parameters.slice(0, -1);
  const lifted = struct === undefined ? [] : allProperties(struct).map(({ name }) => snakeCase(name));
  return [...positional.map(({ name }) => snakeCase(name)), ...lifted.sort()].join(', ');
}

function liftedStruct(parameters: readonly Parameter[] = []): string | undefined {
  const type = parameters.at(-1)?.type;
  return type !== undefined && 'fqn' in type && typeOf(type.fqn).datatype === true ? type.fqn : undefined;
}

const getter = (name: string): string => `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const keywords = new Set([
  'and',
  'as',
  'def',
  'from',
  'global',
  'import',
  'in',
  'is',
  'lambda',
  'not',
  'or',
  'pass',
  'with',
]);

/** As jsii has it: `withScopes` is `with_scopes`, and a keyword gets an underscore. */
function snakeCase(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  return keywords.has(words) ? `${words}_` : words;
}
