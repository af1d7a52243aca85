import type { SourceFile } from '../../../emit/source-file';
import { code, indentRest } from '../../../emit/symbol';
import { operationDoc } from '../../infrastructure/documentation';
import { printDoc } from '../javadoc';
import type { NamedOperation } from '../runtime/operation-context';
import type { RuntimePackages } from '../runtime/packages';
import { javaFile, javaType, quote } from '../source';
import type { ResponseCode } from './example';

/** What stubs and tests need to know. */
export interface StubContext extends NamedOperation {
  /** `SayHelloHandler` */
  readonly className: string;
  /** The Java package of the handlers. */
  readonly javaPackage: string;
  readonly packages: RuntimePackages;
  /** What it answers; undefined if no example could be made. */
  readonly example: ResponseCode | undefined;
}

/** The handler of an operation as its author finds it: it answers with an example, or says that it is not implemented. */
export function emitStub({ operation, names, className, javaPackage, packages, example }: StubContext): SourceFile {
  const file = javaFile(javaPackage, className);
  printDoc(file, operationDoc(operation));
  const base = javaType(names.type, packages.handlers);
  file.block(code`public class ${className} extends ${base} {`, '}', () => {
    file.line`@Override`;
    file.block(code`public ${names.type}Response handle(${names.type}Request request) {`, '}', () => {
      if (example === undefined) {
        file.line`throw new UnsupportedOperationException(${quote(`${operation.id} is not implemented yet`)});`;
        return;
      }
      file.line`// An example from the model: answer with your own. What was sent is in 'request', checked and typed.`;
      file.print(code`return ${indentRest(example.code, '    ')};`);
    });
  });
  return file;
}
