import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { Located } from '../document';
import { refOf } from '../references';
import {
  type ConversionContext,
  type Converted,
  checksSomething,
  dropped,
  type KeywordRule,
  type LocatedSchema,
} from './conversion';
import { functionsOf } from './rules';
import { reportWeakened } from './rules/newer-keywords';
import { reportRecursion } from './rules/recursion';
import { follow, type Source } from './source';

/** What becomes of each keyword that can make a value invalid. All others are left out, and nothing is lost. */
const keywordRules: ReadonlyMap<string, KeywordRule> = new Map(functionsOf('keywords').flatMap(Object.entries));

/**
 * Converts a schema of OpenAPI 3.0 or 3.1 into what API Gateway imports: JSON Schema draft 4 as far as OpenAPI 3.0 has it, without what
 * the service refuses or ignores.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export function convertSchema({ pointer, value }: Located, context: ConversionContext): Converted {
  if (value === false) return { schema: { not: {} }, exact: true };
  if (!isJsonObject(value)) return { schema: {}, exact: value === true };
  const ref = refOf(value);
  if (ref === undefined) return convertKeywords({ pointer, schema: value }, context);
  const target = context.referenced(ref, context.model, context.composed) ?? unknown;
  if (target === unknown) reportRecursion(context.source, `${pointer}/$ref`, ref);
  if (context.source.version === '3.0') return target;
  const { $ref: _, ...siblings } = value;
  return both(target, convertKeywords({ pointer, schema: siblings }, context));
}

/** What stands for a model that cannot be used. */
const unknown: Converted = { schema: {}, exact: false };

function both(one: Converted, other: Converted): Converted {
  const exact = one.exact && other.exact;
  const [first, second] = [one, other].filter(checksSomething);
  if (first === undefined) return { schema: {}, exact };
  return { schema: second === undefined ? first.schema : { allOf: [first.schema, second.schema] }, exact };
}

function convertKeywords(around: LocatedSchema, context: ConversionContext): Converted {
  const result: Record<string, Json> = {};
  const weakened: string[] = [];
  let isExact = true;
  const inner = { ...context, readOnly: readOnlyNames(around.schema, context) };
  for (const [keyword, value] of Object.entries(around.schema)) {
    const rule = keywordRules.get(keyword);
    if (rule === undefined) continue;
    const converted = rule(value, around, inner);
    Object.assign(result, converted.add);
    if (converted.exact) continue;
    isExact = false;
    if (converted === dropped || !containers.has(keyword)) weakened.push(keyword);
  }
  // OpenAPI 3.0 demands it, and an array without it is refused.
  if (result.type === 'array' && result.items === undefined) result.items = {};
  if (weakened.length > 0) reportWeakened(context.source, around.pointer, weakened);
  return { schema: result, exact: isExact };
}

/** Not worth telling unless they are left out: what is weaker because of what it contains is told there. */
const containers = new Set([
  'properties',
  'items',
  'additionalProperties',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
  'required',
]);

/** Those that the schema declares, itself or in a branch of its allOf. */
function readOnlyNames(schema: JsonObject, { source, readOnly }: ConversionContext): ReadonlySet<string> {
  const names = new Set(readOnly);
  const branches: readonly Json[] = Array.isArray(schema.allOf) ? [schema, ...schema.allOf] : [schema];
  for (const branch of branches) {
    const properties = follow(source, { pointer: '', value: branch })?.value.properties;
    if (!isJsonObject(properties)) continue;
    for (const [name, value] of Object.entries(properties)) if (isReadOnly(value, source)) names.add(name);
  }
  return names;
}

function isReadOnly(value: Json, source: Source): boolean {
  if (isJsonObject(value) && value.readOnly === true) return true;
  return refOf(value) !== undefined && follow(source, { pointer: '', value })?.value.readOnly === true;
}
