import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { GeneratedFile } from '../../src/codegen/emit/generated-file';
import { emitPackages } from '../../src/codegen/emit-packages';
import { typescript } from '../../src/codegen/languages/typescript';
import type { Service } from '../../src/codegen/model/service';
import { deriveGatewayDocument } from '../../src/openapi/gateway/derive';
import type { JsonObject } from '../../src/shared/json';
import { folders } from '../../src/shared/packages';
import type { LanguageName } from '../../src/shared/workspace';
import { emitInput } from './emit-input';
import type { ReadSpec } from './read-spec';

const repository = path.resolve(__dirname, '..', '..');

/** A service of which every nth operation has a handler, in TypeScript unless another language is given. */
export function handled(service: Service, everyNth = 1, language: LanguageName = 'typescript'): Service {
  const handler = { language };
  return {
    ...service,
    operations: service.operations.map((operation, index) =>
      index % everyNth === 0 ? { ...operation, handler } : operation,
    ),
  };
}

/** What API Gateway imports of a service, before integrations are added. */
export function gatewayDocumentOf({ document, service }: ReadSpec): JsonObject {
  const ids = new Map(service.operations.map(({ id, method, path: route }) => [`${method} ${route}`, id]));
  const operationId = (method: string, route: string) => ids.get(`${method} ${route}`);
  return deriveGatewayDocument({ document: document.root, operationId, place: document.place }).document;
}

/** Writes every TypeScript package of a service into a folder. */
export function writePackages(spec: ReadSpec, name: string, directory: string): void {
  const { service } = spec;
  const kinds = ['runtime', 'infrastructure', 'handlers'] as const;
  const packages = kinds.flatMap((kind) => {
    const emit = typescript[kind];
    return emit === undefined ? [] : [{ folder: `${folders[kind]}/typescript`, emit }];
  });
  const input = emitInput(service, { name, gatewayDocument: gatewayDocumentOf(spec), handlers: ['typescript'] });
  writeFiles(emitPackages(packages, input), directory);
}

/** Writes generated files into a folder. */
export function writeFiles(files: Iterable<GeneratedFile>, directory: string): void {
  for (const file of files) {
    const target = path.join(directory, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.text);
  }
}

/** A temporary folder in which the packages of this repository are found. */
export function temporaryWorkspace(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'type-safe-api-'));
  symlinkSync(path.join(repository, 'node_modules'), path.join(directory, 'node_modules'), 'junction');
  return directory;
}
