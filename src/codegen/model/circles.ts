import { targetsOf } from './parts';
import type { Service } from './service';

/** The named schemas that refer to each other in a circle, by any way, or to themselves: for each the first of its circle in the model. What is in no circle is left out. */
export function circlesOf({ shapes }: Service): ReadonlyMap<string, string> {
  return circlesAmong(new Map([...shapes].map(([name, { shape }]) => [name, targetsOf(shape)])));
}

/**
 * The names that lead to each other in a circle, or to themselves: for each the first of its circle. What is in no circle is left out.
 * @param targets where each name leads to, itself a name or not
 * @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function circlesAmong(targets: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const search = new Search(targets);
  for (const name of targets.keys()) search.from(name);
  const first = new Map<readonly string[], string>();
  for (const name of targets.keys()) {
    const circle = search.found.get(name);
    if (circle !== undefined && !first.has(circle)) first.set(circle, name);
  }
  return new Map([...search.found].map(([name, circle]) => [name, first.get(circle) ?? name]));
}

/** Without recursion, which a long chain of schemas would take to the end of the stack. */
class Search {
  /** By name, the circle that it is in. */
  readonly found = new Map<string, readonly string[]>();
  private readonly order = new Map<string, number>();
  /** The first of the names on the path that each name leads back to. */
  private readonly lowest = new Map<string, number>();
  private readonly path: string[] = [];
  private readonly onPath = new Set<string>();
  private readonly pending = new Map<string, string[]>();
  private readonly work: string[] = [];

  constructor(private readonly targets: ReadonlyMap<string, readonly string[]>) {}

  from(root: string): void {
    if (!this.order.has(root)) this.open(root);
    for (let name = this.work.at(-1); name !== undefined; name = this.work.at(-1)) {
      const target = this.pending.get(name)?.pop();
      if (target === undefined) this.close(name);
      else if (!this.order.has(target)) this.open(target);
      else if (this.onPath.has(target)) this.lower(name, this.order.get(target) ?? 0);
    }
  }

  private open(name: string): void {
    const index = this.order.size;
    this.order.set(name, index);
    this.lowest.set(name, index);
    this.path.push(name);
    this.onPath.add(name);
    this.pending.set(name, [...(this.targets.get(name) ?? [])]);
    this.work.push(name);
  }

  private lower(name: string, index: number): void {
    this.lowest.set(name, Math.min(this.lowest.get(name) ?? index, index));
  }

  private close(name: string): void {
    this.work.pop();
    const lowest = this.lowest.get(name) ?? 0;
    const parent = this.work.at(-1);
    if (parent !== undefined) this.lower(parent, lowest);
    if (lowest !== this.order.get(name)) return;
    const circle = this.path.splice(this.path.lastIndexOf(name));
    for (const member of circle) this.onPath.delete(member);
    if (circle.length === 1 && !this.targets.get(name)?.includes(name)) return;
    for (const member of circle) this.found.set(member, circle);
  }
}
