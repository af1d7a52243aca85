import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import type { Located } from '../document';
import { rules } from './rules';
import { follow, type LocatedObject, type Source, stringsOf } from './source';

/** OpenAPI ignores header parameters of these names. @see https://spec.openapis.org/oas/v3.1.0#parameter-object */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/** Keywords of a parameter's schema that API Gateway does not look at. */
const constraints = new Set([
  ...['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...[
    'exclusiveMaximum',
    'multipleOf',
    'minItems',
    'maxItems',
    'uniqueItems',
    'items',
    'oneOf',
    'anyOf',
    'allOf',
    'not',
  ],
]);

/**
 * The parameters of an operation as API Gateway uses them: name, location, required and type. It checks that what is required is there
 * and not blank, and nothing else.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function gatewayParameters(
  source: Source,
  declared: readonly Located[],
  path: string,
  renamed: ReadonlyMap<string, string>,
): JsonObject[] {
  const gatewayNames = new Map([...renamed].map(([gatewayName, name]) => [name, gatewayName]));
  const variables = [...path.matchAll(/\{([^{}]+?)\+?\}/g)].map((match) => pathParameter(match[1] ?? ''));
  const merged = mergeParameters(source, declared);
  for (const { value, pointer } of merged) {
    if (value.in === 'path') reportConstraints(source, { value, pointer });
    const gatewayName =
      value.in === 'path' && typeof value.name === 'string' ? gatewayNames.get(value.name) : undefined;
    if (gatewayName !== undefined) {
      source.report((place) => rules.renamedVariable(place, { name: String(value.name), gatewayName, path }), pointer);
    }
  }
  return [...variables, ...merged.flatMap((parameter) => gatewayParameter(source, parameter))];
}

/** Those of the path item that the operation does not replace, then those of the operation. */
function mergeParameters(source: Source, declared: readonly Located[]): LocatedObject[] {
  const merged = new Map<string, LocatedObject>();
  for (const located of declared) {
    const parameter = follow(source, located);
    if (parameter !== undefined) merged.set(`${parameter.value.in} ${parameter.value.name}`, parameter);
  }
  return [...merged.values()];
}

function pathParameter(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function gatewayParameter(source: Source, parameter: LocatedObject): JsonObject[] {
  const { name, in: location, required } = parameter.value;
  if (typeof name !== 'string' || (location !== 'query' && location !== 'header' && location !== 'cookie')) return [];
  if (location === 'header' && ignoredHeaders.has(name.toLowerCase())) return [];
  const how = location === 'cookie' ? 'as a cookie' : spreadStyle(source, parameter);
  if (how !== undefined) {
    source.report((place) => rules.noSuchLocation(place, { name, how }), parameter.pointer);
    return [];
  }
  if (!/^[\w.$-]+$/.test(name)) {
    source.report((place) => rules.nameNotAllowed(place, { name, location }), parameter.pointer);
    return [];
  }
  reportConstraints(source, parameter);
  const present = required === true && !mayBeBlank(source, parameter);
  const schema = typeOf(schemaOf(source, parameter)?.value);
  return [{ name, in: location, ...(present ? { required: true } : {}), schema }];
}

/** The type alone, which API Gateway hands to SDKs; what has no single one is a string. */
function typeOf(schema: JsonObject | undefined): JsonObject {
  const type = schema?.type;
  if (type === 'array') return { type, items: { type: 'string' } };
  return { type: type === 'integer' || type === 'number' || type === 'boolean' ? type : 'string' };
}

/** How an object is sent when its members are parameters of their own: nothing in the request has the parameter's name then. */
function spreadStyle(source: Source, parameter: LocatedObject): string | undefined {
  if (parameter.value.in !== 'query') return undefined;
  if (parameter.value.style === 'deepObject') return "in the style 'deepObject'";
  const schema = schemaOf(source, parameter)?.value;
  const isObject = schema !== undefined && (schema.type === 'object' || isJsonObject(schema.properties));
  const exploded = (parameter.value.style ?? 'form') === 'form' && parameter.value.explode !== false;
  return isObject && exploded ? 'as a parameter for each of its members' : undefined;
}

/** API Gateway refuses a required parameter that is there but blank; where the model allows it in so many words, it must not. */
function mayBeBlank(source: Source, parameter: LocatedObject): boolean {
  const schema = schemaOf(source, parameter)?.value;
  return parameter.value.allowEmptyValue === true || schema?.minLength === 0 || stringsOf(schema?.enum).includes('');
}

function reportConstraints(source: Source, parameter: LocatedObject): void {
  const schema = schemaOf(source, parameter);
  if (schema === undefined) return;
  const keywords = Object.keys(schema.value).filter((keyword) => constraints.has(keyword));
  if (schema.value.type !== undefined && schema.value.type !== 'string') keywords.unshift('type');
  if (keywords.length === 0) return;
  const name = String(parameter.value.name);
  const what = parameter.value.required === true ? `checks only that '${name}' is present` : `does not check '${name}'`;
  const pointer = keywords.length === 1 ? `${schema.pointer}/${keywords[0]}` : schema.pointer;
  source.report((place) => rules.notEnforced(place, { what, keywords }), pointer);
}

function schemaOf(source: Source, { value, pointer }: LocatedObject): LocatedObject | undefined {
  const schema: Json | undefined = member(value, 'schema');
  return schema === undefined ? undefined : follow(source, { pointer: `${pointer}/schema`, value: schema });
}
