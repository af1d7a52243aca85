import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import { chunks } from '../infrastructure/chunks';
import { printDoc } from '../javadoc';
import { javaFile, javaType, method, quote } from '../source';
import { type NamedOperation, type RuntimeContext, support } from './operation-context';
import { printOperationDoc } from './operation-types';

/** A method of Java has at most 64 kB of code. */
const routesOfOneMethod = 1000;

/** `HandlerRouter`: one Lambda function for all operations. */
export function emitHandlerRouter(operations: readonly NamedOperation[], context: RuntimeContext): SourceFile {
  const file = javaFile(context.packages.handlers, 'HandlerRouter');
  const parts = chunks(operations, routesOfOneMethod);
  printDoc(file, {
    text: 'One Lambda function for all operations: extend it, and give a handler for each. They are made when they are first needed.',
  });
  file.block(code`public abstract class HandlerRouter extends ${support('Router', context)} {`, '}', () => {
    method(
      file,
      'protected HandlerRouter()',
      parts.map((_, index) => code`addRoutes${index === 0 ? '' : index + 1}();`),
    );
    for (const named of operations) {
      file.blank();
      printOperationDoc(file, named, `Makes the handler of \`${named.names.member}\`.`);
      file.line`protected abstract ${javaType(named.names.type, context.packages.handlers)} ${named.names.member}();`;
    }
    for (const [index, part] of parts.entries()) {
      file.blank();
      method(
        file,
        code`private void addRoutes${index === 0 ? '' : index + 1}()`,
        part.map(({ operation, names }) => {
          const verb = quote(operation.method.toUpperCase());
          return code`route(${verb}, ${quote(operation.path)}, this::${names.member});`;
        }),
      );
    }
  });
  return file;
}
