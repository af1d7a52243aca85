import { type Located, problems } from '../../openapi';
import type { Shape } from '../model/shape';
import type { ReadContext } from './context';
import { readSchema, type SchemaOptions } from './schema';
import { countField, defined, field, flagField, itemsOf, type SpecNode } from './spec-node';

/**
 * Reads the keywords of arrays.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1
 */
export function readArray(context: ReadContext, node: SpecNode, options: SchemaOptions): Shape {
  const limits = {
    minItems: countField(context, node, 'minItems'),
    maxItems: countField(context, node, 'maxItems'),
    uniqueItems: flagField(context, node, 'uniqueItems') || undefined,
  };
  const items = readItems(context, node, options);
  const isOpen = (items.kind === 'any' && field(node, 'items') !== undefined) || undefined;
  const prefix = itemsOf(context, node, 'prefixItems').map((item) => readSchema(context, item, options));
  if (prefix.length === 0) return defined({ kind: 'list', items, ...limits, isOpen });
  return defined({ kind: 'tuple', prefix, rest: items, ...limits, isOpen });
}

/**
 * Reads `contains` and its bounds, which say nothing alone.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.4.4
 */
export function readContains(context: ReadContext, at: Located, node: SpecNode, options: SchemaOptions): Shape {
  return defined({
    kind: 'contains',
    item: readSchema(context, at, options),
    minContains: countField(context, node, 'minContains') ?? 1,
    maxContains: countField(context, node, 'maxContains'),
  });
}

function readItems(context: ReadContext, node: SpecNode, options: SchemaOptions): Shape {
  const items = field(node, 'items');
  if (items === undefined) return { kind: 'any' };
  if (!Array.isArray(items.value)) return readSchema(context, items, options);
  const remedy = "use 'prefixItems' of OpenAPI 3.1 for positions, or one schema for all items";
  context.report(problems.unsupportedKeyword, items.pointer, { keyword: 'items', remedy: `as a list: ${remedy}` });
  return { kind: 'any' };
}
