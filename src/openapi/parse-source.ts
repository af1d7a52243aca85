import type { Diagnostics } from '../shared/diagnostics';
import type { Json } from '../shared/json';
import { problems } from './problems';
import { aliasProblem } from './yaml-aliases';

/** Parses the text of a model file, or reports why that is impossible. */
export function parseSource(file: string, text: string, diagnostics: Diagnostics): Json | undefined {
  const place = { file, pointer: '' };
  if (text.trim() === '') {
    diagnostics.add(problems.emptyFile(place, {}));
    return undefined;
  }
  if (file.endsWith('.json')) return parseJson(file, text, diagnostics);
  // Loaded when there is YAML to read.
  const { parseYaml } = require('./parse-yaml') as typeof import('./parse-yaml');
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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
