import type { Service } from '../../../../model/service';
import type { Shape } from '../../../../model/shape';
import { partsOf } from '../../../typescript/direction';

/**
 * The named schemas that hold each other, by any way: the same number for all of one circle, and none for a schema in no circle.
 * @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function cyclesOf({ shapes }: Service): ReadonlyMap<string, number> {
  const search = new Search(new Map([...shapes].map(([name, { shape }]) => [name, [...new Set(targetsOf(shape))]])));
  for (const name of shapes.keys()) search.visit(name);
  return search.cycles;
}

function targetsOf(shape: Shape): string[] {
  return shape.kind === 'reference' ? [shape.target] : partsOf(shape).flatMap(targetsOf);
}

class Search {
  readonly cycles = new Map<string, number>();
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
    const members = this.open.splice(this.open.lastIndexOf(name));
    if (members.length === 1 && !holdsItself) return;
    const number = this.order.get(name) ?? 0;
    for (const member of members) this.cycles.set(member, number);
  }
}
