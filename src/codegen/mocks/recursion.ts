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
  const circles = findCircles(shapes);
  const ranks = findRanks(shapes, circles);
  const positions = new Map([...shapes.keys()].map((name, index) => [name, index]));
  const known = new Map<string, Map<Shape, boolean>>();
  const leadsBack = (shape: Shape, owner: string, circle: number) => {
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
    rank: (shape) => rankOf(shape, (name) => ranks.get(name) ?? 0),
  };
}

/** From the name of a recursive shape to a number of its strongly connected component (Tarjan's algorithm, without recursion). */
function findCircles(shapes: Shapes): ReadonlyMap<string, number> {
  const circles = new Map<string, number>();
  const targets = new Map([...shapes].map(([name, { shape }]) => [name, references(shape)]));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const next = new Map<string, string[]>();
  const work: string[] = [];

  const open = (name: string) => {
    const index = order.size;
    order.set(name, index);
    low.set(name, index);
    path.push(name);
    onPath.add(name);
    next.set(name, [...(targets.get(name) ?? [])]);
    work.push(name);
  };
  const lower = (name: string, value: number) => low.set(name, Math.min(low.get(name) ?? value, value));
  const close = (name: string) => {
    work.pop();
    const parent = work.at(-1);
    if (parent !== undefined) lower(parent, low.get(name) ?? 0);
    if (low.get(name) !== order.get(name)) return;
    const component = path.splice(path.lastIndexOf(name));
    for (const member of component) onPath.delete(member);
    const recursive = component.length > 1 || targets.get(name)?.includes(name) === true;
    if (recursive) for (const member of component) circles.set(member, order.get(name) ?? 0);
  };

  for (const root of shapes.keys()) {
    if (!order.has(root)) open(root);
    for (let name = work.at(-1); name !== undefined; name = work.at(-1)) {
      const target = next.get(name)?.pop();
      if (target === undefined) close(name);
      else if (!order.has(target)) open(target);
      else if (onPath.has(target)) lower(name, order.get(target) ?? 0);
    }
  }
  return circles;
}

function findRanks(shapes: Shapes, circles: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const ranks = new Map([...circles.keys()].map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const name of circles.keys()) {
      const named = shapes.get(name);
      const rank = named === undefined ? 0 : 1 + rankOf(named.shape, (target) => ranks.get(target) ?? 0);
      if (rank >= (ranks.get(name) ?? 0)) continue;
      ranks.set(name, rank);
      changed = true;
    }
  }
  return ranks;
}

function rankOf(shape: Shape, rankOfName: (name: string) => number): number {
  const of = (inner: Shape): number => rankOf(inner, rankOfName);
  const most = (list: readonly Shape[]) => Math.max(0, ...list.map(of));
  const visitor: ShapeVisitor<number> = {
    ...scalars(() => 0),
    never: () => Number.POSITIVE_INFINITY,
    list: ({ items, minItems = 0 }) => (minItems > 0 ? of(items) : 0),
    tuple: ({ prefix, minItems = 0 }) => most(prefix.slice(0, minItems)),
    structure: ({ members }) => most(members.filter(({ required }) => required).map((member) => member.shape)),
    map: ({ values, minProperties = 0 }) => (minProperties > 0 ? of(values) : 0),
    union: ({ members }) => Math.min(...members.map(of)),
    intersection: ({ members }) => most(members),
    negation: () => 0,
    contains: ({ item, minContains }) => (minContains > 0 ? of(item) : 0),
    names: () => 0,
    conditional: ({ consequence, alternative }) => Math.min(of(consequence), of(alternative)),
    closed: ({ core }) => of(core),
    reference: ({ target }) => rankOfName(target),
  };
  return visitShape(shape, visitor);
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
