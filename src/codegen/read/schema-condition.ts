import type { ConditionalShape, Shape } from '../model/shape';
import type { ReadContext } from './context';
import { readSchema, type SchemaOptions } from './schema';
import { readNames } from './schema-object';
import { field, membersOf, nodeField, type SpecNode } from './spec-node';

/**
 * Reads `if` with `then` and `else`, which say nothing without it.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2
 */
export function readConditional(context: ReadContext, node: SpecNode, options: SchemaOptions): Shape[] {
  const condition = field(node, 'if');
  const [consequence, alternative] = (['then', 'else'] as const).map((keyword) => field(node, keyword));
  // The condition alone says nothing of what is valid, but it evaluates what it names.
  if (condition === undefined) return [];
  const read = (at: typeof condition | undefined): Shape =>
    at === undefined ? { kind: 'any' } : readSchema(context, at, options);
  return [conditional(read(condition), read(consequence), read(alternative))];
}

/**
 * Reads `dependentSchemas` and `dependentRequired`: what holds where a name is there.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.4
 */
export function readDependencies(context: ReadContext, node: SpecNode, options: SchemaOptions): Shape[] {
  const schemas = nodeField(context, node, 'dependentSchemas');
  const names = nodeField(context, node, 'dependentRequired');
  const ofSchemas = (schemas === undefined ? [] : membersOf(schemas)).map((dependent) =>
    conditional(requiring([dependent.key]), readSchema(context, dependent, options)),
  );
  if (names === undefined) return ofSchemas;
  const ofNames = membersOf(names).map(({ key }) =>
    conditional(requiring([key]), requiring(readNames(context, names, key))),
  );
  return [...ofSchemas, ...ofNames];
}

function conditional(condition: Shape, consequence: Shape, alternative: Shape = { kind: 'any' }): ConditionalShape {
  return { kind: 'conditional', condition, consequence, alternative };
}

/** An object, if it is one, has these names. */
function requiring(names: readonly string[]): Shape {
  if (names.length === 0) return { kind: 'any' };
  const members = names.map((name) => ({ name, shape: anything, required: true, isUndeclared: true }));
  return { kind: 'structure', members, additional: anything, implied: true };
}

const anything: Shape = { kind: 'any' };
