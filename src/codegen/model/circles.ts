import { targetsOf } from './parts';
import type { Service } from './service';

/**
 * The named schemas that refer to each other in a circle, by any way, or to themselves: for each the first of its circle in the model. What is in
 * no circle is left out.
 * @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function circlesOf({ shapes }: Service): ReadonlyMap<string, string> {
  const targets = new Map([...shapes].map(([name, { shape }]) => [name, [...new Set(targetsOf(shape))]]));
  const search = new Search(targets);
  for (const name of shapes.keys()) search.visit(name);
  const first = new Map<readonly string[], string>();
  for (const name of shapes.keys()) {
    const circle = search.found.get(name);
    if (circle !== undefined && !first.has(circle)) first.set(circle, name);
  }
  return new Map([...search.found].map(([name, circle]) => [name, first.get(circle) ?? name]));
}

class Search {
  /** By name, the circle that it is in. */
  readonly found = new Map<string, readonly string[]>();
  private readonly order = new Map<string, number>();
  private readonly open: string[] = [];

  constructor(private readonly targets: ReadonlyMap<string, readonly string[]>) {}

  /** Gives the first of the open names that a name leads back to. */
  visit(name: string): number {
    const seen = this.order.get(name);
    if (seen !== undefined) return this.open.includes(name) ? seen : Number.POSITIVE_INFINITY;
    const own = this.order.size;
    this.order.set(name, own);
    this.open.push(name);
    const targets = this.targets.get(name) ?? [];
    const lowest = Math.min(own, ...targets.map((target) => this.visit(target)));
    if (lowest === own) this.close(name, targets.includes(name));
    return lowest;
  }

  private close(name: string, holdsItself: boolean): void {
    const circle = this.open.splice(this.open.lastIndexOf(name));
    if (circle.length === 1 && !holdsItself) return;
    for (const member of circle) this.found.set(member, circle);
  }
}
