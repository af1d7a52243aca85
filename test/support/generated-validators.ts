import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { typescript } from '../../src/codegen/languages/typescript';
import { nameService } from '../../src/codegen/languages/typescript/names';
import type { Service } from '../../src/codegen/model/service';
import type { Json } from '../../src/shared/json';
import { emitInput } from './emit-input';
import { writeFiles } from './generated-packages';

/** What is wrong with a value, as every language says it. */
export interface Violation {
  readonly pointer: string;
  readonly constraint: string;
  readonly message: string;
}

/** Adds what is wrong with a value, which stands at a pointer, to a report. */
export type Validate = (value: Json, at: string, report: Violation[]) => void;

/** The validators that are generated in TypeScript for the named schemas of a service, by their names, such as `validatePet`. */
export function generatedValidators(service: Service): Readonly<Record<string, Validate>> {
  const directory = mkdtempSync(path.join(tmpdir(), 'type-safe-api-'));
  writeFiles(typescript.runtime?.(emitInput(service, { name: 'test' })) ?? [], directory);
  const modules = [...nameService(service).models.values()].map(({ module }) => module);
  const entry = path.join(directory, 'entry.ts');
  writeFileSync(entry, modules.map((module) => `export * from './esm/${module}.js';\n`).join(''));
  const outfile = path.join(directory, 'index.cjs');
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  const validators = require(outfile);
  rmSync(directory, { recursive: true });
  return validators;
}
