import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { attributeOf, refOf } from './physical-names';
import { localRegion, noValue, pseudoParameter } from './pseudo-parameters';
import { objectOf, parameterName, type Stack } from './stack';

type Value = Json | typeof noValue;
type Intrinsic = (argument: Json, stack: Stack) => Value;

/**
 * Resolves the intrinsic functions in a value of a template to what they are on this machine.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function resolveIntrinsics(value: Json, stack: Stack): Json {
  const resolved = resolve(value, stack);
  return resolved === noValue ? null : resolved;
}

function resolve(value: Json, stack: Stack): Value {
  if (Array.isArray(value)) return value.map((item: Json) => resolve(item, stack)).filter(isPresent);
  if (typeof value === 'string') return value.replace(storedParameter, (_, name: string) => parameterName(name));
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value);
  const only = names.length === 1 ? names[0] : undefined;
  const intrinsic = only === undefined || !Object.hasOwn(intrinsics, only) ? undefined : intrinsics[only];
  if (only !== undefined && intrinsic !== undefined) return intrinsic(value[only] ?? null, stack);
  const object: Record<string, Json> = {};
  for (const name of names) {
    const item = resolve(value[name] ?? null, stack);
    if (item !== noValue) object[name] = item;
  }
  return object;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html */
const storedParameter = /\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}/g;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, stack) => reference(String(name), stack),
  'Fn::GetAtt': (argument, stack) => getAttribute(argument, stack),
  'Fn::Join': (argument, stack) => {
    const [separator, items] = list(argument, stack);
    return Array.isArray(items) ? items.map(text).join(text(separator ?? '')) : '';
  },
  'Fn::Sub': (argument, stack) => substitute(argument, stack),
  'Fn::Select': (argument, stack) => {
    const [index, items] = list(argument, stack);
    return (Array.isArray(items) ? (items as readonly Json[])[Number(index)] : undefined) ?? '';
  },
  'Fn::Split': (argument, stack) => {
    const [separator, source] = list(argument, stack);
    return text(source ?? '').split(text(separator ?? ''));
  },
  'Fn::If': (argument, stack) => {
    const [condition, whenTrue, whenFalse] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    return resolve((isTrue(String(condition), stack) ? whenTrue : whenFalse) ?? null, stack);
  },
  'Fn::Equals': (argument, stack) => {
    const [left, right] = list(argument, stack);
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::Not': (argument, stack) => list(argument, stack)[0] !== true,
  'Fn::And': (argument, stack) => list(argument, stack).every((item) => item === true),
  'Fn::Or': (argument, stack) => list(argument, stack).some((item) => item === true),
  Condition: (name, stack) => isTrue(String(name), stack),
  'Fn::FindInMap': (argument, stack) => {
    const [map, first, second] = list(argument, stack).map(text);
    const entry = objectOf(member(objectOf(member(stack.mappings, map ?? '')), first ?? ''));
    return member(entry, second ?? '') ?? '';
  },
  'Fn::Base64': (argument, stack) => Buffer.from(text(resolveIntrinsics(argument, stack))).toString('base64'),
  'Fn::GetAZs': () => ['a', 'b'].map((zone) => `${localRegion()}${zone}`),
  'Fn::ImportValue': (argument, stack) => importValue(text(resolveIntrinsics(argument, stack)), stack),
  'Fn::ToJsonString': (argument, stack) => JSON.stringify(resolveIntrinsics(argument, stack)),
};

function reference(name: string, stack: Stack): Value {
  const pseudo = pseudoParameter(name, stack.name);
  if (pseudo !== undefined) return pseudo;
  const parameter = stack.parameters.get(name);
  if (parameter !== undefined) return parameter;
  const resource = stack.resources.get(name);
  return resource === undefined ? name : refOf(stack, resource, (value) => resolveIntrinsics(value, stack));
}

function getAttribute(argument: Json, stack: Stack): Json {
  const [logicalId = '', ...rest] = Array.isArray(argument) ? argument.map(text) : text(argument).split('.');
  const attribute = rest.join('.');
  const nested = stack.nested.get(logicalId);
  if (nested !== undefined && attribute.startsWith('Outputs.')) {
    const output = objectOf(member(nested.outputs, attribute.slice('Outputs.'.length)));
    return resolveIntrinsics(member(output, 'Value') ?? '', nested);
  }
  const resource = stack.resources.get(logicalId);
  if (resource === undefined) return `${logicalId}.${attribute}`;
  return attributeOf(stack, resource, attribute, (value) => resolveIntrinsics(value, stack));
}

/** What another stack of the assembly exports under a name; the name itself where none of them does. */
function importValue(name: string, { assembly }: Stack): Json {
  for (const stack of assembly) {
    for (const output of Object.values(stack.outputs).map(objectOf)) {
      const exported = member(objectOf(member(output, 'Export')), 'Name');
      if (exported === undefined || resolveIntrinsics(exported, stack) !== name) continue;
      return resolveIntrinsics(member(output, 'Value') ?? '', stack);
    }
  }
  return name;
}

function substitute(argument: Json, stack: Stack): string {
  const [template, variables] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument, {}];
  const known: JsonObject = objectOf(variables);
  return text(template ?? '').replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const given = member(known, name);
    if (given !== undefined) return text(resolveIntrinsics(given, stack));
    return text(name.includes('.') ? getAttribute(name, stack) : jsonOf(reference(name, stack)));
  });
}

function isTrue(condition: string, stack: Stack): boolean {
  return resolveIntrinsics(member(stack.conditions, condition) ?? false, stack) === true;
}

function list(argument: Json, stack: Stack): readonly Json[] {
  const resolved = resolveIntrinsics(argument, stack);
  return Array.isArray(resolved) ? resolved : [];
}

function text(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function jsonOf(value: Value): Json {
  return value === noValue ? '' : value;
}

function isPresent(value: Value): value is Json {
  return value !== noValue;
}
