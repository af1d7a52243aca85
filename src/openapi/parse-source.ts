import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import type { Diagnostics } from '../shared/diagnostics';
import type { Json } from '../shared/json';
import { problems } from './problems';
import { aliasProblem } from './yaml-aliases';

/** Merge keys (`<<: *base`) are not of YAML's core schema, but models use them. */
const merge = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text: unknown) => text === '<<' });

/** YAML as far as JSON can say it: a date stays text. */
const schema = CORE_SCHEMA.extend({ implicit: [merge] });

/** Parses the text of a model file, or reports why that is impossible. */
export function parseSource(file: string, text: string, diagnostics: Diagnostics): Json | undefined {
  const place = { file, pointer: '' };
  if (text.trim() === '') {
    diagnostics.add(problems.emptyFile(place, {}));
    return undefined;
  }
  if (file.endsWith('.json')) return parseJson(file, text, diagnostics);
  const root = parseYaml(file, text, diagnostics);
  if (root === undefined) return undefined;
  const reason = aliasProblem(root, text);
  if (reason === undefined) return root;
  diagnostics.add(problems.unboundedAlias(place, { reason }));
  return undefined;
}

function parseJson(file: string, text: string, diagnostics: Diagnostics): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, offset).split('\n');
    const reason = lowerFirst(message.replace(/ in JSON at position.*$| \(line \d+ column \d+\)/s, ''));
    const column = (before.at(-1) ?? '').length + 1;
    diagnostics.add(problems.invalidJson({ file, pointer: '' }, { line: before.length, column, reason }));
    return undefined;
  }
}

function parseYaml(file: string, text: string, diagnostics: Diagnostics): Json | undefined {
  try {
    return (load(text, { schema }) ?? null) as Json;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + 1;
    const column = (error.mark?.column ?? 0) + 1;
    diagnostics.add(problems.invalidYaml({ file, pointer: '' }, { line, column, reason: error.reason }));
    return undefined;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
