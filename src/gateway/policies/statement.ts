import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { objectAt, textAt } from '../document/members';

/** One statement of a policy document. */
export interface PolicyStatement {
  readonly effect: 'allow' | 'deny';
  /** Patterns with `*` and `?`, and whether a value is meant that matches none of them. */
  readonly actions: Patterns;
  /** Nothing in statements that belong to the resource they are attached to. */
  readonly resources?: Patterns;
  /** Only in policies of resources: ARNs, account numbers, `service:<name>`, or `*` for everybody. */
  readonly principals?: Patterns;
  readonly conditions: readonly Condition[];
}

/** Patterns of a statement; `excluded` for `NotAction` and its like. */
export interface Patterns {
  readonly patterns: readonly string[];
  readonly excluded: boolean;
}

/** One line of a statement's conditions; any of the values will do. */
export interface Condition {
  /** As written: `StringLike`, `ForAnyValue:StringEqualsIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * Reads a policy document.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readStatements(document: JsonObject): PolicyStatement[] {
  const declared = member(document, 'Statement') ?? [];
  return [declared].flat().filter(isJsonObject).map(readStatement);
}

function readStatement(statement: JsonObject): PolicyStatement {
  const resources = readPatterns(statement, 'Resource', textsIn);
  const principals = readPatterns(statement, 'Principal', principalsIn);
  return {
    effect: textAt(statement, 'Effect')?.toLowerCase() === 'allow' ? 'allow' : 'deny',
    actions: readPatterns(statement, 'Action', textsIn) ?? { patterns: [], excluded: false },
    ...(resources === undefined ? {} : { resources }),
    ...(principals === undefined ? {} : { principals }),
    conditions: readConditions(objectAt(statement, 'Condition')),
  };
}

function readPatterns(statement: JsonObject, name: string, read: (value: Json) => string[]): Patterns | undefined {
  const given = member(statement, name);
  if (given !== undefined) return { patterns: read(given), excluded: false };
  const excluded = member(statement, `Not${name}`);
  return excluded === undefined ? undefined : { patterns: read(excluded), excluded: true };
}

function readConditions(conditions: JsonObject): Condition[] {
  return Object.entries(conditions).flatMap(([operator, lines]) =>
    Object.entries(isJsonObject(lines) ? lines : {}).map(([key, value]) => ({ operator, key, values: textsIn(value) })),
  );
}

function principalsIn(value: Json): string[] {
  if (!isJsonObject(value)) return textsIn(value);
  return Object.entries(value).flatMap(([kind, names]) =>
    textsIn(names).map((name) => (kind === 'Service' ? `service:${name}` : name)),
  );
}

function textsIn(value: Json): string[] {
  return [value].flat().flatMap((item) => (typeof item === 'object' ? [] : [String(item)]));
}
