import { circlesAmong } from '../model/circles';
import type { NamedShape } from '../model/service';
import type { Shape } from '../model/shape';
import { type ShapeVisitor, visitShape } from '../model/visit-shape';

type Shapes = ReadonlyMap<string, NamedShape>;

/** What is known of the named shapes that lead back to themselves. */
export interface Recursion {
  /** True when the shape refers back to the named shape that holds it, or to one that stands before it in the same circle. */
  leadsBack(shape: Shape, owner: string | undefined): boolean;
  /** How many recursive shapes a smallest value goes through; infinite when no value ends. */
  rank(shape: Shape): number;
}

/** Finds the circles among the named shapes. Linear in the model, but for the ranks, which only circles have. */
export function findRecursion(shapes: Shapes): Recursion {
  const circles = circlesAmong(new Map([...shapes].map(([name, { shape }]) => [name, references(shape)])));
  const ranks = findRanks(shapes, circles);
  const positions = new Map([...shapes.keys()].map((name, index) => [name, index]));
  const known = new Map<string, Map<Shape, boolean>>();
  const leadsBack = (shape: Shape, owner: string, circle: string) => {
    const limit = positions.get(owner) ?? 0;
    return references(shape).some((name) => circles.get(name) === circle && (positions.get(name) ?? 0) <= limit);
  };
  return {
    leadsBack: (shape, owner) => {
      const circle = owner === undefined ? undefined : circles.get(owner);
      if (owner === undefined || circle === undefined) return false;
      const ofOwner = known.get(owner) ?? new Map<Shape, boolean>();
      const result = ofOwner.get(shape) ?? leadsBack(shape, owner, circle);
      known.set(owner, ofOwner.set(shape, result));
      return result;
    },
    rank: (shape) => rankOf(shape, ranks),
  };
}

function findRanks(shapes: Shapes, circles: ReadonlyMap<string, string>): Ranks {
  const ranks = new Map([...circles.keys()].map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const name of circles.keys()) {
      const named = shapes.get(name);
      const rank = named === undefined ? 0 : 1 + rankOf(named.shape, ranks);
      if (rank >= (ranks.get(name) ?? 0)) continue;
      ranks.set(name, rank);
      changed = true;
    }
  }
  return ranks;
}

type Ranks = ReadonlyMap<string, number>;

function rankOf(shape: Shape, ranks: Ranks): number {
  return visitShape(shape, ranker, ranks);
}

const ranker: ShapeVisitor<number, [Ranks]> = {
  ...scalars(() => 0),
  never: () => Number.POSITIVE_INFINITY,
  list: ({ items, minItems = 0 }, ranks) => (minItems > 0 ? rankOf(items, ranks) : 0),
  tuple: ({ prefix, minItems = 0 }, ranks) => most(prefix.slice(0, minItems), ranks),
  structure: ({ members }, ranks) =>
    most(
      members.filter(({ required }) => required).map((member) => member.shape),
      ranks,
    ),
  map: ({ values, minProperties = 0 }, ranks) => (minProperties > 0 ? rankOf(values, ranks) : 0),
  union: ({ members }, ranks) => Math.min(...members.map((member) => rankOf(member, ranks))),
  intersection: ({ members }, ranks) => most(members, ranks),
  negation: () => 0,
  contains: ({ item, minContains }, ranks) => (minContains > 0 ? rankOf(item, ranks) : 0),
  names: () => 0,
  conditional: ({ consequence, alternative }, ranks) =>
    Math.min(rankOf(consequence, ranks), rankOf(alternative, ranks)),
  closed: ({ core }, ranks) => rankOf(core, ranks),
  reference: ({ target }, ranks) => ranks.get(target) ?? 0,
};

function most(shapes: readonly Shape[], ranks: Ranks): number {
  return Math.max(0, ...shapes.map((shape) => rankOf(shape, ranks)));
}

/** The names that a shape refers to, itself and inline. */
function references(shape: Shape): string[] {
  const found = new Set<string>();
  visitShape(shape, collector, found);
  return [...found];
}

const collector: ShapeVisitor<void, [Set<string>]> = {
  ...scalars(() => {}),
  never: () => {},
  list: ({ items }, found) => visitShape(items, collector, found),
  tuple: ({ prefix, rest }, found) => collectAll([...prefix, rest], found),
  structure: ({ members, additional, patterns = [] }, found) => {
    for (const { shape } of [...members, ...patterns]) visitShape(shape, collector, found);
    visitShape(additional, collector, found);
  },
  map: ({ values, patterns = [] }, found) => collectAll([...patterns.map(({ shape }) => shape), values], found),
  union: ({ members }, found) => collectAll(members, found),
  intersection: ({ members }, found) => collectAll(members, found),
  negation: () => {},
  contains: ({ item }, found) => visitShape(item, collector, found),
  names: () => {},
  conditional: ({ consequence, alternative }, found) => collectAll([consequence, alternative], found),
  closed: ({ core }, found) => visitShape(core, collector, found),
  reference: ({ target }, found) => {
    found.add(target);
  },
};

function collectAll(shapes: readonly Shape[], found: Set<string>): void {
  for (const shape of shapes) visitShape(shape, collector, found);
}

function scalars<R>(result: () => R) {
  return { any: result, null: result, boolean: result, number: result, string: result, blob: result, enum: result };
}
