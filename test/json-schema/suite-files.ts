import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../../src/shared/json';
import { filledOnce } from '../support/filled-once';
import { python } from '../support/toolchains';

/** A schema of JSON-Schema-Test-Suite with values that are valid or not. */
export interface SuiteGroup {
  readonly file: string;
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

/** The source package of this version ships the suite, which no package of npm does for 2020-12. */
const source = 'jsonschema==4.26.0';
const cache = path.resolve(__dirname, '../../.cache/json-schema-suite');

/** The groups of a draft, such as `draft2020-12`, without its optional tests. Fetched once. */
export async function readSuite(draft: string): Promise<SuiteGroup[]> {
  const folder = path.join(await suiteFolder(), 'json/tests', draft);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const groups = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Omit<SuiteGroup, 'file'>[];
      return groups.map((group) => ({ ...group, file: file.slice(0, -'.json'.length) }));
    })
    .filter(({ schema }) => !hasOwnDialect(schema));
}

/** Schemas of a dialect that the suite makes up are no schemas of OpenAPI. */
function hasOwnDialect(schema: Json): boolean {
  return isJsonObject(schema) && typeof schema.$schema === 'string' && schema.$schema.startsWith('http://localhost');
}

async function suiteFolder(): Promise<string> {
  const folder = path.join(cache, source);
  if (existsSync(folder)) return folder;
  const { bin } = await python();
  const run = (argv: readonly string[]) => execFileSync(bin('python'), argv, { stdio: 'pipe' });
  return filledOnce(folder, (fresh) => {
    run(['-m', 'pip', 'download', '--quiet', '--no-deps', '--no-binary', ':all:', '--dest', fresh, source]);
    const [archive = ''] = readdirSync(fresh);
    run(['-m', 'tarfile', '-e', path.join(fresh, archive), fresh]);
    renameSync(path.join(fresh, archive.replace('.tar.gz', ''), 'json'), path.join(fresh, 'json'));
  });
}

/** A schema whose references into itself go to the place in a document where it stands. */
export function mountedAt(schema: Json, pointer: string): Json {
  if (Array.isArray(schema)) return schema.map((item) => mountedAt(item, pointer));
  if (!isJsonObject(schema)) return schema;
  const members = Object.entries(schema)
    .filter(([name]) => name !== '$schema')
    .map(([name, value]) => [name, name === 'enum' || name === 'const' ? value : mountedMember(name, value, pointer)]);
  return Object.fromEntries(members) as JsonObject;
}

function mountedMember(name: string, value: Json, pointer: string): Json {
  const isReference = name === '$ref' && typeof value === 'string' && value.startsWith('#');
  return isReference ? `#${pointer}${value.slice(1)}` : mountedAt(value, pointer);
}
