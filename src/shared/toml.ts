import { isJsonObject, type Json, type JsonObject } from './json';

/** Writes a TOML file: https://toml.io/en/v1.0.0. Every object is a table. */
export function toToml(content: JsonObject): string {
  const tables = tablesOf(content, []).map(({ path, entries }) => {
    const head = path.length === 0 ? [] : [`[${path.map(toKey).join('.')}]`];
    return [...head, ...entries.map(([key, value]) => `${toKey(key)} = ${toValue(value)}`)].join('\n');
  });
  return `${tables.join('\n\n')}\n`;
}

interface Table {
  readonly path: readonly string[];
  readonly entries: readonly (readonly [string, Json])[];
}

/** The table of an object, if it has values of its own, then those of its members. */
function tablesOf(content: JsonObject, path: readonly string[]): Table[] {
  const members = Object.entries(content);
  const entries = members.filter(([, value]) => !isJsonObject(value));
  const inner = members.flatMap(([key, value]) => (isJsonObject(value) ? tablesOf(value, [...path, key]) : []));
  return entries.length === 0 ? inner : [{ path, entries }, ...inner];
}

/** A list has a line for each item where it has several. */
function toValue(value: Json): string {
  if (value === null) throw new Error('TOML has no null');
  if (Array.isArray(value)) {
    const items = value.map(toValue);
    return items.length < 2 ? `[${items.join('')}]` : `[\n${items.map((item) => `    ${item},\n`).join('')}]`;
  }
  return typeof value === 'string' ? quote(value) : String(value);
}

function toKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : quote(key);
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}
