import Ajv2020 from 'ajv/dist/2020';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Direction } from '../../../src/codegen/model/direction';
import { findTarget, type ModelDocument } from '../../../src/openapi';
import { isJsonObject, type Json, type JsonObject } from '../../../src/shared/json';

/** What Ajv has against a value of the schema at a pointer; nothing if it has nothing, or if there is no such schema. */
export type Oracle = (pointer: string, value: Json | undefined) => string | undefined;

/** Ajv, which shares no code with what makes mocks, holds values against the schemas of a document. */
export function oracleOf({ root, version }: Pick<ModelDocument, 'root' | 'version'>, direction: Direction): Oracle {
  // Without a precision, Ajv divides doubles, by which 4.35 is no multiple of 0.01.
  const precise = { multipleOfPrecision: 9 } as const;
  const options = { strict: false, allErrors: true, validateFormats: true, logger: false, ...precise } as const;
  const isOld = version === '3.0';
  const ajv = isOld ? new AjvDraft4(options) : new Ajv2020(options);
  addFormats(ajv);
  ajv.addSchema(inDirection(root, { root, isOld, direction }) as object, 'model');
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return (pointer, value) => {
    if (findTarget(root, `#${encode(pointer)}`) === undefined) return undefined;
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `model#${encode(pointer)}` });
    compiled.set(pointer, validate);
    return validate(value) === true ? undefined : ajv.errorsText(validate.errors);
  };
}

interface Context {
  readonly root: Json;
  readonly isOld: boolean;
  readonly direction: Direction;
}

/**
 * What is written only is not required of a response, nor what is read only of a request. In 3.0, `nullable` adds null to whatever
 * else a schema says.
 */
function inDirection(value: Json, context: Context): Json {
  if (Array.isArray(value)) return value.map((item) => inDirection(item, context));
  if (!isJsonObject(value)) return value;
  const { isOld } = context;
  const copy: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) copy[name] = inDirection(member, context);
  const { required, properties } = copy;
  if (Array.isArray(required) && isJsonObject(properties)) {
    copy.required = required.filter((name) => !isLeftOut(properties[String(name)], context));
    if (isOld && copy.required.length === 0) delete copy.required;
  }
  // References are those of the document, but for dynamic ones, which stand for anything.
  for (const keyword of ['$id', '$anchor', '$dynamicAnchor', '$dynamicRef']) delete copy[keyword];
  // Of a bound that is not there.
  if (isOld && copy.minimum === undefined) delete copy.exclusiveMinimum;
  if (isOld && copy.maximum === undefined) delete copy.exclusiveMaximum;
  // Formats are those of strings: anywhere else they say nothing (and values of an enum are what they are).
  if (![copy.type].flat().includes('string') || copy.enum !== undefined || copy.const !== undefined) delete copy.format;
  delete copy.example;
  delete copy.examples;
  const { nullable } = copy;
  delete copy.nullable;
  if (!isOld || nullable !== true) return copy;
  return { anyOf: [copy, { enum: [null] }] };
}

function isLeftOut(schema: Json | undefined, { root, direction }: Context): boolean {
  if (!isJsonObject(schema)) return false;
  const target = typeof schema.$ref === 'string' ? findTarget(root, schema.$ref)?.value : schema;
  return isJsonObject(target) && (target as JsonObject)[direction === 'response' ? 'writeOnly' : 'readOnly'] === true;
}

function encode(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/');
}
