import { type Located, problems } from '../../openapi';
import { isJsonObject } from '../../shared/json';
import type { Shape } from '../model/shape';
import type { ReadContext } from './context';
import { about, type SchemaNode } from './keywords';
import { readSchema, type SchemaOptions } from './schema';
import { field, isNode, membersOf, type SpecNode } from './spec-node';

/** Reads `$ref` and `$dynamicRef`. */
export function readReference(context: ReadContext, node: SchemaNode, options: SchemaOptions): Shape[] {
  const { $ref: ref, $dynamicRef: dynamic } = node.value;
  if (typeof dynamic === 'string') return readDynamicReference(context, node, dynamic, options);
  if (typeof ref !== 'string') return [];
  const target = context.target(ref);
  if (target === undefined) return [];
  const bindsAnchors = anchorsOf(node).length > 0;
  return [
    bindsAnchors ? readSchema(context, target, options) : { kind: 'reference', target: context.shapes.nameOf(target) },
  ];
}

/**
 * Adds the dynamic anchors that a schema declares. The outermost declaration of a name counts: that is how one schema is the template of
 * others.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
export function withAnchors(options: SchemaOptions, node: SchemaNode): SchemaOptions {
  const declared = anchorsOf(node);
  if (declared.length === 0) return options;
  return { ...options, anchors: new Map([...declared, ...(options.anchors ?? [])]) };
}

function readDynamicReference(context: ReadContext, node: SpecNode, ref: string, options: SchemaOptions): Shape[] {
  const name = ref.replace(/^#/, '');
  const target = options.anchors?.get(name);
  // What an anchor stands for is read in a scope of its own, or a template of itself would never end.
  if (target !== undefined) return [readSchema(context, target)];
  const candidates = options.anchors?.keys() ?? [];
  context.report(problems.unresolvedReference, `${node.pointer}/$dynamicRef`, { ref, missing: name, candidates });
  return [];
}

function anchorsOf(node: SchemaNode): (readonly [string, Located])[] {
  if ((node.about & about.definitions) === 0) return [];
  const definitions = field(node, '$defs');
  if (definitions === undefined || !isNode(definitions)) return [];
  return membersOf(definitions).flatMap(({ pointer, value }) => {
    const anchor = isJsonObject(value) ? value.$dynamicAnchor : undefined;
    return typeof anchor === 'string' ? [[anchor, { pointer, value }] as const] : [];
  });
}
