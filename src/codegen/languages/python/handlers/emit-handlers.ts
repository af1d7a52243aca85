import { pythonHandlersPackage, pythonPackageNames } from '../../../../shared/python-packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import { exampleResponses } from '../../../mocks/example-responses';
import { mockRequests } from '../../../mocks/mock-requests';
import type { EmitInput } from '../../language';
import { pyproject } from '../package-files';
import { pythonModels } from '../runtime/models';
import { nameRuntime } from '../runtime/operation-names';
import { argumentsOf, responseCode } from './example';
import { emitStub, type StubContext } from './stub';
import { emitStubTest } from './stub-test';

/** A stub and a test for every operation that is handled in Python: created once, then the user's. */
export function* emitHandlers({ service, name, mockData }: EmitInput): Iterable<GeneratedFile> {
  const { handlersModule: module, runtimeModule: runtime } = pythonPackageNames(name);
  yield pyproject(pythonHandlersPackage(name));
  yield userFile(`${module}/__init__.py`, `"""The Lambda handlers of ${name.replaceAll(/["\\]/g, '')}."""\n`);
  yield userFile(`${module}/py.typed`, '');
  const operations = nameRuntime(service).filter(({ operation }) => operation.handler?.language === 'python');
  if (operations.length === 0) return;
  const requests = mockRequests(service, mockData);
  const responses = exampleResponses(service, mockData);
  const models = pythonModels(service);
  for (const { operation, names } of operations) {
    const example = responseCode(responses(operation), names, { models, runtime, direction: 'response' });
    const context: StubContext = { names, module, runtime, example };
    const request = requests.request(operation);
    const given = argumentsOf(operation, names, request, { models, runtime, direction: 'request' });
    yield userFile(`${module}/${names.member}.py`, emitStub(operation, context).text());
    yield userFile(`tests/test_${names.member}.py`, emitStubTest(context, given).text());
  }
}

function userFile(path: string, text: string): GeneratedFile {
  return { path, owner: 'user', text };
}
