import type { Located } from '../../openapi';
import { fromPointer } from '../../shared/json-pointer';
import type { NamedShape } from '../model/service';
import type { Shape } from '../model/shape';

/** Pointers of which one word of a name can be made no better. */
const structural: ReadonlySet<string> = new Set([
  ...['components', 'schemas', 'properties', 'paths', 'responses', 'parameters', 'requestBodies', 'headers', 'content'],
  ...['schema', '$defs', 'definitions', 'allOf', 'oneOf', 'anyOf', 'webhooks', 'prefixItems'],
]);

/**
 * The schemas that have a name: those of `components/schemas`, and whatever else a reference points at, under a name made of the
 * pointer. Reading one may refer to more.
 */
export class NamedShapes {
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly waiting: { readonly name: string; readonly at: Located }[] = [];

  /** Names a schema of `components/schemas`. */
  declare(name: string, at: Located): void {
    this.names.set(at.pointer, name);
    this.taken.add(name);
    this.waiting.push({ name, at });
  }

  /** The name of the schema at a pointer. */
  nameOf(at: Located): string {
    const before = this.names.get(at.pointer);
    if (before !== undefined) return before;
    const name = this.freeName(at.pointer);
    this.declare(name, at);
    return name;
  }

  /** Reads every schema that has a name by now, and those that get one meanwhile. */
  readAll(read: (at: Located) => Shape): ReadonlyMap<string, NamedShape> {
    const shapes = new Map<string, NamedShape>();
    // The list grows while it is read.
    for (const { name, at } of this.waiting) shapes.set(name, { name, pointer: at.pointer, shape: read(at) });
    return shapes;
  }

  /** All words of the pointer, so that no name depends on what else there is: two schemas may each have a definition of the same name. */
  private freeName(pointer: string): string {
    const words = fromPointer(pointer).filter((token) => !structural.has(token));
    const name = words.map(pascal).join('') || 'Schema';
    if (!this.taken.has(name)) return name;
    for (let number = 2; ; number++) if (!this.taken.has(`${name}${number}`)) return `${name}${number}`;
  }
}

function pascal(token: string): string {
  return token
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
