import type { Diagnostics } from '../shared/diagnostics';
import { isJsonObject, type Json, type JsonObject } from '../shared/json';
import { escapeToken } from '../shared/json-pointer';
import { decodePercent } from './document';
import { childType, type NodeType } from './grammar';
import type { Mounts } from './mounts';
import { problems } from './problems';
import { isPureReference, type Location, locationKey, placeOf, type References, refOf } from './references';
import type { SourceFile } from './source-files';

/** What may stay a reference in one document; a reference in any other place is replaced by what it points at. */
const referable: ReadonlySet<NodeType> = new Set<NodeType>([
  'schema',
  'response',
  'parameter',
  'requestBody',
  'header',
  'example',
  'link',
  'callback',
  'securityScheme',
]);

/** Where a bundled value came from, when that is not where it seems: from the location of a reference to its target. */
export interface Redirect {
  readonly target: Location;
  /** The fields that stand beside the reference, and so are not of the target. */
  readonly own: ReadonlySet<string>;
}

/**
 * Copies the entry document on write: what has no reference to another file is the very object that was parsed. Schemas of other files are
 * mounted under `components/schemas` (mounts.ts), everything else is put in the place of the reference.
 */
export class Bundler {
  readonly redirects = new Map<string, Redirect>();
  private readonly inlined = new Map<string, Json>();
  private readonly inProgress = new Set<string>();

  constructor(
    private readonly entry: SourceFile,
    private readonly version: string,
    private readonly references: References,
    private readonly mounts: Mounts,
    private readonly diagnostics: Diagnostics,
  ) {}

  build(at: Location, type: NodeType): Json {
    const { value } = at;
    if (typeof value !== 'object' || value === null) return value;
    const ref = refOf(value);
    if (ref === undefined || !isJsonObject(value)) return this.buildChildren(at, type);
    return type === 'schema' ? this.buildSchemaReference(at, value, ref) : this.buildReference(at, value, ref, type);
  }

  private buildChildren(at: Location, type: NodeType): Json {
    const { value } = at;
    if (Array.isArray(value)) return this.buildList(at, value, type);
    if (!isJsonObject(value)) return value;
    const changed = new Map<string, Json>();
    for (const key of Object.keys(value)) {
      const child = value[key];
      if (typeof child !== 'object' || child === null) continue;
      const built = this.buildChild(at, type, key, child);
      if (built !== child) changed.set(key, built);
    }
    return changed.size === 0 ? value : withChanges(value, changed);
  }

  private buildList(at: Location, list: readonly Json[], type: NodeType): Json {
    const built = list.map((child, index) => this.buildChild(at, type, String(index), child));
    return built.every((child, index) => child === list[index]) ? list : built;
  }

  private buildChild(parent: Location, type: NodeType, key: string, value: Json): Json {
    const isDiscriminator = type === 'schema' && key === 'discriminator';
    const child = isDiscriminator ? undefined : childType(type, key);
    if (child === undefined && !isDiscriminator) return value;
    const childAt = { file: parent.file, pointer: `${parent.pointer}/${escapeToken(key)}`, value };
    return child === undefined ? this.buildDiscriminator(childAt) : this.build(childAt, child);
  }

  /** A schema reference stays one; a name of the entry document for a schema elsewhere becomes that schema. */
  private buildSchemaReference(at: Location, value: JsonObject, ref: string): Json {
    const target = this.references.resolve(ref, at);
    if (target === undefined) return value;
    const named = this.mounts.targetOf(at);
    if (named !== undefined) return this.inline(at, named, 'schema');
    const built = isPureReference(value, this.version) ? value : this.buildChildren(at, 'schema');
    const local = this.localReference(ref, at, target);
    return local === ref || !isJsonObject(built) ? built : withChanges(built, new Map([['$ref', local]]));
  }

  private localReference(ref: string, at: Location, target: Location): string {
    const { pointer } = this.mounts.mount(target);
    const asWritten = at.file === this.entry && ref.startsWith('#') && samePointer(ref, pointer);
    return asWritten ? ref : `#${pointer.replaceAll('%', '%25')}`;
  }

  private buildReference(at: Location, value: JsonObject, ref: string, type: NodeType): Json {
    const target = this.references.resolve(ref, at);
    if (target === undefined) return value;
    if (referable.has(type) && this.mounts.isAtHome(target, type)) {
      if (at.file === this.entry && ref.startsWith('#') && samePointer(ref, target.pointer)) return value;
      return withChanges(value, new Map([['$ref', `#${target.pointer.replaceAll('%', '%25')}`]]));
    }
    const built = this.inline(at, target, type);
    const beside = Object.entries(value).filter(([key]) => key !== '$ref' && this.overrides(type, key));
    if (beside.length === 0 || !isJsonObject(built)) return built;
    const own = this.buildChildren({ ...at, value: Object.fromEntries(beside) }, type);
    return Object.fromEntries([...Object.entries(built), ...Object.entries(own as JsonObject)]);
  }

  /** Path items and maps may add to what they refer to; of the rest, 3.1 lets the texts be replaced. */
  private overrides(type: NodeType, key: string): boolean {
    if (!referable.has(type)) return true;
    return this.version !== '3.0' && (key === 'summary' || key === 'description');
  }

  private inline(at: Location, target: Location, type: NodeType): Json {
    const beside = Object.keys(at.value as JsonObject).filter((key) => key !== '$ref' && this.overrides(type, key));
    this.redirects.set(locationKey(at), { target, own: new Set(beside) });
    const key = `${type} ${locationKey(target)}`;
    const before = this.inlined.get(key);
    if (before !== undefined) return before;
    if (this.inProgress.has(key)) {
      this.diagnostics.add(
        problems.circularReference(placeOf(at), { chain: [`#${at.pointer}`, `#${target.pointer}`] }),
      );
      return {};
    }
    this.inProgress.add(key);
    const built = this.build(target, type);
    this.inProgress.delete(key);
    this.inlined.set(key, built);
    return built;
  }

  /** The mapping of a discriminator holds references that do not look like ones; a bare name stays what it is. */
  private buildDiscriminator(at: Location): Json {
    if (!isJsonObject(at.value) || !isJsonObject(at.value.mapping)) return at.value;
    const { mapping } = at.value;
    const changed = new Map<string, Json>();
    for (const [key, ref] of Object.entries(mapping)) {
      if (typeof ref !== 'string' || !isMappingReference(ref)) continue;
      const from = { file: at.file, pointer: `${at.pointer}/mapping/${escapeToken(key)}`, value: ref };
      const target = this.references.resolve(ref, from);
      if (target !== undefined) changed.set(key, this.localReference(ref, from, target));
    }
    return changed.size === 0 ? at.value : { ...at.value, mapping: withChanges(mapping, changed) };
  }
}

/** True for a value of a discriminator's mapping that is a reference and not the name of a schema. */
export function isMappingReference(value: string): boolean {
  return value.includes('#') || value.includes('/') || /\.(?:ya?ml|json)$/.test(value);
}

function samePointer(ref: string, pointer: string): boolean {
  return decodePercent(ref.slice(1)) === pointer;
}

/** A copy with some members replaced; safe for any name of a member. */
function withChanges(object: JsonObject, changed: ReadonlyMap<string, Json>): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, changed.get(key) ?? value]));
}
