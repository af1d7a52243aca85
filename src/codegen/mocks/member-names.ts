import type { MapShape, Shape, StructureShape } from '../model/shape';
import { matchesPattern } from '../patterns/pattern';
import type { At } from './at';
import { isValid } from './is-valid';
import { keyBelow } from './key';
import type { ObjectContext } from './structure-value';
import { nouns } from './words';

/** An object of which the names are of a shape, too: what an object and `propertyNames` are together. */
export interface NamedMap extends MapShape {
  readonly names: Shape;
}

/** What the names of an object must be of, where they must. */
export function namesOf(shape: Shape): Shape | undefined {
  return 'names' in shape && shape.kind !== 'names' ? (shape as NamedMap).names : undefined;
}

/** So many names are made before an object gets no more of them. */
const mostMade = 200;
const mostCounted = 1_000;

/** Names that an object may have besides those that are declared, readable ones first. */
export function* namesFor(structure: StructureShape, count: number, at: At, context: ObjectContext): Iterable<string> {
  const names = namesOf(structure);
  const isAllowed = (name: string) => names === undefined || isValid(name, names, context.shapes);
  yield* nouns.filter(isAllowed);
  const patterns = (structure.patterns ?? []).map(({ pattern }): Shape => ({ kind: 'string', pattern }));
  const sources = [...(names === undefined ? [] : [names]), ...patterns];
  for (let variant = 0; variant < mostMade && sources.length > 0; variant += 1) {
    for (const source of sources) {
      const key = keyBelow(keyBelow(at.key, 'name'), variant);
      const name = context.make(source, { ...at, key, variant, name: '', depth: at.depth + 1 });
      if (typeof name !== 'string') continue;
      const word = nouns[variant % nouns.length] ?? '';
      // A pattern that is not anchored at both ends leaves room for a word.
      const longer = [`${name}${word}`, `${word}${name}`].filter((one) => isValid(one, source, context.shapes));
      yield* [name, ...longer].filter(isAllowed);
    }
  }
  for (let index = nouns.length; index < count + mostCounted; index += 1) {
    const name = `${nouns[index % nouns.length] ?? 'key'}${index}`;
    if (isAllowed(name)) yield name;
  }
}

/** What a member of an object is of, by its name; `declared` is what the model says of that name alone. */
export function shapeOfName({ patterns = [], additional }: StructureShape, name: string, declared?: Shape): Shape {
  const matching = patterns.filter(({ pattern }) => matchesPattern(pattern, name)).map(({ shape }) => shape);
  const [first, ...others] = declared === undefined ? matching : [declared, ...matching];
  if (first === undefined) return additional;
  return others.length === 0 ? first : { kind: 'intersection', members: [first, ...others] };
}
