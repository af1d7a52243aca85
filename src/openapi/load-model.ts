import path from 'node:path';
import type { Diagnostics, Place } from '../shared/diagnostics';
import { isJsonObject, type Json, type JsonObject } from '../shared/json';
import { escapeToken, fromPointer, toPointer } from '../shared/json-pointer';
import { Bundler, type Redirect } from './bundler';
import type { ModelDocument, OpenApiVersion } from './document';
import { Mounts } from './mounts';
import { problems } from './problems';
import { type Location, locationKey, placeOf, References } from './references';
import { type SourceFile, SourceFiles } from './source-files';

export interface LoadOptions {
  /** Files are named relative to this folder in diagnostics. */
  readonly cwd: string;
  readonly diagnostics: Diagnostics;
}

/** Reads a model and the files that it refers to, as one document. Nothing, if the entry document is not one at all. */
export function loadModel(file: string, { cwd, diagnostics }: LoadOptions): ModelDocument | undefined {
  const files = new SourceFiles(cwd, diagnostics);
  const entry = files.read(path.resolve(cwd, file), (display) =>
    diagnostics.add(problems.missingModel({ file: display, pointer: '' }, {})),
  );
  if (entry === undefined) return undefined;
  const version = versionOf(entry, diagnostics);
  if (version === undefined) return undefined;
  return bundle(entry, version, files, diagnostics);
}

function versionOf({ display: file, root }: SourceFile, diagnostics: Diagnostics): OpenApiVersion | undefined {
  const place = { file, pointer: '' };
  if (!isJsonObject(root) || (root.openapi === undefined && root.swagger === undefined)) {
    diagnostics.add(problems.notOpenApi(place, {}));
    return undefined;
  }
  if (root.openapi === undefined) {
    diagnostics.add(problems.swagger2({ file, pointer: '/swagger' }, { version: wordOf(root.swagger) }));
    return undefined;
  }
  const version = wordOf(root.openapi);
  const found = /^(3\.[01])(?:\.\d+(?:-.+)?)?$/.exec(version)?.[1];
  if (found === '3.0' || found === '3.1') return found;
  diagnostics.add(problems.unsupportedVersion({ file, pointer: '/openapi' }, { version }));
  return undefined;
}

function wordOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function bundle(
  entry: SourceFile,
  version: OpenApiVersion,
  files: SourceFiles,
  diagnostics: Diagnostics,
): ModelDocument {
  const references = new References(files, diagnostics);
  const mounts = new Mounts(entry, version, references);
  const bundler = new Bundler(entry, version, references, mounts, diagnostics);
  const built = bundler.build({ file: entry, pointer: '', value: entry.root }, 'document');
  const added = new Map<string, Location>();
  const schemas: [string, Json][] = [];
  for (const { name, location } of mounts) {
    added.set(name, location);
    schemas.push([name, bundler.build(location, 'schema')]);
  }
  const root = withSchemas(built as JsonObject, schemas);
  return { root, version, files: files.all, place: (pointer) => place(pointer, entry, added, bundler.redirects) };
}

function withSchemas(root: JsonObject, schemas: readonly (readonly [string, Json])[]): JsonObject {
  if (schemas.length === 0) return root;
  const components = isJsonObject(root.components) ? root.components : {};
  const before = isJsonObject(components.schemas) ? Object.entries(components.schemas) : [];
  return { ...root, components: { ...components, schemas: Object.fromEntries([...before, ...schemas]) } };
}

/** Goes down a pointer of the bundled document, and over to another file wherever the bundler did. */
function place(
  pointer: string,
  entry: SourceFile,
  added: ReadonlyMap<string, Location>,
  redirects: ReadonlyMap<string, Redirect>,
): Place {
  let tokens = fromPointer(pointer);
  let at: Pick<Location, 'file' | 'pointer'> = { file: entry, pointer: '' };
  const mounted = tokens[0] === 'components' && tokens[1] === 'schemas' ? added.get(tokens[2] ?? '') : undefined;
  if (mounted !== undefined) [at, tokens] = [mounted, tokens.slice(3)];
  if (added.size === 0 && redirects.size === 0) return placeOf({ ...at, pointer: toPointer(tokens) });
  for (const token of tokens) {
    at = redirected(at, token, redirects);
    at = { file: at.file, pointer: `${at.pointer}/${escapeToken(token)}` };
  }
  return placeOf(at);
}

function redirected(
  at: Pick<Location, 'file' | 'pointer'>,
  token: string,
  redirects: ReadonlyMap<string, Redirect>,
): Pick<Location, 'file' | 'pointer'> {
  const redirect = redirects.get(locationKey(at));
  if (redirect === undefined || redirect.own.has(token)) return at;
  return redirected(redirect.target, token, redirects);
}
