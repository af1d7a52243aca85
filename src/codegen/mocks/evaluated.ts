import { isJsonObject, type Json } from '../../shared/json';
import type { NamedShape } from '../model/service';
import type { Shape, StructureShape } from '../model/shape';
import { matchesPattern } from '../patterns/pattern';
import type { Below } from './is-valid';

/**
 * The names and positions of a value that a shape says something of.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
export function findEvaluated(
  value: Json,
  shape: Shape,
  shapes: ReadonlyMap<string, NamedShape>,
  isOf: Below,
): ReadonlySet<string | number> {
  const all = isJsonObject(value) ? Object.keys(value) : Array.isArray(value) ? [...value.keys()] : [];
  const found = new Set<string | number>();
  const visit = (inner: Shape): void => {
    switch (inner.kind) {
      case 'structure':
        if (isJsonObject(value)) addAll(found, isEveryName(inner) ? all : namesOf(Object.keys(value), inner));
        return;
      case 'map':
        if (isJsonObject(value)) visit({ ...inner, kind: 'structure', members: [], additional: inner.values });
        return;
      case 'list':
      case 'tuple':
        if (Array.isArray(value)) addAll(found, isEveryItem(inner) ? all : all.slice(0, prefixOf(inner)));
        return;
      case 'contains':
        if (Array.isArray(value))
          for (const [index, item] of value.entries()) if (isOf(item, inner.item)) found.add(index);
        return;
      case 'intersection':
        inner.members.forEach(visit);
        return;
      case 'union':
        inner.members.filter((member) => isOf(value, member)).forEach(visit);
        return;
      case 'conditional':
        for (const branch of isOf(value, inner.condition) ? [inner.condition, inner.consequence] : [inner.alternative])
          visit(branch);
        return;
      case 'closed':
        if (Array.isArray(value) ? inner.items : inner.properties) addAll(found, all);
        else visit(inner.core);
        return;
      case 'reference': {
        const named = shapes.get(inner.target);
        if (named !== undefined) visit(named.shape);
        return;
      }
      default:
    }
  };
  visit(shape);
  return found;
}

function isEveryName({ additional, isOpen }: StructureShape): boolean {
  return additional.kind !== 'any' || isOpen === true;
}

function namesOf(names: readonly string[], { members, patterns = [] }: StructureShape): string[] {
  const declared = new Set(members.filter(({ isUndeclared }) => isUndeclared !== true).map(({ name }) => name));
  return names.filter((name) => declared.has(name) || patterns.some(({ pattern }) => matchesPattern(pattern, name)));
}

function isEveryItem(shape: Extract<Shape, { kind: 'list' | 'tuple' }>): boolean {
  return (shape.kind === 'list' ? shape.items : shape.rest).kind !== 'any' || shape.isOpen === true;
}

function prefixOf(shape: Extract<Shape, { kind: 'list' | 'tuple' }>): number {
  return shape.kind === 'list' ? 0 : shape.prefix.length;
}

function addAll<T>(set: Set<T>, values: Iterable<T>): void {
  for (const value of values) set.add(value);
}
