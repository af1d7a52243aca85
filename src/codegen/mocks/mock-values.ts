import { isJsonObject, type Json } from '../../shared/json';
import type { MockLocale } from '../../shared/mock-data';
import type { Direction } from '../model/direction';
import type { NamedShape } from '../model/service';
import type { ClosedShape, IntersectionShape, NegationShape, ReferenceShape, Shape, UnionShape } from '../model/shape';
import type { At } from './at';
import { casesOf, listContaining } from './cases';
import { findEvaluated } from './evaluated';
import { isValid } from './is-valid';
import { JsonSizes } from './json-size';
import { type Key, keyBelow } from './key';
import { listValue } from './list-value';
import { type Locale, locales } from './locales';
import { mergeIntersection, resolve } from './merge-shapes';
import { namedText } from './named-text';
import { numberValue } from './number-value';
import { findRecursion } from './recursion';
import { smaller } from './smaller';
import { stringValue } from './string-value';
import { isPlain, mapValue, type ObjectContext, structureValue } from './structure-value';

const deepest = 60;
const attempts = 8;
/** A value that is too large is made again with fewer levels of objects. */
const depths = [4, 3, 2, 1];

export interface MockValuesOptions {
  readonly shapes: ReadonlyMap<string, NamedShape>;
  readonly seed: Key;
  /** In characters of JSON. */
  readonly largest: number;
  readonly direction: Direction;
  /** Where people and places are from: `en` if absent. */
  readonly locale?: MockLocale;
  /** How many items a list has where the model leaves it open: three if absent. */
  readonly maxArrayLength?: number;
}

/** Makes values of shapes: readable, and the same ones for the same seed. */
export class MockValues {
  private readonly context: ObjectContext;
  /** Values of named shapes, by what they depend on. */
  private readonly named = new Map<string, Json | undefined>();
  private readonly merged = new Map<Shape, Shape>();
  private readonly sizes = new JsonSizes();

  private readonly shapes: ReadonlyMap<string, NamedShape>;
  private readonly seed: Key;
  private readonly largest: number;
  private readonly direction: Direction;
  private readonly locale: Locale;
  private readonly maxArrayLength: number;

  constructor({ shapes, seed, largest, direction, locale = 'en', maxArrayLength = 3 }: MockValuesOptions) {
    this.shapes = shapes;
    this.seed = seed;
    this.largest = largest;
    this.direction = direction;
    this.locale = locales[locale];
    this.maxArrayLength = maxArrayLength;
    const recursion = findRecursion(shapes);
    this.context = { shapes, direction, recursion, make: (shape, at) => this.make(shape, at) };
  }

  /**
   * A value, or nothing when none could be made. Values of named shapes are the same everywhere; `place` tells inline
   * shapes apart.
   */
  value(shape: Shape, place: string): Json | undefined {
    return this.member(shape, place, '');
  }

  /** The same for something with a name, which says what would be a good value. */
  member(shape: Shape, place: string, name: string): Json | undefined {
    const start = this.startOf(place, name);
    let value: Json | undefined;
    for (const compactFrom of depths) {
      value = this.make(shape, { ...start, compactFrom });
      if (value === undefined || this.sizes.of(value) <= this.largest) break;
    }
    return value;
  }

  /** The same with as little in it as may be: lists are empty where they can be. */
  smallest(shape: Shape, place: string): Json | undefined {
    return this.make(shape, { ...this.startOf(place, ''), compact: true, compactFrom: 0, fresh: true });
  }

  private startOf(place: string, name: string): Omit<At, 'compactFrom'> {
    const key = keyBelow(this.seed, place);
    return { key, name, variant: 0, depth: 0, compact: false, owner: undefined, hops: 0, fresh: false };
  }

  private make(shape: Shape, at: At): Json | undefined {
    if (at.depth > deepest || at.hops > deepest) return undefined;
    const example = at.fresh ? undefined : this.example(shape, at);
    return example === undefined ? this.fromKind(shape, at) : example;
  }

