import type { Located } from '../../openapi';
import type { ConditionalShape, Shape, StructureShape } from '../model/shape';
import type { ReadContext } from './context';
import { readSchema, type SchemaOptions } from './schema';
import { readNames } from './schema-object';
import { asNode, field, membersOf, type SpecNode } from './spec-node';

/**
 * Reads `if` with `then` and `else`, which say nothing without it.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2
 */
export function readConditional(context: ReadContext, at: Located, node: SpecNode, options: SchemaOptions): Shape {
  const [consequence, alternative] = [field(node, 'then'), field(node, 'else')];
  // The condition alone says nothing of what is valid, but it evaluates what it names.
  return conditional(
    readSchema(context, at, options),
    consequence && readSchema(context, consequence, options),
    alternative && readSchema(context, alternative, options),
  );
}

/**
 * Reads `dependentSchemas`: what holds where a name is there.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2.4
 */
export function readDependentSchemas(context: ReadContext, at: Located, options: SchemaOptions): Shape[] {
  const schemas = asNode(context, at, "'dependentSchemas'");
  return (schemas === undefined ? [] : membersOf(schemas)).map((dependent) =>
    conditional(objectWith(dependent.key), readSchema(context, dependent, options)),
  );
}

/**
 * Reads `dependentRequired`: which names there are where another is.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.4
 */
export function readDependentRequired(context: ReadContext, at: Located): Shape[] {
  const names = asNode(context, at, "'dependentRequired'");
  if (names === undefined) return [];
  return membersOf(names).map(({ key }) => conditional(objectWith(key), requiring(readNames(context, names, key))));
}

function conditional(condition: Shape, consequence = anything, alternative = anything): ConditionalShape {
  return { kind: 'conditional', condition, consequence, alternative };
}

/** An object, if it is one, has these names. */
function requiring(names: readonly string[]): Shape {
  return names.length === 0 ? anything : { ...withNames(names), implied: true };
}

/** What is no object has no name, so that nothing depends on one. */
function objectWith(name: string): Shape {
  return withNames([name]);
}

function withNames(names: readonly string[]): StructureShape {
  const members = names.map((name) => ({ name, shape: anything, required: true, isUndeclared: true }));
  return { kind: 'structure', members, additional: anything };
}

const anything: Shape = { kind: 'any' };
