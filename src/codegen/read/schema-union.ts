import { isMappingReference, type Located, problems } from '../../openapi';
import { isJsonObject } from '../../shared/json';
import { escapeToken, fromPointer } from '../../shared/json-pointer';
import type { NamedShape } from '../model/service';
import type { Discriminator, Shape, UnionShape } from '../model/shape';
import type { ReadContext } from './context';
import { areDisjoint } from './disjoint-shapes';
import { readSchema, type SchemaOptions } from './schema';
import { defined, itemsOf, membersOf, nodeField, type SpecNode, textField } from './spec-node';

/** Reads `oneOf` or `anyOf`, with the discriminator beside it. */
export function readUnion(
  context: ReadContext,
  node: SpecNode,
  keyword: 'oneOf' | 'anyOf',
  options: SchemaOptions,
): Shape[] {
  const items = itemsOf(context, node, keyword);
  if (items.length === 0) {
    context.report(problems.emptyComposition, `${node.pointer}/${keyword}`, { keyword });
    return [];
  }
  const members = items.map((item) => readSchema(context, item, options));
  const mode: UnionShape['mode'] = keyword === 'oneOf' ? 'one' : 'any';
  const discriminator = readDiscriminator(context, node, items);
  if (mode === 'one' && discriminator !== undefined) {
    const { property } = discriminator;
    context.afterwards.push((shapes) => checkOverlap(context, { items, members, property }, shapes));
  }
  return [defined({ kind: 'union', mode, members, discriminator })];
}

interface Discriminated {
  readonly items: readonly Located[];
  readonly members: readonly Shape[];
  readonly property: string;
}

/** A discriminator never changes a verdict, so that a value which is of two members is refused, whatever its property says. */
function checkOverlap(
  context: ReadContext,
  { items, members, property }: Discriminated,
  shapes: ReadonlyMap<string, NamedShape>,
): void {
  members.forEach((member, index) => {
    const before = members.slice(0, index).findIndex((other) => !areDisjoint(member, other, shapes));
    const [at, other] = [items[index], items[before]];
    if (at === undefined || other === undefined) return;
    const names = { one: labelOf(at, index), other: labelOf(other, before) };
    context.report(problems.overlappingMembers, at.pointer, { ...names, property });
  });
}

function labelOf({ value }: Located, index: number): string {
  const ref = isJsonObject(value) && typeof value.$ref === 'string' ? value.$ref : undefined;
  const name = ref === undefined ? undefined : fromPointer(ref.slice(ref.indexOf('#') + 1)).at(-1);
  return name === undefined ? `member ${index}` : `'${name}'`;
}

/**
 * Reads a Discriminator Object. Members that the mapping does not name stand for themselves, by the last word of their reference.
 * @see https://spec.openapis.org/oas/v3.1.0#discriminator-object
 */
function readDiscriminator(context: ReadContext, node: SpecNode, items: readonly Located[]): Discriminator | undefined {
  const discriminator = nodeField(context, node, 'discriminator');
  if (discriminator === undefined) return undefined;
  const property = textField(context, discriminator, 'propertyName');
  if (property === undefined) {
    context.report(problems.missingField, discriminator.pointer, { what: 'a discriminator', field: 'propertyName' });
    return undefined;
  }
  const targets = items.map((item) => targetOf(context, item));
  const mapping = readMapping(context, discriminator, targets);
  const mapped = new Set(mapping.values());
  targets.forEach((target, index) => {
    if (mapped.has(index)) return;
    const name = target === undefined ? undefined : fromPointer(target).at(-1);
    if (name !== undefined && !mapping.has(name)) mapping.set(name, index);
    else context.report(problems.inlineDiscriminatorMember, items[index]?.pointer ?? node.pointer, { index });
  });
  return { property, mapping };
}

function readMapping(
  context: ReadContext,
  discriminator: SpecNode,
  targets: readonly (string | undefined)[],
): Map<string, number> {
  const mapping = new Map<string, number>();
  const declared = nodeField(context, discriminator, 'mapping');
  for (const { key, pointer, value } of declared === undefined ? [] : membersOf(declared)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const target = isMappingReference(text)
      ? context.target(text)?.pointer
      : `/components/schemas/${escapeToken(text)}`;
    const index = target === undefined ? -1 : targets.indexOf(target);
    if (index >= 0) mapping.set(key, index);
    else if (target !== undefined) {
      const candidates = targets.flatMap((known) => (known === undefined ? [] : [fromPointer(known).at(-1) ?? '']));
      context.report(problems.unknownDiscriminatorTarget, pointer, { target: text, candidates });
    }
  }
  return mapping;
}

function targetOf(context: ReadContext, { value }: Located): string | undefined {
  if (!isJsonObject(value) || typeof value.$ref !== 'string') return undefined;
  return context.target(value.$ref)?.pointer;
}