  private isValid(value: Json, shape: Shape): boolean {
    return isValid(value, shape, this.shapes, this.direction);
  }

  private example(shape: Shape, at: At): Json | undefined {
    if (shape.examples === undefined && shape.default === undefined) return undefined;
    const examples = [...(shape.examples ?? []), ...(shape.default === undefined ? [] : [shape.default])];
    const valid = examples.filter((example) => this.isValid(example, shape));
    const example = valid[at.variant % Math.max(valid.length, 1)];
    const isRepeated = at.variant >= valid.length && /(^id|Id|_id|uuid)$/.test(at.name);
    if (!isRepeated) return example;
    // The items of a list are told apart by their ids.
    if (typeof example === 'number') return this.isValid(example + at.variant, shape) ? example + at.variant : example;
    return typeof example === 'string' ? undefined : example;
  }

  /** A switch and not a visitor: this runs for every value. */
  private fromKind(shape: Shape, at: At): Json | undefined {
    switch (shape.kind) {
      case 'any':
        return at.name === '' ? {} : namedText(at.name, at.key, this.locale);
      case 'never':
        return undefined;
      case 'null':
        return null;
      case 'boolean':
        return !/^(is)?(deleted|disabled|archived|hidden|private|deprecated)$/i.test(at.name);
      case 'number':
        return numberValue(shape, at.name, at.key);
      case 'string':
        return stringValue(shape, nameOf(at), at.key, this.locale);
      case 'blob':
        return namedText(at.name, at.key, this.locale);
      case 'enum':
        return shape.values[at.variant % Math.max(shape.values.length, 1)];
      case 'list':
        return listValue(
          { ...shape, prefix: [] },
          this.inList(shape.items, at),
          this.context.make,
          this.maxArrayLength,
        );
      case 'tuple':
        return listValue({ ...shape, items: shape.rest }, at, this.context.make, this.maxArrayLength);
      case 'structure':
        return structureValue(shape, at, this.context);
      case 'map':
        return mapValue(shape, at, this.context);
      case 'union':
        return this.union(shape, at);
      case 'intersection':
        return this.intersection(shape, at);
      case 'negation':
        return this.negation(shape);
      case 'contains':
        return this.make(listContaining(shape), at);
      case 'names':
        return {};
      case 'conditional':
        return this.union(casesOf(shape), at);
      case 'closed':
        return this.closed(shape, at);
      case 'reference':
        return this.reference(shape, at);
    }
  }

  private inList(items: Shape, at: At): At {
    return this.context.recursion.leadsBack(items, at.owner) ? { ...at, compact: true } : at;
  }

  private reference({ target }: ReferenceShape, at: At): Json | undefined {
    const named = this.shapes.get(target);
    if (named === undefined) return undefined;
    if (isPlain(named.shape, this.shapes)) {
      return this.make(named.shape, { ...at, name: at.name || target, hops: at.hops + 1 });
    }
    const slot = `${target} ${at.variant} ${at.depth} ${at.compactFrom} ${at.compact} ${at.fresh}`;
    if (this.named.has(slot)) return this.named.get(slot);
    const key = keyBelow(keyBelow(this.seed, target), at.variant);
    const value = this.make(named.shape, { ...at, key, name: target, owner: target, hops: at.hops + 1 });
    this.named.set(slot, value);
    return value;
  }

  /** The first member, in turn for the items of a list, that gives a value which the union allows. */
  private union(union: UnionShape, at: At): Json | undefined {
    let fallback: Json | undefined;
    for (const compact of at.compact ? [true] : [false, true]) {
      for (const index of this.preferred(union, at)) {
        const member = union.members[index];
        const made = member === undefined ? undefined : this.make(member, { ...at, compact, hops: at.hops + 1 });
        if (made === undefined) continue;
        const value = withDiscriminator(made, index, union);
        const repaired = union.mode === 'any' ? value : this.repaired(value, union);
        if (repaired !== undefined) return repaired;
        fallback ??= value;
      }
    }
    return fallback;
  }

