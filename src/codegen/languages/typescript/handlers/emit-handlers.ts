import { handlersPackage, packageNames } from '../../../../shared/packages';
import { sourceCondition } from '../../../../shared/workspace';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import { mockRequests } from '../../../mocks/mock-requests';
import type { EmitInput } from '../../language';
import { nameService } from '../names';
import { emitPackageFiles } from '../package-files';
import { exampleResponse, isExampleRequest } from './example';
import { emitStub, type StubContext } from './stub';
import { emitStubTest } from './stub-test';

/** A stub and a test for every operation that is handled in TypeScript: created once, then the user's. */
export function* emitHandlers({ service, name, mocks, mockData }: EmitInput): Iterable<GeneratedFile> {
  yield* emitPackageFiles(handlersPackage(name));
  yield { path: 'vitest.config.ts', owner: 'user', text: vitestConfig };
  const operations = service.operations.filter(({ handler }) => handler?.language === 'typescript');
  if (operations.length === 0) return;
  const names = nameService(service).operations;
  const requests = mockRequests(service, mockData);
  for (const operation of operations) {
    const ownNames = names.get(operation.id);
    if (ownNames === undefined) continue;
    const example = exampleResponse(operation, service, mocks());
    const context: StubContext = { names: ownNames, runtime: packageNames(name).runtime, example };
    const request = requests.request(operation);
    yield userFile(`src/${ownNames.file}.ts`, emitStub(operation, context));
    const isGood = isExampleRequest(operation, request, service);
    yield userFile(`test/${ownNames.file}.test.ts`, emitStubTest(operation, context, isGood ? request : undefined));
  }
}

function userFile(path: string, file: SourceFile): GeneratedFile {
  return { path, owner: 'user', text: file.text() };
}

const vitestConfig = `import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Generated packages are taken from their sources, so that nothing need be compiled before a test.
  ssr: { resolve: { conditions: ['${sourceCondition}', 'module', 'node', 'development|production'] } },
  test: { globals: true, include: ['test/**/*.test.ts'] },
});
`;
