import type { Service } from './service';
import type { Shape, ShapeOf } from './shape';

/** What one keyword of a schema says something of in a value: names of an object, or items of a list. */
export type Mark =
  /** Everything there is. */
  | { readonly kind: 'all' }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** The names that match. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** The first items. */
  | { readonly kind: 'items'; readonly count: number }
  /** The items that are of a shape. */
  | { readonly kind: 'matches'; readonly item: Shape }
  /** What counts only where the value is of a form, and what counts where it is not. */
  | { readonly kind: 'form'; readonly form: Shape; readonly marks: readonly Mark[]; readonly others: readonly Mark[] };

const all: Mark = { kind: 'all' };

/**
 * What a schema evaluates, so that it is left to `unevaluatedProperties` (names) or `unevaluatedItems` (items) of a schema around it to say something
 * of the rest.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
export function marksOf(shape: Shape, of: 'names' | 'items', service: Pick<Service, 'shapes'>): Mark[] {
  const marks = (inner: Shape) => marksOf(inner, of, service);
  switch (shape.kind) {
    case 'structure':
    case 'map':
      return of === 'names' ? ownNames(shape) : [];
    case 'list':
      return of === 'items' && isOpenList(shape.items, shape.isOpen) ? [all] : [];
    case 'tuple':
      if (of === 'names') return [];
      return isOpenList(shape.rest, shape.isOpen) ? [all] : [{ kind: 'items', count: shape.prefix.length }];
    case 'contains':
      return of === 'items' ? [{ kind: 'matches', item: shape.item }] : [];
    case 'intersection':
      return shape.members.flatMap(marks);
    case 'union':
      return shape.members.flatMap((member) => ofForm(member, marks(member)));
    case 'closed': {
      // Whatever it leaves over, it has checked.
      const rest = of === 'names' ? shape.properties : shape.items;
      return rest === undefined ? marks(shape.core) : [all];
    }
    case 'conditional': {
      const { condition, consequence, alternative } = shape;
      return ofForm(condition, [...marks(condition), ...marks(consequence)], marks(alternative));
    }
    case 'reference': {
      const named = service.shapes.get(shape.target);
      return named === undefined ? [] : marks(named.shape);
    }
    default:
      return [];
  }
}

function ownNames(shape: ShapeOf<'structure' | 'map'>): Mark[] {
  const members = shape.kind === 'structure' ? shape.members : [];
  const others = shape.kind === 'structure' ? shape.additional : shape.values;
  if (others.kind !== 'any' || shape.isOpen) return [all];
  const names = members.filter(({ isUndeclared }) => isUndeclared !== true).map(({ name }) => name);
  const patterns = (shape.patterns ?? []).map(({ pattern }): Mark => ({ kind: 'pattern', pattern }));
  return [...(names.length === 0 ? [] : [{ kind: 'names', names } as const]), ...patterns];
}

function isOpenList(items: Shape, isOpen: boolean | undefined): boolean {
  return items.kind !== 'any' || isOpen === true;
}

/** Schemas that are of the same value: what they evaluate counts as far as the value has their form. */
function ofForm(form: Shape, marks: readonly Mark[], others: readonly Mark[] = []): Mark[] {
  return marks.length === 0 && others.length === 0 ? [] : [{ kind: 'form', form, marks, others }];
}
