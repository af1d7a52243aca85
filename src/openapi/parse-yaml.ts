import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import type { Diagnostics } from '../shared/diagnostics';
import type { Json } from '../shared/json';
import { problems } from './problems';

/** Merge keys (`<<: *base`) are not of YAML's core schema, but models use them. */
const merge = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text: unknown) => text === '<<' });

/** YAML as far as JSON can say it: a date stays text. */
const schema = CORE_SCHEMA.extend({ implicit: [merge] });

/** Parses YAML, or reports why that is impossible. */
export function parseYaml(file: string, text: string, diagnostics: Diagnostics): Json | undefined {
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
