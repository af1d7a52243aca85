import path from 'node:path';
import type { Diagnostics, Place } from '../shared/diagnostics';
import { isJsonObject, type Json, type JsonObject } from '../shared/json';
import { escapeToken } from '../shared/json-pointer';
import { childOf, decodePercent, tokensOfFragment } from './document';
import { problems } from './problems';
import type { SourceFile, SourceFiles } from './source-files';

/** A value in a file of the model. */
export interface Location {
  readonly file: SourceFile;
  readonly pointer: string;
  readonly value: Json;
}

/** The key of a location in a map. */
export function locationKey({ file, pointer }: { readonly file: SourceFile; readonly pointer: string }): string {
  return `${file.path}#${pointer}`;
}

/** The place of a location, for a diagnostic. */
export function placeOf({ file, pointer }: { readonly file: SourceFile; readonly pointer: string }): Place {
  return { file: file.display, pointer };
}

/** The reference that a value is, if it is one. */
export function refOf(value: Json): string | undefined {
  return isJsonObject(value) && typeof value.$ref === 'string' ? value.$ref : undefined;
}

/** Follows references across the files of a model, and reports those that lead nowhere. */
export class References {
  /** The locations of references that lead nowhere, each reported once. */
  private readonly unresolved = new Set<string>();
  /** By the file that refers and the text of the reference, which leads to the same from everywhere in the file. */
  private readonly found = new Map<SourceFile, Map<string, Location>>();

  constructor(
    private readonly files: SourceFiles,
    private readonly diagnostics: Diagnostics,
  ) {}

  /** What the reference at a location points at. The result may be a reference itself; the way to it leads through others if need be. */
  resolve(ref: string, from: Location): Location | undefined {
    const before = this.found.get(from.file)?.get(ref);
    if (before !== undefined) return before;
    const key = locationKey(from);
    if (this.unresolved.has(key)) return undefined;
    const target = this.follow(ref, from, []);
    if (target === undefined) this.unresolved.add(key);
    else this.keep(from.file, ref, target);
    return target;
  }

  private keep(file: SourceFile, ref: string, target: Location): void {
    const found = this.found.get(file) ?? new Map<string, Location>();
    this.found.set(file, found.set(ref, target));
  }

  private follow(ref: string, from: Location, seen: readonly string[]): Location | undefined {
    const key = locationKey(from);
    if (seen.includes(key)) {
      const chain = [...seen.slice(seen.indexOf(key)), key].map((step) => nameOf(step));
      this.diagnostics.add(problems.circularReference(refPlace(from), { chain }));
      return undefined;
    }
    const hash = ref.indexOf('#');
    const [filePart, fragment] = hash < 0 ? [ref, ''] : [ref.slice(0, hash), ref.slice(hash + 1)];
    const file = this.fileOf(filePart, ref, from);
    if (file === undefined) return undefined;
    const tokens = tokensOfFragment(fragment);
    if (tokens === undefined) {
      this.diagnostics.add(problems.anchorReference(refPlace(from), { ref }));
      return undefined;
    }
    return this.walk(file, tokens, ref, from, [...seen, key]);
  }

  private fileOf(filePart: string, ref: string, from: Location): SourceFile | undefined {
    if (filePart === '') return from.file;
    if (/^[a-z][a-z0-9+.-]+:/i.test(filePart) || filePart.startsWith('//')) {
      this.diagnostics.add(problems.remoteReference(refPlace(from), { ref }));
      return undefined;
    }
    const target = path.resolve(path.dirname(from.file.path), decodePercent(filePart));
    return this.files.read(target, () =>
      this.diagnostics.add(problems.missingFile(refPlace(from), { file: decodePercent(filePart) })),
    );
  }

  private walk(
    file: SourceFile,
    tokens: readonly string[],
    ref: string,
    from: Location,
    seen: readonly string[],
  ): Location | undefined {
    let at: Location = { file, pointer: '', value: file.root };
    let passed = seen;
    for (const token of tokens) {
      let child = childOf(at.value, token);
      for (let next = refOf(at.value); child === undefined && next !== undefined; next = refOf(at.value)) {
        const through = this.follow(next, at, passed);
        if (through === undefined) return undefined;
        passed = [...passed, locationKey(at)];
        at = through;
        child = childOf(at.value, token);
      }
      if (child === undefined) {
        const candidates = isJsonObject(at.value) ? Object.keys(at.value) : [];
        this.diagnostics.add(problems.unresolvedReference(refPlace(from), { ref, missing: token, candidates }));
        return undefined;
      }
      at = { file: at.file, pointer: `${at.pointer}/${escapeToken(token)}`, value: child };
    }
    return at;
  }
}

/** The place of the text of a reference. */
function refPlace(from: Location): Place {
  const { value } = from;
  const own = isJsonObject(value) && Object.hasOwn(value, '$ref');
  return placeOf({ file: from.file, pointer: own ? `${from.pointer}/$ref` : from.pointer });
}

function nameOf(key: string): string {
  return key.slice(key.indexOf('#'));
}

/** True for a reference without anything of weight beside it: in 3.0 all siblings are without weight. */
export function isPureReference(value: JsonObject, version: string): boolean {
  return version === '3.0' || Object.keys(value).length === 1;
}
