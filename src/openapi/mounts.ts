import path from 'node:path';
import { isJsonObject, type Json } from '../shared/json';
import { escapeToken, fromPointer } from '../shared/json-pointer';
import { childOf } from './document';
import { childType, type NodeType } from './grammar';
import { isPureReference, type Location, locationKey, type References, refOf } from './references';
import type { SourceFile } from './source-files';

const home = ['components', 'schemas'] as const;
const homePointer = '/components/schemas';

/** Where the schemas of other files go in the bundled document, each once, under a name that nothing else has. */
export class Mounts {
  /** From a location elsewhere to the name of its schema. */
  private readonly names = new Map<string, string>();
  private readonly taken: Set<string>;
  private readonly types = new Map<string, NodeType | undefined>();
  /** From the location of a name in the entry document to the schema elsewhere that it stands for. */
  private readonly named = new Map<string, Location>();
  private readonly waiting: { readonly name: string; readonly location: Location }[] = [];

  constructor(
    private readonly entry: SourceFile,
    private readonly version: string,
    private readonly references: References,
  ) {
    const schemas = this.locateSchemas();
    const names = schemas !== undefined && isJsonObject(schemas.value) ? Object.keys(schemas.value) : [];
    this.taken = new Set(names);
    if (schemas !== undefined) for (const name of names) this.seed(name, schemas);
  }

  /** The schemas to build, in the order in which they were first referred to; building them may add more. */
  *[Symbol.iterator](): Iterator<{ readonly name: string; readonly location: Location }> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) yield next;
  }

  /** True for a location of the entry document that the specification has for such a value: it can be referred to as it is. */
  isAtHome({ file, pointer }: Location, type: NodeType): boolean {
    if (file !== this.entry) return false;
    if (!this.types.has(pointer)) this.types.set(pointer, typeAt(pointer));
    return this.types.get(pointer) === type;
  }

  /** For a component of the entry document that only names a schema of another file: that schema. */
  targetOf(at: Location): Location | undefined {
    return this.named.get(locationKey(at));
  }

  /** Where a schema is in the bundled document, as a pointer. */
  mount(target: Location): { readonly pointer: string } {
    const location = this.final(target);
    if (this.isAtHome(location, 'schema')) return { pointer: location.pointer };
    const key = locationKey(location);
    let name = this.names.get(key);
    if (name === undefined) {
      name = this.freeName(target);
      this.names.set(key, name);
      this.waiting.push({ name, location });
    }
    return { pointer: `${homePointer}/${escapeToken(name)}` };
  }

  /** Through schemas of other files that are nothing but a reference. */
  private final(target: Location): Location {
    const seen = new Set<string>();
    let at = target;
    for (let next = this.next(at); next !== undefined; next = this.next(at)) {
      if (seen.has(locationKey(at))) return at;
      seen.add(locationKey(at));
      at = next;
    }
    return at;
  }

  private next(at: Location): Location | undefined {
    const ref = refOf(at.value);
    if (ref === undefined || this.isAtHome(at, 'schema') || this.names.has(locationKey(at))) return undefined;
    return isJsonObject(at.value) && isPureReference(at.value, this.version)
      ? this.references.resolve(ref, at)
      : undefined;
  }

  private locateSchemas(): Location | undefined {
    let at: Location = { file: this.entry, pointer: '', value: this.entry.root };
    for (const token of home) {
      const value: Json | undefined = childOf(at.value, token);
      if (value === undefined) return undefined;
      at = { file: at.file, pointer: `${at.pointer}/${token}`, value };
      const ref = refOf(value);
      const target = ref === undefined ? at : this.references.resolve(ref, at);
      if (target === undefined) return undefined;
      at = target;
    }
    return at;
  }

  private seed(name: string, schemas: Location): void {
    const value = childOf(schemas.value, name);
    if (value === undefined) return;
    const holder = { file: schemas.file, pointer: `${schemas.pointer}/${escapeToken(name)}`, value };
    const ref = refOf(value);
    const pure = isJsonObject(value) && isPureReference(value, this.version);
    const target = ref === undefined || !pure ? undefined : this.references.resolve(ref, holder);
    const final = target === undefined ? undefined : this.final(target);
    if (!this.isAtHome(holder, 'schema')) this.names.set(locationKey(holder), name);
    if (final === undefined || this.isAtHome(final, 'schema') || this.names.has(locationKey(final))) return;
    this.names.set(locationKey(final), name);
    this.named.set(locationKey(holder), final);
  }

  /** The last token of the pointer or the name of the file; with the file's name in front, or a number behind, if that is taken. */
  private freeName({ file, pointer }: Location): string {
    const stem = clean(path.basename(file.path).replace(/\..*$/, ''));
    const last = clean(fromPointer(pointer).at(-1) ?? '');
    const candidates = last === '' ? [stem] : [last, `${capital(stem)}${capital(last)}`];
    let name = candidates.find((candidate) => !this.taken.has(candidate));
    for (let number = 2; name === undefined; number++) {
      const numbered = `${candidates[0]}${number}`;
      if (!this.taken.has(numbered)) name = numbered;
    }
    this.taken.add(name);
    return name;
  }
}

/** What the specification has at a pointer of a document. */
function typeAt(pointer: string): NodeType | undefined {
  let at: NodeType | undefined = 'document';
  for (const token of fromPointer(pointer)) at = at === undefined ? undefined : childType(at, token);
  return at;
}

function clean(text: string): string {
  return text.replace(/[^\p{L}\p{N}._-]+/gu, '_');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
