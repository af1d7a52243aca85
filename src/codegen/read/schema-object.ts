import { problems } from '../../openapi';
import type { Member, PatternMembers, Shape } from '../model/shape';
import { matchesPattern } from '../patterns/pattern';
import type { ReadContext } from './context';
import { isPattern } from './pattern';
import { readSchema, type SchemaOptions } from './schema';
import { countField, defined, describe, field, itemsOf, membersOf, nodeField, type SpecNode } from './spec-node';

/**
 * Reads the keywords of objects: a structure if members are named, and a map otherwise.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 */
export function readObject(context: ReadContext, node: SpecNode, options: SchemaOptions): Shape {
  const undeclared = field(node, 'additionalProperties');
  const additional: Shape = undeclared === undefined ? { kind: 'any' } : readSchema(context, undeclared, options);
  const patterns = readPatterns(context, node, options);
  const members = readMembers(context, node, (name) => undeclaredShape(name, patterns, additional), options);
  const isOpen = (undeclared !== undefined && additional.kind === 'any') || undefined;
  const limits = {
    minProperties: countField(context, node, 'minProperties'),
    maxProperties: countField(context, node, 'maxProperties'),
  };
  if (members.length === 0) return defined({ kind: 'map', values: additional, patterns, isOpen, ...limits });
  return defined({ kind: 'structure', members, additional, patterns, isOpen, ...limits });
}

/** The declared properties, then the names that are required only: those hold what undeclared properties hold. */
function readMembers(
  context: ReadContext,
  node: SpecNode,
  undeclared: (name: string) => Shape,
  options: SchemaOptions,
): Member[] {
  const required = readRequired(context, node);
  const properties = nodeField(context, node, 'properties');
  const declared = properties === undefined ? [] : membersOf(properties);
  const members: Member[] = declared.map((property) => ({
    name: property.key,
    shape: readSchema(context, property, options),
    required: required.delete(property.key),
  }));
  for (const name of required) members.push({ name, shape: undeclared(name), required: true, isUndeclared: true });
  return members;
}

function undeclaredShape(name: string, patterns: readonly PatternMembers[] | undefined, additional: Shape): Shape {
  const matching = (patterns ?? []).filter(({ pattern }) => matchesPattern(pattern, name)).map(({ shape }) => shape);
  const [first, ...others] = matching;
  if (first === undefined) return additional;
  return others.length === 0 ? first : { kind: 'intersection', members: matching };
}

function readPatterns(
  context: ReadContext,
  node: SpecNode,
  options: SchemaOptions,
): readonly PatternMembers[] | undefined {
  const patterns = nodeField(context, node, 'patternProperties');
  if (patterns === undefined) return undefined;
  return membersOf(patterns)
    .filter(({ key, pointer }) => isPattern(context, pointer, key))
    .map((property) => ({ pattern: property.key, shape: readSchema(context, property, options) }));
}

function readRequired(context: ReadContext, node: SpecNode): Set<string> {
  const at = field(node, 'required');
  if (at !== undefined && typeof at.value === 'boolean') {
    const want = 'a list of names of properties, and stand beside them in the schema of the object';
    context.report(problems.unexpectedType, at.pointer, { what: "'required'", want, got: describe(at.value) });
    return new Set();
  }
  return new Set(readNames(context, node, 'required'));
}

/** A list of names of properties. */
export function readNames(context: ReadContext, node: SpecNode, key: string): string[] {
  return itemsOf(context, node, key).flatMap(({ pointer, value }) => {
    if (typeof value === 'string') return [value];
    context.report(problems.unexpectedType, pointer, { what: 'a name', want: 'text', got: describe(value) });
    return [];
  });
}
