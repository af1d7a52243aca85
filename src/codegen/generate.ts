import { loadModel, type ModelDocument } from '../openapi';
import { deriveGatewayDocument } from '../openapi/gateway/derive';
import { type Diagnostic, Diagnostics } from '../shared/diagnostics';
import type { JsonObject } from '../shared/json';
import type { MockData } from '../shared/mock-data';
import type { LanguageName } from '../shared/workspace';
import type { EncodedFile } from './emit/generated-file';
import { type Written, writeOutput } from './emit/output';
import { KeptBytes } from './emit/text-bytes';
import { printsOf } from './emit/up-to-date';
import { emitEach, findPackages, type Package, type PackageChoices } from './emit-packages';
import { type Mocks, mockResponses } from './mocks/mock-responses';
import type { Service } from './model/service';
import { checkHandlers } from './passes/check-handlers';
import { checkNames } from './passes/check-names';
import { reportOrphans } from './passes/report-orphans';
import { readService } from './read';
import { Stopwatch } from './stopwatch';

export interface GenerateOptions extends PackageChoices {
  /** The entry document, absolute or relative to `cwd`. */
  readonly model: string;
  /** The folder of the API, absolute. */
  readonly output: string;
  /** Where the bundled model goes, relative to the folder of the API; nowhere if absent. */
  readonly bundle?: string;
  /** Files are named relative to it in diagnostics. */
  readonly cwd: string;
  /** The Java package that generated Java lives below; derived from the name if absent. */
  readonly javaPackage?: string;
  /** How mocks are made; as by default if absent. */
  readonly mockData?: MockData;
  /** What the result depends on besides the model: options and version of the tool. */
  readonly key: string;
}

export interface GenerateResult extends Written {
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by phase. */
  readonly timings: ReadonlyMap<string, number>;
}

/** A model, read and checked: all that is generated comes from it. */
export interface Reading {
  readonly document: ModelDocument;
  readonly service: Service;
  readonly gatewayDocument: JsonObject;
}

/** Generates every package of an API: load, read, check, derive, emit, write. @throws SpecError before anything is written. */
export function generate(options: GenerateOptions): GenerateResult {
  const packages = findPackages(options);
  const watch = new Stopwatch();
  const diagnostics = new Diagnostics();
  const reading = readModel({ ...options, languages: languagesOf(options) }, diagnostics, watch);
  diagnostics.throwIfErrors();
  if (reading === undefined) throw new Error('a model that cannot be read has no diagnostics');
  const files = watch.time('emit', () => emitFiles(reading, packages, options, diagnostics, watch));
  const inputs = printsOf(reading.document.files);
  const result = watch.time('write', () => writeOutput(options.output, files, { key: options.key, inputs }));
  for (const diagnostic of reportOrphans(result.orphaned, options)) diagnostics.add(diagnostic);
  return { ...result, diagnostics: diagnostics.all, timings: watch.timings };
}

export interface ReadOptions extends Pick<GenerateOptions, 'model' | 'cwd' | 'handlers'> {
  /** The languages in which it is told what things are called. */
  readonly languages?: readonly LanguageName[];
}

function languagesOf({ runtime, handlers, infrastructure }: PackageChoices): readonly LanguageName[] {
  return [...runtime, ...handlers, ...infrastructure];
}

/** Loads, reads and checks a model. Nothing if there is none; whatever is wrong is among the diagnostics. */
export function readModel(
  { model, cwd, handlers, languages = [] }: ReadOptions,
  diagnostics: Diagnostics,
  watch = new Stopwatch(),
): Reading | undefined {
  const parsed = watch.time('parse', () => {
    const document = watch.time('load', () => loadModel(model, { cwd, diagnostics }));
    return document && { document, service: watch.time('read', () => readService(document, diagnostics)) };
  });
  if (parsed === undefined) return undefined;
  const { document, service } = parsed;
  for (const diagnostic of checkHandlers(service, handlers, document.place)) diagnostics.add(diagnostic);
  // The gateway's rules are about operations, so they wait until those are right.
  if (diagnostics.hasErrors) return { document, service, gatewayDocument: {} };
  for (const diagnostic of checkNames(service, languages, document.place)) diagnostics.add(diagnostic);
  const ids = new Map(service.operations.map(({ id, method, path: route }) => [`${method} ${route}`, id]));
  const gateway = watch.time('derive', () =>
    deriveGatewayDocument({
      document: document.root,
      operationId: (method, route) => ids.get(`${method} ${route}`),
      place: document.place,
    }),
  );
  for (const diagnostic of gateway.diagnostics) diagnostics.add(diagnostic);
  return { document, service, gatewayDocument: gateway.document };
}

function emitFiles(
  { document, service, gatewayDocument }: Reading,
  packages: readonly Package[],
  { name, handlers, bundle, javaPackage, mockData = {} }: GenerateOptions,
  diagnostics: Diagnostics,
  watch: Stopwatch,
): EncodedFile[] {
  let made: Mocks | undefined;
  const mocks = () => {
    const { disable: _, ...options } = mockData;
    made ??= mockResponses(service, { ...options, place: document.place });
    return made.responses;
  };
  const java = javaPackage === undefined ? {} : { javaPackage };
  const input = { service, gatewayDocument, name, handlers, mocks, mockData, ...java };
  const kept = new KeptBytes();
  const files = emitEach(packages, input, watch, ({ text, ...file }) => ({ ...file, bytes: kept.of(text) }));
  // Without data, nobody gets a mock that is not valid.
  const said = mockData.disable === true ? [] : (made?.diagnostics ?? []);
  for (const diagnostic of said) diagnostics.add(diagnostic);
  if (bundle === undefined) return files;
  return [...files, { path: bundle, bytes: kept.of(`${JSON.stringify(document.root)}\n`), owner: 'generated' }];
}
