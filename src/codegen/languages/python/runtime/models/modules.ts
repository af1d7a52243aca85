import type { Service } from '../../../../model/service';
import type { Shape } from '../../../../model/shape';
import { partsOf } from '../../../typescript/direction';

/**
 * Schemas that refer to each other in a circle are declared in one module, that of the first of them: modules do not import each other in
 * circles. The first of its circle for every name.
 * @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function circlesOf({ shapes }: Service): ReadonlyMap<string, string> {
  const order = [...shapes.keys()];
  const circles = new Circles((name) => targetsOf(shapes.get(name)?.shape).filter((target) => shapes.has(target)));
  for (const name of order) circles.visit(name);
  const rank = new Map(order.map((name, index) => [name, index]));
  const firstOf = (circle: readonly string[]) =>
    circle.reduce((first, name) => ((rank.get(name) ?? 0) < (rank.get(first) ?? 0) ? name : first));
  return new Map(
    circles.found.flatMap((circle) => {
      const first = firstOf(circle);
      return circle.map((name) => [name, first] as const);
    }),
  );
}

/** Whether a schema refers to itself, by way of others or not. */
export function isCircular(name: string, { shapes }: Service, home: ReadonlyMap<string, string>): boolean {
  const targets = targetsOf(shapes.get(name)?.shape);
  return targets.some((target) => home.get(target) === home.get(name));
}

function targetsOf(shape: Shape | undefined): string[] {
  if (shape === undefined) return [];
  return shape.kind === 'reference' ? [shape.target] : partsOf(shape).flatMap(targetsOf);
}

class Circles {
  readonly found: string[][] = [];
  private readonly numbers = new Map<string, number>();
  private readonly lowest = new Map<string, number>();
  private readonly open: string[] = [];

  constructor(private readonly targets: (name: string) => readonly string[]) {}

  visit(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return this.lowest.get(name) ?? known;
    const number = this.numbers.size;
    this.numbers.set(name, number);
    this.lowest.set(name, number);
    this.open.push(name);
    let low = number;
    for (const target of this.targets(name)) {
      const isDone = this.numbers.has(target) && !this.open.includes(target);
      if (!isDone) low = Math.min(low, this.visit(target));
      this.lowest.set(name, low);
    }
    if (low === number) this.found.push(this.open.splice(this.open.indexOf(name)));
    return low;
  }
}
