import Ajv2020 from 'ajv/dist/2020';
import Ajv04 from 'ajv-draft-04';
import { isJsonObject, type Json, type JsonObject } from '../../../src/shared/json';
import { at, derive } from './derive';

/** What handlers check of them. */
export const formats = {
  date: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[\da-f-]{36}$/,
  int32: { type: 'number', validate: (number: number) => number === (number | 0) },
  int64: true,
  whatever: true,
} as const;

/** True for values that are valid. */
export type Check = (candidate: Json) => boolean;

/** The verdict of the model, as handlers have it. */
export function compileFull(document: JsonObject, ref: string): Check | undefined {
  const ajv = new Ajv2020({ strict: false, formats, logger: false, validateSchema: false });
  try {
    ajv.addSchema(document as object, 'full');
    const validate = ajv.compile({ $ref: `full${ref}` });
    return guarded((candidate) => validate(candidate) === true);
  } catch {
    return undefined;
  }
}

/** The verdict of API Gateway. */
export function compileGateway(document: JsonObject, route: string, method: string): Check | undefined {
  const derived = derive(document).document;
  const body = at(derived, 'paths', route, method, 'requestBody', 'content', 'application/json', 'schema', '$ref');
  if (typeof body !== 'string') return () => true;
  const ajv = new Ajv04({ strict: false, logger: false, unicodeRegExp: false });
  ajv.addSchema(derived as object, 'gateway');
  const validate = ajv.compile({ $ref: `gateway${body}` });
  return guarded((candidate) => validate(candidate) === true) as Check;
}

/** A schema that refers to nothing but itself recurses for ever; that is no finding. */
function guarded(check: Check): Check {
  return (candidate) => {
    try {
      return check(candidate);
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
}

/** What OpenAPI 3.0 means, in terms of JSON Schema 2020. */
export function upgrade(from: Json): Json {
  if (Array.isArray(from)) return from.map(upgrade);
  if (!isJsonObject(from)) return from;
  const { nullable, ...rest } = from;
  const upgraded = Object.fromEntries(Object.entries(rest).map(([name, child]) => [name, upgrade(child)]));
  upgradeBound(upgraded, 'minimum', 'exclusiveMinimum');
  upgradeBound(upgraded, 'maximum', 'exclusiveMaximum');
  return nullable === true ? { anyOf: [upgraded, { type: 'null' }] } : upgraded;
}

/** In 3.0 it is said beside the bound that it is exclusive. */
function upgradeBound(schema: { [keyword: string]: Json }, bound: string, exclusive: string): void {
  if (typeof schema[exclusive] !== 'boolean') return;
  const limit = schema[bound];
  if (schema[exclusive] === false || limit === undefined) delete schema[exclusive];
  else schema[exclusive] = limit;
}
