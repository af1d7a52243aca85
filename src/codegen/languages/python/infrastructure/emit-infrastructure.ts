import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pythonInfrastructurePackage, pythonPackageNames } from '../../../../shared/python-packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import { deployable } from '../../infrastructure/deployable';
import { operationFunctions } from '../../infrastructure/handler-functions';
import { hasMockData, mocksFile } from '../../infrastructure/mocks';
import type { EmitInput } from '../../language';
import { nameOperations } from '../names';
import { pyproject } from '../package-files';
import { moduleText, supportText } from '../source';
import { emitApi } from './api';
import { emitFunctions } from './functions';
import { initFile } from './init-file';
import { emitMockIntegrations } from './mock-integrations';
import { emitOperationConfig } from './operation-config';

/** The package that an app takes the constructs of the API from. */
export function* emitInfrastructure(input: EmitInput): Iterable<GeneratedFile> {
  const { name, gatewayDocument } = input;
  const service = deployable(input);
  const names = nameOperations(service);
  const functions = operationFunctions(input, service);
  yield pyproject(pythonInfrastructurePackage(name));
  const { module } = pythonPackageNames(name);
  const generated = (file: string, text: string): GeneratedFile => {
    return { path: `${module}/${file}`, owner: 'generated', text };
  };
  yield generated('__init__.py', moduleText(about.init, initFile(functions.map((each) => each.name))));
  yield generated('api.py', moduleText(about.api, emitApi(service).text()));
  yield generated('operation_config.py', moduleText(about.config, emitOperationConfig(service, names).text()));
  yield generated(
    'mock_integrations.py',
    moduleText(about.mocks, emitMockIntegrations(service, names, hasMockData(input)).text()),
  );
  if (functions.length > 0)
    yield generated('functions.py', moduleText(about.functions, emitFunctions(functions).text()));
  const support = ['_json.py', '_mocks.py', '_operations.py', ...(functions.length > 0 ? ['_functions.py'] : [])];
  for (const file of support) yield generated(file, supportText(supportSource(file)));
  yield generated('py.typed', '');
  yield generated('assets/gateway.json', `${JSON.stringify(gatewayDocument)}\n`);
  yield generated('assets/mocks.json', mocksFile(input));
}

/** What the modules say of themselves. */
const about = {
  init: 'The constructs of the API, and all else that an app needs to use them.',
  api: 'The construct of the API.',
  config: 'Something for every operation of the API.',
  mocks: 'Answers of operations without a backend.',
  functions: 'The Lambda functions that run the handlers of operations.',
};

/** What does not depend on a model is a real file of this package. */
function supportSource(name: string): string {
  const folder = path.join(__dirname, '..', '..', '..', '..', '..', 'assets', 'python', 'infrastructure');
  return readFileSync(path.join(folder, name), 'utf8');
}
