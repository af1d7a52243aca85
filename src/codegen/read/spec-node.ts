import { type Located, problems } from '../../openapi';
import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import { dereference, type ReadContext } from './context';

/** An object of the document and where it is. */
export interface SpecNode {
  readonly pointer: string;
  readonly value: JsonObject;
}

/** True for a value that is an object. */
export function isNode(at: Located): at is SpecNode {
  return isJsonObject(at.value);
}

/** A value as an object; `what` names it in the diagnostic if it is none. */
export function asNode(context: ReadContext, at: Located, what: string): SpecNode | undefined {
  if (isNode(at)) return at;
  context.report(problems.unexpectedType, at.pointer, { what, want: 'an object', got: describe(at.value) });
  return undefined;
}

/** A value as an object, after references. */
export function resolvedNode(context: ReadContext, at: Located, what: string): SpecNode | undefined {
  const target = dereference(context, at);
  return target === undefined ? undefined : asNode(context, target, what);
}

/** A field and where it is. */
export function field({ pointer, value }: SpecNode, key: string): Located | undefined {
  const found = member(value, key);
  return found === undefined ? undefined : { pointer: `${pointer}/${escapeToken(key)}`, value: found };
}

/** A field as an object. */
export function nodeField(context: ReadContext, node: SpecNode, key: string): SpecNode | undefined {
  const at = field(node, key);
  return at === undefined ? undefined : asNode(context, at, `'${key}'`);
}

/** The members of a map, in the order of the document, without extensions. */
export function membersOf({ pointer, value }: SpecNode): (Located & { readonly key: string })[] {
  return Object.entries(value).map(([key, child]) => ({
    key,
    value: child,
    pointer: `${pointer}/${escapeToken(key)}`,
  }));
}

/** The items of a field that is a list. */
export function itemsOf(context: ReadContext, node: SpecNode, key: string): readonly Located[] {
  const at = field(node, key);
  if (at === undefined) return [];
  const { pointer, value } = at;
  if (Array.isArray(value)) return value.map((item: Json, index) => ({ pointer: `${pointer}/${index}`, value: item }));
  context.report(problems.unexpectedType, pointer, { what: `'${key}'`, want: 'a list', got: describe(value) });
  return [];
}

/** A field as text. */
export function textField(context: ReadContext, node: SpecNode, key: string): string | undefined {
  return scalarField(context, node, key, 'text', isText);
}

/** A field that is true or false. */
export function flagField(context: ReadContext, node: SpecNode, key: string): boolean | undefined {
  return scalarField(context, node, key, 'true or false', isFlag);
}

/** A field as a number. */
export function numberField(context: ReadContext, node: SpecNode, key: string): number | undefined {
  return scalarField(context, node, key, 'a number', isFiniteNumber);
}

/** A field that counts something. */
export function countField(context: ReadContext, node: SpecNode, key: string): number | undefined {
  return scalarField(context, node, key, 'a whole number, 0 or more', isCount);
}

/** A field that numbers are multiples of. */
export function stepField(context: ReadContext, node: SpecNode, key: string): number | undefined {
  return scalarField(context, node, key, 'a number greater than 0', isStep);
}

const isText = (value: Json): value is string => typeof value === 'string';
const isFlag = (value: Json): value is boolean => typeof value === 'boolean';
const isFiniteNumber = (value: Json): value is number => typeof value === 'number' && Number.isFinite(value);
const isStep = (value: Json): value is number => isFiniteNumber(value) && value > 0;
const isCount = (value: Json): value is number => Number.isInteger(value) && Number(value) >= 0;

function scalarField<T extends Json>(
  context: ReadContext,
  node: SpecNode,
  key: string,
  want: string,
  isWanted: (value: Json) => value is T,
): T | undefined {
  const found = member(node.value, key);
  if (found === undefined) return undefined;
  if (isWanted(found)) return found;
  const pointer = `${node.pointer}/${escapeToken(key)}`;
  context.report(problems.unexpectedType, pointer, { what: `'${key}'`, want, got: describe(found) });
  return undefined;
}

/** Reports fields that an object of the document does not have: most are misspelt. */
export function checkFields(context: ReadContext, node: SpecNode, what: string, known: readonly string[]): void {
  for (const key of Object.keys(node.value)) {
    if (known.includes(key) || key.startsWith('x-')) continue;
    context.report(problems.unknownField, `${node.pointer}/${escapeToken(key)}`, { field: key, what, known });
  }
}

/** What a value is, in the words of a diagnostic. */
export function describe(value: Json): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the text '${value}'` : String(value);
}

/** An object without the members that are undefined, so that the IR has only what the model says. */
export function defined<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const copy: Partial<Record<keyof T, unknown>> = {};
  for (const key of Object.keys(object) as (keyof T)[]) if (object[key] !== undefined) copy[key] = object[key];
  return copy as { [K in keyof T]: Exclude<T[K], undefined> };
}
