import { javaHandlersProject, javaPackageNames } from '../../../../shared/java-packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import { exampleResponses } from '../../../mocks/example-responses';
import { mockRequests } from '../../../mocks/mock-requests';
import type { EmitInput } from '../../language';
import { emitPackageFiles } from '../package-files';
import { createContext, namedOperations } from '../runtime/operation-context';
import { javaRuntimePackages } from '../runtime/packages';
import { packageFolder } from '../source';
import { inputCode, responseCode } from './example';
import { handlerClasses } from './names';
import { emitStub, type StubContext } from './stub';
import { emitStubTest } from './stub-test';

/** A stub and a test for every operation that is handled in Java: created once, then the user's. */
export function* emitHandlers({ service, name, javaPackage, mockData }: EmitInput): Iterable<GeneratedFile> {
  yield* emitPackageFiles(javaHandlersProject(name, { javaPackage }));
  const own = javaPackageNames(name, javaPackage).handlersPackage;
  const runtime = createContext(service, javaRuntimePackages(name, javaPackage));
  const operations = namedOperations(runtime).filter(({ operation }) => operation.handler?.language === 'java');
  if (operations.length === 0) return;
  const classes = handlerClasses(service);
  const requests = mockRequests(service, mockData);
  const responses = exampleResponses(service, mockData);
  for (const named of operations) {
    const { operation } = named;
    const example = responseCode(responses(operation), named.names, runtime.models);
    const className = classes.get(operation.id) ?? `${named.names.type}Handler`;
    const context: StubContext = { ...named, className, javaPackage: own, packages: runtime.packages, example };
    const input = inputCode(named, requests.request(operation), runtime);
    yield userFile(`src/main/java/${packageFolder(own)}/${className}.java`, emitStub(context));
    yield userFile(`src/test/java/${packageFolder(own)}/${className}Test.java`, emitStubTest(context, input));
  }
}

function userFile(path: string, file: SourceFile): GeneratedFile {
  return { path, owner: 'user', text: `package ${file.module};\n\n${file.text()}` };
}
