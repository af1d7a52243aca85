import type { SourceFile } from '../../../emit/source-file';
import { code, lengthOf, typeSymbol, valueSymbol } from '../../../emit/symbol';
import type { Operation } from '../../../model/service';
import { operationDoc } from '../../infrastructure/documentation';
import { printDocstring } from '../docstring';
import type { RuntimeNames } from '../runtime/operation-names';
import { brackets, lineLength, packageModule, pythonFile, quote, suite } from '../source';
import type { ResponseCode } from './example';

/** What stubs and tests need to know besides the operation. */
export interface StubContext {
  readonly names: RuntimeNames;
  /** The module of the handlers. */
  readonly module: string;
  /** The module of the runtime. */
  readonly runtime: string;
  /** What it answers; undefined if no example could be made. */
  readonly example: ResponseCode | undefined;
}

/** The handler of an operation as its author finds it: it answers with an example, or says that it is not implemented. */
export function emitStub(operation: Operation, { names, module, runtime, example }: StubContext): SourceFile {
  const file = pythonFile(`${module}/${names.member}`);
  const name = names.member === 'handler' ? 'handler_' : names.member;
  file.declare(name, 'handler');
  const own = packageModule(`${runtime}.handlers.${names.member}`);
  const [request, responses] = ['Request', 'OperationResponses'].map((suffix) => typeSymbol(names.type + suffix, own));
  const wrapper = valueSymbol(names.handler, own);
  const interceptors = valueSymbol('INTERCEPTORS', packageModule(`${runtime}.interceptors`));
  file.print(code``);
  const head = brackets(`def ${name}(`, [code`input: ${request ?? ''}`], code`) -> ${responses ?? ''}:`, 0);
  suite(file, head, () => {
    const { text = '', deprecated } = operationDoc(operation);
    printDocstring(file, { text, deprecated }, 4);
    if (example === undefined) {
      file.line`raise NotImplementedError(${quote(`${operation.id} is not implemented yet`)})`;
      return;
    }
    file.line`# An example from the model: answer with your own. The request is in 'input', checked and typed.`;
    file.print(code`return ${example.code}`);
  });
  file.print(code``);
  const decorated = code`${wrapper}(interceptors=${interceptors})`;
  const isShort = 'handler = ('.length + lengthOf(decorated) <= lineLength;
  const decorator = isShort ? decorated : code`${wrapper}(\n    interceptors=${interceptors}\n)`;
  const inline = code`handler = ${decorator}(${name})`;
  if (!isShort || lengthOf(inline) <= lineLength) file.print(inline);
  else file.line`handler = ${decorator}(\n    ${name}\n)`;
  return file;
}
