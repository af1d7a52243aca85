import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readService } from '../../src/codegen/read';
import { loadModel, type ModelDocument } from '../../src/openapi';
import { Diagnostics, printDiagnostic } from '../../src/shared/diagnostics';

/** The files of a model by path; objects are written as JSON, which is YAML too. */
export type Files = Readonly<Record<string, unknown>>;

/** Writes files into a new folder of their own. */
export function writeFiles(files: Files): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'type-safe-api-'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return directory;
}

/** Loads the model `api.yaml` of some files. */
export function load(files: Files): { readonly document: ModelDocument | undefined; readonly said: string[] } {
  const diagnostics = new Diagnostics();
  const document = loadModel('api.yaml', { cwd: writeFiles(files), diagnostics });
  return { document, said: diagnostics.all.map(printDiagnostic) };
}

/** Reads the service of an OpenAPI document. */
export function read(document: unknown) {
  const diagnostics = new Diagnostics();
  const model = loadModel('api.yaml', { cwd: writeFiles({ 'api.yaml': document }), diagnostics });
  if (model === undefined) throw new Error(diagnostics.all.map(printDiagnostic).join('\n'));
  const service = readService(model, diagnostics);
  return { service, said: diagnostics.all.map(printDiagnostic) };
}

/** A document with one operation, GET /things, and what is given of it; POST if that has a body. */
export function withOperation(
  operation: object,
  rest: { readonly openapi?: string; readonly components?: object } = {},
) {
  const declared = { operationId: 'listThings', responses: { '204': { description: 'OK' } }, ...operation };
  const method = 'requestBody' in operation ? 'post' : 'get';
  return {
    ...{ openapi: '3.1.0', info: { title: 'Things', version: '1' } },
    paths: { '/things': { [method]: declared } },
    ...rest,
  };
}
