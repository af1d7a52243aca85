import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { infrastructurePackage, packageNames } from '../../../../shared/packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import { deployable } from '../../infrastructure/deployable';
import { operationFunctions } from '../../infrastructure/handler-functions';
import { hasMockData, mocksFile } from '../../infrastructure/mocks';
import type { EmitInput } from '../../language';
import { nameService } from '../names';
import { emitPackageFiles } from '../package-files';
import { generatedNotice } from '../runtime/notice';
import { emitApi } from './api';
import { emitFunctions } from './functions';
import { emitIndex } from './index-file';
import { emitMockIntegrations } from './mock-integrations';
import { emitOperationConfig } from './operation-config';

/** The package that an app takes the constructs of the API from. */
export function* emitInfrastructure(input: EmitInput): Iterable<GeneratedFile> {
  const { name, gatewayDocument } = input;
  const service = deployable(input);
  yield* emitPackageFiles(infrastructurePackage(name));
  // Of the whole service: the names are those of the runtime package.
  const { operations } = nameService(input.service);
  const functions = operationFunctions(input, service);
  yield source(emitIndex(functions.map((each) => each.name)));
  yield source(emitApi(service));
  yield source(emitOperationConfig(service));
  yield source(
    emitMockIntegrations(service, { runtime: packageNames(name).runtime, operations, hasData: hasMockData(input) }),
  );
  if (functions.length > 0) yield source(emitFunctions(functions));
  yield { path: 'src/mocks.ts', owner: 'generated', text: generatedNotice + supportSource('mocks.ts') };
  yield { path: 'assets/gateway.json', owner: 'generated', text: `${JSON.stringify(gatewayDocument)}\n` };
  yield { path: 'assets/mocks.json', owner: 'generated', text: mocksFile(input) };
}

function source(file: SourceFile): GeneratedFile {
  return { path: `src/${file.module}.ts`, owner: 'generated', text: generatedNotice + file.text() };
}

/** What does not depend on a model is a real file of this package. */
function supportSource(name: string): string {
  const folder = path.join(__dirname, '..', '..', '..', '..', '..', 'assets', 'typescript', 'infrastructure');
  return readFileSync(path.join(folder, name), 'utf8');
}
