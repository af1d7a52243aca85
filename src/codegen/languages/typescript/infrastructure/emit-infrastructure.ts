import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json';
import { infrastructurePackage, packageNames } from '../../../../shared/packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import type { Service } from '../../../model/service';
import type { EmitInput } from '../../language';
import { nameService } from '../names';
import { emitPackageFiles } from '../package-files';
import { generatedNotice } from '../runtime/notice';
import { emitApi } from './api';
import { emitFunctions, functionNames } from './functions';
import { emitIndex } from './index-file';
import { emitMockIntegrations } from './mock-integrations';
import { emitOperationConfig } from './operation-config';

/** The package that an app takes the constructs of the API from. */
export function* emitInfrastructure(input: EmitInput): Iterable<GeneratedFile> {
  const { name, gatewayDocument, handlers, mocks } = input;
  const service = deployable(input);
  yield* emitPackageFiles(infrastructurePackage(name));
  // Of the whole service: the names are those of the runtime package.
  const { operations } = nameService(input.service);
  const functions = emitFunctions(service, handlers, operations);
  yield source(emitIndex(functionNames(service, handlers)));
  yield source(emitApi(service));
  yield source(emitOperationConfig(service));
  yield source(emitMockIntegrations(service, packageNames(name).runtime, operations));
  if (functions !== undefined) yield source(functions);
  yield { path: 'src/mocks.ts', owner: 'generated', text: generatedNotice + supportSource('mocks.ts') };
  yield { path: 'assets/gateway.json', owner: 'generated', text: `${JSON.stringify(gatewayDocument)}\n` };
  yield { path: 'assets/mocks.json', owner: 'generated', text: `${JSON.stringify(mocks(), null, 1)}\n` };
}

/** The operations that API Gateway can serve: what it cannot is not in its document, as a warning has said. */
function deployable({ service, gatewayDocument }: EmitInput): Service {
  const served = new Set(operationIds(gatewayDocument));
  return { ...service, operations: service.operations.filter(({ id }) => served.has(id)) };
}

function operationIds({ paths = {} }: JsonObject): Json[] {
  const items = Object.values(paths ?? {}).filter(isJsonObject);
  return items
    .flatMap((item) => Object.values(item).filter(isJsonObject))
    .flatMap(({ operationId = [] }) => operationId);
}

function source(file: SourceFile): GeneratedFile {
  return { path: `src/${file.module}.ts`, owner: 'generated', text: generatedNotice + file.text() };
}

/** What does not depend on a model is a real file of this package. */
function supportSource(name: string): string {
  const folder = path.join(__dirname, '..', '..', '..', '..', '..', 'assets', 'typescript', 'infrastructure');
  return readFileSync(path.join(folder, name), 'utf8');
}
