import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { fromPointer } from '../../shared/json-pointer';
import { findTarget, type Located } from '../document';
import { type ConversionContext, type Converted, checksSomething } from './conversion';
import { ModelNames } from './model-names';
import { convertSchema } from './schema';
import { collectRefs, graphOf } from './schema-graph';
import { type Source, targetOf } from './source';

const prefix = '#/components/schemas/';

/** The models of the gateway document: the schemas that request bodies use, each converted once. */
export class Models {
  private readonly names: ModelNames;
  private readonly nameOf = new Map<string, string>();
  private readonly pointerOf = new Map<string, string>();
  private readonly converted = new Map<string, Converted>();
  private readonly cycles: ReadonlyMap<string, number>;
  private readonly used = new Set<string>();

  constructor(
    private readonly source: Source,
    bodies: readonly Located[],
  ) {
    const schemas = findTarget(source.root, '#/components/schemas')?.value;
    this.names = new ModelNames(isJsonObject(schemas) ? Object.keys(schemas) : []);
    const { order, cycles } = graphOf(source, bodies);
    this.cycles = cycles;
    for (const schema of order) this.converted.set(schema.pointer, convertSchema(schema, this.contextOf(schema)));
  }

  /** The model of a body, which gets this name unless it has one; nothing if API Gateway has nothing to check in it. */
  ofBody(body: Located, name: string): JsonObject | undefined {
    const target = targetOf(this.source, body);
    const converted = target === undefined ? undefined : this.converted.get(target.pointer);
    if (target === undefined || converted === undefined || !checksSomething(converted)) return undefined;
    if (target.pointer === body.pointer && !this.nameOf.has(body.pointer))
      this.setName(body.pointer, this.names.ofInline(name, body.pointer));
    this.used.add(target.pointer);
    return this.reference(target.pointer);
  }

  /** The models of the bodies that were asked for, by name, in the order of their first use. */
  all(): JsonObject {
    const pointers = new Set(this.used);
    const models: Record<string, Json> = {};
    for (const pointer of pointers) {
      const schema = this.converted.get(pointer)?.schema ?? {};
      models[this.name(pointer)] = schema;
      const refs = new Set<string>();
      collectRefs(schema, refs);
      for (const ref of refs) pointers.add(this.pointerOf.get(ref.slice(prefix.length)) ?? pointer);
    }
    return models;
  }

  /** A use of a model by another one. What it refers to is converted already, unless both are of one cycle. */
  private referenced(ref: string, from: string, composed: boolean): Converted | undefined {
    const target = targetOf(this.source, { pointer: '', value: { $ref: ref } });
    if (target === undefined) return undefined;
    const cycle = this.cycles.get(target.pointer);
    if (cycle !== undefined && cycle === this.cycles.get(from)) {
      return composed ? undefined : { schema: this.reference(target.pointer), exact: false };
    }
    const converted = this.converted.get(target.pointer);
    if (converted === undefined || !checksSomething(converted)) return converted;
    return { schema: this.reference(target.pointer), exact: converted.exact };
  }

  private contextOf({ pointer }: Located): ConversionContext {
    return {
      source: this.source,
      model: pointer,
      referenced: (ref, from, composed) => this.referenced(ref, from, composed),
      convert: convertSchema,
      composed: false,
      readOnly: new Set(),
    };
  }

  private reference(pointer: string): JsonObject {
    return { $ref: `${prefix}${this.name(pointer)}` };
  }

  private name(pointer: string): string {
    const known = this.nameOf.get(pointer);
    if (known !== undefined) return known;
    const tokens = fromPointer(pointer);
    const isSchema = tokens.length === 3 && tokens[0] === 'components' && tokens[1] === 'schemas';
    const last = tokens.at(-1) ?? 'Model';
    return this.setName(pointer, isSchema ? this.names.ofSchema(last) : this.names.ofInline(last, pointer));
  }

  private setName(pointer: string, name: string): string {
    this.nameOf.set(pointer, name);
    this.pointerOf.set(name, pointer);
    return name;
  }
}
