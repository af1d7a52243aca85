import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CORE_SCHEMA, dump, load } from 'js-yaml';
import { generate } from '../../../src/codegen/generate';
import { isJsonObject, type Json, type JsonObject } from '../../../src/shared/json';
import type { LanguageName } from '../../../src/shared/workspace';
import { repository } from '../../architecture/source-files';
import type { Page, Snippet } from './markdown';

/** The model that `projen new` starts with. */
const sampleModel = path.join(repository, 'assets/workspace/model/src');

/** A temporary folder in which the packages of this repository are found. */
export function temporaryFolder(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'type-safe-api-docs-'));
  symlinkSync(path.join(repository, 'node_modules'), path.join(directory, 'node_modules'), 'junction');
  return directory;
}

/** Copies the model of a new workspace. */
export function copySampleModel(directory: string): void {
  cpSync(sampleModel, path.join(directory, 'model/src'), { recursive: true });
}

/**
 * The workspace that a page talks of: the model of a new one, with the parts of YAML merged in that the page adds to its files, and the
 * packages generated from it with the infrastructure and the runtime in a language. The API is called `pets` unless another name is given.
 */
export function createWorkspace(page: Page, directory: string, language: LanguageName, name = 'pets'): void {
  copySampleModel(directory);
  for (const snippet of page.snippets) if (isAddition(snippet)) merge(snippet, directory);
  generate({
    model: 'model/src/main.yaml',
    output: directory,
    cwd: directory,
    key: 'docs',
    name,
    runtime: language === 'typescript' ? ['typescript'] : ['typescript', language],
    handlers: ['typescript'],
    infrastructure: [language],
    documentation: [],
    library: [],
  });
  if (language !== 'typescript') return;
  for (const [packageName, folder] of packages) link(directory, packageName, folder);
}

const packages = [
  ['pets-typescript-runtime', 'generated/runtime/typescript'],
  ['pets-typescript-infra', 'generated/infrastructure/typescript'],
] as const;

/** Installs a package of a workspace. Its version is its own, because the compiler takes two packages of one name and version for the same. */
function link(directory: string, name: string, folder: string): void {
  const manifest = path.join(directory, folder, 'package.json');
  const version = `"version": "0.0.0-${path.basename(directory)}"`;
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"version": "0.0.0"', version));
  const target = path.join(directory, 'node_modules', name);
  mkdirSync(path.dirname(target), { recursive: true });
  symlinkSync(path.join(directory, folder), target, 'junction');
}

/** True for YAML that names a file and is a part of it. */
export function isAddition(snippet: Snippet): boolean {
  return snippet.language === 'yaml' && snippet.path !== undefined && !isDocument(snippet);
}

/** True for YAML that is a whole OpenAPI document. */
export function isDocument({ language, text }: Snippet): boolean {
  return language === 'yaml' && /^openapi:/m.test(text);
}

/** YAML of a model: dates stay text. */
export function parseYaml(text: string): Json {
  return load(text, { schema: CORE_SCHEMA }) as Json;
}

function merge(snippet: Snippet, directory: string): void {
  const file = path.join(directory, snippet.path ?? '');
  const before = existsSync(file) ? parseYaml(readFileSync(file, 'utf8')) : {};
  const added = parseYaml(snippet.text);
  if (!isJsonObject(before) || !isJsonObject(added)) throw new Error(`${snippet.page}:${snippet.line} is no mapping`);
  writeFileSync(file, dump(mergeObjects(before, added), { schema: CORE_SCHEMA }));
}

function mergeObjects(before: JsonObject, added: JsonObject): JsonObject {
  const merged = Object.entries(added).map(([name, value]): [string, Json] => {
    const existing = before[name];
    return [name, isJsonObject(existing) && isJsonObject(value) ? mergeObjects(existing, value) : value];
  });
  return { ...before, ...Object.fromEntries(merged) };
}
