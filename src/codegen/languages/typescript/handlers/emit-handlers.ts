import { handlersPackage, packageNames } from '../../../../shared/packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import { exampleResponses } from '../../../mocks/example-responses';
import { mockRequests } from '../../../mocks/mock-requests';
import type { EmitInput } from '../../language';
import { nameService } from '../names';
import { emitPackageFiles } from '../package-files';
import { inputCode, responseCode } from './example';
import { emitStub, type StubContext } from './stub';
import { emitStubTest } from './stub-test';

/** A stub and a test for every operation that is handled in TypeScript: created once, then the user's. */
export function* emitHandlers({ service, name, mockData }: EmitInput): Iterable<GeneratedFile> {
  yield* emitPackageFiles(handlersPackage(name));
  yield { path: 'vitest.config.ts', owner: 'user', text: vitestConfig };
  const operations = service.operations.filter(({ handler }) => handler?.language === 'typescript');
  if (operations.length === 0) return;
  const names = nameService(service).operations;
  const requests = mockRequests(service, mockData);
  const responses = exampleResponses(service, mockData);
  for (const operation of operations) {
    const ownNames = names.get(operation.id);
    if (ownNames === undefined) continue;
    const example = responseCode(responses(operation), service);
    const context: StubContext = { names: ownNames, runtime: packageNames(name).runtime, example };
    const input = inputCode(operation, requests.request(operation), service);
    yield userFile(`src/${ownNames.file}.ts`, emitStub(operation, context));
    yield userFile(`test/${ownNames.file}.test.ts`, emitStubTest(operation, context, input));
  }
}

function userFile(path: string, file: SourceFile): GeneratedFile {
  return { path, owner: 'user', text: file.text() };
}

const vitestConfig = `import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { globals: true, include: ['test/**/*.test.ts'] },
});
`;
