import type { Json } from '../../shared/json';
import type { Located } from '../document';
import { refOf } from '../references';
import { type Source, targetOf } from './source';

/** Values, not schemas: what looks like a reference there is none. */
const values = new Set(['enum', 'const', 'default', 'example', 'examples']);

/** How schemas refer to each other. */
export interface SchemaGraph {
  /** Every schema after those that it refers to, unless they refer to it as well. */
  readonly order: readonly Located[];
  /** By the pointer of a schema that refers to itself through others, a number that those of the same cycle share. */
  readonly cycles: ReadonlyMap<string, number>;
}

/** Finds what the roots refer to. Tarjan's algorithm, without recursion because chains of schemas can be long. */
export function graphOf(source: Source, roots: readonly Located[]): SchemaGraph {
  const state = new Search(source);
  for (const root of roots) {
    const target = targetOf(source, root);
    if (target !== undefined) state.visit(target);
  }
  return state;
}

interface Visit {
  readonly schema: Located;
  readonly edges: readonly Located[];
  next: number;
}

class Search implements SchemaGraph {
  readonly order: Located[] = [];
  readonly cycles = new Map<string, number>();
  private readonly index = new Map<string, number>();
  private readonly low = new Map<string, number>();
  private readonly open: string[] = [];
  private readonly isOpen = new Set<string>();

  constructor(private readonly source: Source) {}

  visit(root: Located): void {
    if (this.index.has(root.pointer)) return;
    const path: Visit[] = [this.enter(root)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const edge = visit.edges[visit.next++];
      if (edge === undefined) {
        path.pop();
        this.leave(visit, path.at(-1));
      } else if (!this.index.has(edge.pointer)) {
        path.push(this.enter(edge));
      } else if (this.isOpen.has(edge.pointer)) {
        this.lower(visit.schema.pointer, this.index.get(edge.pointer));
      }
    }
  }

  private enter(schema: Located): Visit {
    this.index.set(schema.pointer, this.index.size);
    this.low.set(schema.pointer, this.index.size - 1);
    this.open.push(schema.pointer);
    this.isOpen.add(schema.pointer);
    return { schema, edges: this.edgesOf(schema), next: 0 };
  }

  private leave({ schema, edges }: Visit, parent: Visit | undefined): void {
    const { pointer } = schema;
    this.order.push(schema);
    const low = this.low.get(pointer);
    if (parent !== undefined) this.lower(parent.schema.pointer, low);
    if (low !== this.index.get(pointer)) return;
    const members = this.open.splice(this.open.lastIndexOf(pointer));
    const isCycle = members.length > 1 || edges.some((edge) => edge.pointer === pointer);
    for (const member of members) {
      this.isOpen.delete(member);
      if (isCycle && low !== undefined) this.cycles.set(member, low);
    }
  }

  private lower(pointer: string, low: number | undefined): void {
    this.low.set(pointer, Math.min(this.low.get(pointer) ?? 0, low ?? 0));
  }

  private edgesOf({ value }: Located): Located[] {
    const refs = new Set<string>();
    collectRefs(value, refs);
    return [...refs].flatMap((ref) => targetOf(this.source, { pointer: '', value: { $ref: ref } }) ?? []);
  }
}

/** Adds the references in a schema, in their order. */
export function collectRefs(value: Json, refs: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const ref = refOf(value);
  if (ref !== undefined) refs.add(ref);
  for (const [name, child] of Object.entries(value)) if (!values.has(name)) collectRefs(child, refs);
}
