import { problems } from '../../openapi';
import type { Member, Shape } from '../model/shape';
import type { ReadContext } from './context';
import { readSchema, type SchemaOptions } from './schema';
import { countField, defined, describe, field, itemsOf, membersOf, nodeField, type SpecNode } from './spec-node';

/**
 * Reads the keywords of objects: a structure if members are named, and a map otherwise.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 */
export function readObject(context: ReadContext, node: SpecNode, options: SchemaOptions): Shape {
  const undeclared = field(node, 'additionalProperties');
  const additional: Shape = undeclared === undefined ? { kind: 'any' } : readSchema(context, undeclared, options);
  const members = readMembers(context, node, additional, options);
  const limits = {
    minProperties: countField(context, node, 'minProperties'),
    maxProperties: countField(context, node, 'maxProperties'),
  };
  if (members.length === 0) return defined({ kind: 'map', values: additional, ...limits });
  return defined({ kind: 'structure', members, additional, ...limits });
}

/** The declared properties, then the names that are required only: those hold what undeclared properties hold. */
function readMembers(context: ReadContext, node: SpecNode, additional: Shape, options: SchemaOptions): Member[] {
  const required = readRequired(context, node);
  const properties = nodeField(context, node, 'properties');
  const declared = properties === undefined ? [] : membersOf(properties);
  const members: Member[] = declared.map((property) => ({
    name: property.key,
    shape: readSchema(context, property, options),
    required: required.delete(property.key),
  }));
  for (const name of required) members.push({ name, shape: additional, required: true });
  return members;
}

function readRequired(context: ReadContext, node: SpecNode): Set<string> {
  const at = field(node, 'required');
  if (at !== undefined && typeof at.value === 'boolean') {
    const want = 'a list of names of properties, and stand beside them in the schema of the object';
    context.report(problems.unexpectedType, at.pointer, { what: "'required'", want, got: describe(at.value) });
    return new Set();
  }
  const names = new Set<string>();
  for (const { pointer, value } of itemsOf(context, node, 'required')) {
    if (typeof value === 'string') names.add(value);
    else context.report(problems.unexpectedType, pointer, { what: 'a name', want: 'text', got: describe(value) });
  }
  return names;
}
