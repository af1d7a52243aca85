import path from 'node:path';
import { keyOf, type Manifest } from '../../codegen/emit/manifest';
import { findUpToDate } from '../../codegen/emit/up-to-date';
import type { GenerateOptions, GenerateResult } from '../../codegen/generate';
import { type Diagnostic, UsageError } from '../../shared/diagnostics';
import { faultOfMockData, type MockData, mockLocales } from '../../shared/mock-data';
import type { Workspace } from '../../shared/workspace';
import { languagesOf, listOf, type OptionValues, oneOf, parseOptions } from '../arguments';
import { plural, reportBriefly } from '../report';
import { readToolBuild } from '../tool-version';
import { readWorkspace } from '../workspace-file';

const options = {
  model: { type: 'string' },
  output: { type: 'string' },
  name: { type: 'string' },
  runtime: { type: 'string' },
  handlers: { type: 'string' },
  infrastructure: { type: 'string' },
  documentation: { type: 'string' },
  library: { type: 'string' },
  'java-package': { type: 'string' },
  'no-mock-data': { type: 'boolean' },
  'mock-locale': { type: 'string' },
  'mock-max-array-length': { type: 'string' },
  'mock-seed': { type: 'string' },
  timings: { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

type Values = OptionValues<typeof options>;
type Choices = Omit<GenerateOptions, 'key'>;

/** `type-safe-api generate`: generates the packages of an API, unless nothing changed since the last time. */
export async function generate(args: readonly string[]): Promise<void> {
  const start = performance.now();
  const values = parseOptions(args, options);
  const choices = values.model === undefined ? fromWorkspace(values) : fromOptions(values, values.model);
  const result = generateUnlessDone(choices, values.force === true);
  reportBriefly(result.diagnostics);
  if (result.upToDate) {
    console.log(`0 files written in ${elapsed(start)}: nothing changed`);
    return;
  }
  console.log(summary(result, start));
  if (values.timings === true) console.log(timings(result));
}

/** Regenerates the packages of a workspace, if something changed. @throws SpecError before anything is written. */
export function regenerate(workspace: Workspace, cwd: string): GenerateResult {
  return generateUnlessDone(choicesOf(workspace, cwd), false);
}

function generateUnlessDone(choices: Choices, force: boolean): GenerateResult & { readonly upToDate: boolean } {
  const key = keyOf(readToolBuild(), choices);
  const last = force ? undefined : findUpToDate(choices.output, key);
  if (last !== undefined) return { ...nothing, orphaned: last.orphaned, diagnostics: orphansOf(last, choices) };
  // Reading and emitting is loaded only when there is something to do.
  const codegen = require('../../codegen/generate') as typeof import('../../codegen/generate');
  return { ...codegen.generate({ ...choices, key }), upToDate: false };
}

const nothing = { upToDate: true, written: [], removed: [], timings: new Map() } as const;

/** What a run that had something to do said, and is still so. */
function orphansOf({ orphaned }: Manifest, choices: Choices): readonly Diagnostic[] {
  if (orphaned.length === 0) return [];
  const { reportOrphans } =
    require('../../codegen/passes/report-orphans') as typeof import('../../codegen/passes/report-orphans');
  return reportOrphans(orphaned, choices);
}

function fromWorkspace(values: Values): Choices {
  const given = Object.keys(values).filter((option) => option !== 'timings' && option !== 'force');
  if (given.length > 0) throw new UsageError(`--${given[0]} needs --model`, 2);
  const cwd = process.cwd();
  const workspace = readWorkspace(cwd, 'say what to generate with --model FILE --output DIR --runtime typescript');
  return choicesOf(workspace, cwd);
}

function choicesOf(workspace: Workspace, cwd: string): Choices {
  const { name, model, runtime, handlers, infrastructure, documentation, library, javaPackage, mockData } = workspace;
  return {
    ...{ cwd, output: cwd, model: model.file, bundle: model.bundle, name },
    ...{ runtime, handlers, infrastructure: [infrastructure], documentation, library },
    ...(javaPackage === undefined ? {} : { javaPackage }),
    ...(mockData === undefined ? {} : { mockData }),
  };
}

function fromOptions(values: Values, model: string): Choices {
  if (values.output === undefined) throw new UsageError('--model needs --output DIR, where the packages go', 2);
  const cwd = process.cwd();
  const output = path.resolve(cwd, values.output);
  const choices = {
    runtime: languagesOf('runtime', values.runtime),
    handlers: languagesOf('handlers', values.handlers),
    infrastructure: languagesOf('infrastructure', values.infrastructure),
    documentation: listOf(values.documentation),
    library: listOf(values.library),
  };
  if (Object.values(choices).every((chosen) => chosen.length === 0)) {
    throw new UsageError('there is nothing to generate; add, for example, --runtime typescript', 2);
  }
  const { 'java-package': javaPackage } = values;
  const java = javaPackage === undefined ? {} : { javaPackage };
  const mockData = mockDataOf(values);
  const name = values.name ?? (path.basename(output) || 'api');
  return { cwd, output, model, name, mockData, ...java, ...choices };
}

const mockDataOptions = { maxArrayLength: 'mock-max-array-length', seed: 'mock-seed' } as const;

function mockDataOf(values: Values): MockData {
  const { 'no-mock-data': disable, 'mock-locale': locale } = values;
  const numbers = Object.entries(mockDataOptions).flatMap(([member, option]) => {
    const value = values[option];
    return value === undefined ? [] : [[member, value.trim() === '' ? Number.NaN : Number(value)] as const];
  });
  const mockData: MockData = {
    ...(disable === undefined ? {} : { disable }),
    ...(locale === undefined ? {} : { locale: oneOf('mock-locale', locale, mockLocales) }),
    ...Object.fromEntries(numbers),
  };
  const [member, fault] = faultOfMockData(mockData) ?? [];
  if (member === 'maxArrayLength' || member === 'seed') {
    throw new UsageError(`--${mockDataOptions[member]} '${values[mockDataOptions[member]]}' ${fault}`, 2);
  }
  return mockData;
}

function summary({ written, removed }: GenerateResult, start: number): string {
  const gone = removed.length === 0 ? '' : `, ${removed.length} removed`;
  return `${plural(written.length, 'file')} written${gone} in ${elapsed(start)}`;
}

function timings(result: GenerateResult): string {
  const width = Math.max(...[...result.timings.keys()].map((phase) => phase.length)) + 2;
  return [...result.timings]
    .map(([phase, milliseconds]) => `  ${phase.padEnd(width)}${milliseconds.toFixed(0).padStart(6)} ms`)
    .join('\n');
}

function elapsed(start: number): string {
  return `${Math.round(performance.now() - start)} ms`;
}
