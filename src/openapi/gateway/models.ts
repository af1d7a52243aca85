import { isJsonObject, type JsonObject } from '../../shared/json';
import { escapeToken, fromPointer } from '../../shared/json-pointer';
import { findTarget, type Located } from '../document';
import { type ConversionContext, type Converted, checksSomething } from './conversion';
import { findCycles } from './cycles';
import { ModelNames } from './model-names';
import { convertSchema } from './schema';
import { type Source, targetOf } from './source';

/** The models of the gateway document: the schemas that request bodies use, each converted once. */
export class Models {
  private readonly names: ModelNames;
  private readonly nameOf = new Map<string, string>();
  private readonly converted = new Map<string, Converted>();
  private readonly underway = new Set<string>();
  /** Used before it was known what they check. */
  private readonly early = new Set<string>();
  private readonly cycles: ReadonlyMap<string, number>;

  constructor(
    private readonly source: Source,
    bodies: readonly Located[],
  ) {
    const schemas = findTarget(source.root, '#/components/schemas')?.value;
    this.names = new ModelNames(isJsonObject(schemas) ? Object.keys(schemas) : []);
    this.cycles = findCycles(source, bodies);
  }

  /** Makes a model of a body; nothing if API Gateway has nothing to check in it. */
  ofBody(body: Located, name: string): JsonObject | undefined {
    const target = targetOf(this.source, body);
    if (target === undefined) return undefined;
    if (target.pointer === body.pointer) this.nameOf.set(body.pointer, this.names.ofInline(name, body.pointer));
    return checksSomething(this.convert(target)) ? this.reference(target.pointer) : undefined;
  }

  /** The models by name, in the order in which they were first used. */
  all(): JsonObject {
    const used = [...this.converted].filter(([pointer, model]) => checksSomething(model) || this.early.has(pointer));
    return Object.fromEntries(used.map(([pointer, { schema }]) => [this.name(pointer), schema]));
  }

  /** A use of a model by another one. */
  private referenced(ref: string, from: string, composed: boolean): Converted | undefined {
    const target = targetOf(this.source, { pointer: '', value: { $ref: ref } });
    if (target === undefined) return undefined;
    const cycle = this.cycles.get(target.pointer);
    if (composed && cycle !== undefined && cycle === this.cycles.get(from)) return undefined;
    if (this.underway.has(target.pointer)) {
      this.early.add(target.pointer);
      return { schema: this.reference(target.pointer), exact: false };
    }
    const converted = this.convert(target);
    return checksSomething(converted) ? { schema: this.reference(target.pointer), exact: converted.exact } : converted;
  }

  private convert(target: Located): Converted {
    const known = this.converted.get(target.pointer);
    if (known !== undefined) return known;
    this.underway.add(target.pointer);
    // Takes its place before what it uses, so that models come out in the order of their first use.
    this.converted.set(target.pointer, { schema: {}, exact: false });
    const converted = convertSchema(target, this.contextOf(target));
    this.converted.set(target.pointer, converted);
    this.underway.delete(target.pointer);
    return converted;
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
    return { $ref: `#/components/schemas/${escapeToken(this.name(pointer))}` };
  }

  private name(pointer: string): string {
    const known = this.nameOf.get(pointer);
    if (known !== undefined) return known;
    const tokens = fromPointer(pointer);
    const isSchema = tokens.length === 3 && tokens[0] === 'components' && tokens[1] === 'schemas';
    const last = tokens.at(-1) ?? 'Model';
    const name = isSchema ? this.names.ofSchema(last) : this.names.ofInline(last, pointer);
    this.nameOf.set(pointer, name);
    return name;
  }
}
