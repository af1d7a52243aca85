import type { OpenApiVersion } from '../../openapi';
import type { Json, JsonObject } from '../../shared/json';

/** One schema in the form that the reader reads, whatever the version of OpenAPI. */
export interface Keywords {
  readonly value: JsonObject;
  /** Null is valid besides what the keywords say. */
  readonly nullable: boolean;
}

const annotations = ['title', 'description', 'deprecated', 'readOnly', 'writeOnly', 'default', 'example', 'examples'];

/**
 * All that 3.0 and 3.1 do not agree on: `nullable`, limits that are flags, and what stands beside `$ref`. A schema without any of it is
 * returned as it is.
 * @see https://spec.openapis.org/oas/v3.0.3#schema-object
 */
export function normalise(schema: JsonObject, version: OpenApiVersion): Keywords {
  if (version !== '3.0') return { value: schema, nullable: false };
  if (typeof schema.$ref === 'string') return { value: besideReference(schema), nullable: false };
  const nullable = schema.nullable === true;
  const flags = typeof schema.exclusiveMinimum === 'boolean' || typeof schema.exclusiveMaximum === 'boolean';
  if (schema.nullable === undefined && !flags) return { value: schema, nullable };
  const { nullable: _, ...rest } = schema;
  return { value: flags ? withExclusiveLimits(rest) : rest, nullable };
}

/** 3.0 ignores what stands beside a reference; what only explains it does no harm. */
function besideReference(schema: JsonObject): JsonObject {
  if (Object.keys(schema).length === 1) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key === '$ref' || annotations.includes(key)));
}

function withExclusiveLimits(schema: JsonObject): JsonObject {
  const limits = [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const;
  const result: Record<string, Json> = { ...schema };
  for (const [flag, limit] of limits) {
    if (typeof schema[flag] !== 'boolean') continue;
    delete result[flag];
    const bound = schema[limit];
    if (schema[flag] !== true || bound === undefined) continue;
    delete result[limit];
    result[flag] = bound;
  }
  return result;
}