  private preferred({ members }: UnionShape, at: At): readonly number[] {
    const weight = (index: number) => {
      const member = members[index];
      if (member === undefined || member.kind === 'null') return members.length * 2;
      const turn = (index - at.variant + members.length * at.variant) % members.length;
      return this.context.recursion.leadsBack(member, at.owner) ? members.length + turn : turn;
    };
    const indices = [...members.keys()];
    if (!at.compact) return indices.sort((a, b) => weight(a) - weight(b));
    const ranks = members.map((member) => this.context.recursion.rank(member));
    return indices.sort((a, b) => compare(ranks[a] ?? 0, ranks[b] ?? 0) || weight(a) - weight(b));
  }

  private intersection(intersection: IntersectionShape, at: At): Json | undefined {
    const merged = this.merged.get(intersection) ?? mergeIntersection(intersection, this.shapes);
    this.merged.set(intersection, merged);
    let fallback: Json | undefined;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const key = attempt === 0 ? at.key : keyBelow(at.key, attempt);
      const value = this.make(merged, { ...at, key, variant: at.variant + attempt, hops: at.hops + 1 });
      if (value === undefined) return fallback;
      const repaired = this.repaired(value, intersection);
      if (repaired !== undefined) return repaired;
      fallback ??= value;
    }
    return fallback;
  }

  /** The value if the shape allows it, else as much of it as the shape does allow. */
  private repaired(value: Json, shape: Shape): Json | undefined {
    if (this.isValid(value, shape)) return value;
    for (const less of smaller(value)) if (this.isValid(less, shape)) return less;
    return undefined;
  }

  /** A value of what else the schema says, without what that leaves over and is not allowed. */
  private closed(shape: ClosedShape, at: At): Json | undefined {
    const merged = this.merged.get(shape) ?? resolve(shape, this.shapes);
    this.merged.set(shape, merged);
    const value = this.make(merged, { ...at, hops: at.hops + 1 });
    if (value === undefined) return undefined;
    const less = this.isValid(value, shape) ? value : this.withoutRest(value, shape);
    return this.repaired(less, shape) ?? less;
  }

  private withoutRest(value: Json, { core, properties, items }: ClosedShape): Json {
    const isOf = (inner: Json, shape: Shape) => this.isValid(inner, shape);
    const evaluated = findEvaluated(value, core, this.shapes, isOf);
    if (Array.isArray(value) && items !== undefined) {
      return value.filter((item, index) => evaluated.has(index) || isOf(item, items));
    }
    if (!isJsonObject(value) || properties === undefined) return value;
    const kept = Object.entries(value).filter(([name, inner]) => evaluated.has(name) || isOf(inner, properties));
    return Object.fromEntries(kept);
  }

  private negation(negation: NegationShape): Json | undefined {
    const candidates: readonly Json[] = ['text', 1, true, {}, [], null, ''];
    return candidates.find((candidate) => this.isValid(candidate, negation));
  }
}

/** The `id` of a pet is a `petId`. */
function nameOf({ name, owner }: At): string {
  return name === 'id' && owner !== undefined ? `${owner}Id` : name;
}

/** The value with the discriminator saying which member it is, where it says something else. */
function withDiscriminator(value: Json, index: number, { discriminator }: UnionShape): Json {
  if (discriminator === undefined || !isJsonObject(value)) return value;
  const { property, mapping } = discriminator;
  const current = Object.hasOwn(value, property) ? value[property] : undefined;
  if (typeof current === 'string' && mapping.get(current) === index) return value;
  const [tag] = [...mapping].find(([, member]) => member === index) ?? [];
  return tag === undefined ? value : { ...value, [property]: tag };
}

/** Subtraction does not order infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
