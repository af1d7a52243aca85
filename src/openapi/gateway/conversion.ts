import type { Json, JsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import type { Located } from '../document';
import type { Source } from './source';

/** A schema that API Gateway imports. Whatever the model allows it allows; if it is exact, it allows nothing else. */
export interface Converted {
  readonly schema: JsonObject;
  readonly exact: boolean;
}

/** A schema with keywords, and where it is. */
export interface LocatedSchema {
  readonly pointer: string;
  readonly schema: JsonObject;
}

/** What the conversion of a schema needs to know. */
export interface ConversionContext {
  readonly source: Source;
  /** The pointer of the model that the schema is part of. */
  readonly model: string;
  /** Uses another model; nothing where it cannot be used: a cycle through oneOf, anyOf or allOf, or nothing is there. */
  readonly referenced: (ref: string, from: string, composed: boolean) => Converted | undefined;
  /** Converts a schema inside this one. */
  readonly convert: (schema: Located, context: ConversionContext) => Converted;
  /** Inside oneOf, anyOf, allOf or not. */
  readonly composed: boolean;
  /** Properties that a request need not have, because only responses do. */
  readonly readOnly: ReadonlySet<string>;
}

/** What becomes of one keyword: keywords of the result, and whether they say all that it said. */
export interface KeywordResult {
  readonly add: JsonObject;
  readonly exact: boolean;
}

/** Converts one keyword. It sees the schema around it, because in JSON Schema some keywords depend on others. */
export type KeywordRule = (value: Json, around: LocatedSchema, context: ConversionContext) => KeywordResult;

/** Converts the schema at a keyword of another, or below it. */
export function convertChild(
  value: Json,
  parent: LocatedSchema,
  tokens: readonly (string | number)[],
  context: ConversionContext,
): Converted {
  const pointer = parent.pointer + tokens.map((token) => `/${escapeToken(token)}`).join('');
  return context.convert({ pointer, value }, context);
}

/** True if a converted schema checks something. */
export function checksSomething({ schema }: Converted): boolean {
  return Object.keys(schema).length > 0;
}

/** The keyword is left out, and with it what it checks. */
export const dropped: KeywordResult = { add: {}, exact: false };

/** The keyword is left out, and nothing is lost. */
export const needless: KeywordResult = { add: {}, exact: true };
