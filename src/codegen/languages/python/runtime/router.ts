import type { SourceFile } from '../../../emit/source-file';
import { code, typeSymbol } from '../../../emit/symbol';
import { printDocstring } from '../docstring';
import { brackets, call, pythonFile, quote, suite } from '../source';
import { support } from './checks/expressions';
import type { NamedOperation } from './operation-names';
import { literalType, sequence, supportType } from './symbols';

/** `handler_router.py`: one Lambda function for all operations. */
export function emitRouter(operations: readonly NamedOperation[]): SourceFile {
  const file = pythonFile('handler_router');
  file.declare('handler_router');
  file.print(code``);
  const interceptor = typeSymbol('Interceptor', '_support/handler');
  const parameters = [
    code`*`,
    ...operations.map(
      ({ operation, names }) =>
        code`${names.member}: ${supportType('create_handler', 'ApiHandler')}[${literalType}[${quote(operation.id)}]]`,
    ),
    code`interceptors: ${sequence}[${interceptor}] = ()`,
  ];
  const result = code`) -> ${supportType('router', 'LambdaFunction')}:`;
  suite(file, brackets('def handler_router(', parameters, result, 0), () => {
    printDocstring(file, { text: 'Makes one Lambda function of the handlers of all operations.' }, 4, [
      { name: 'interceptors', text: 'run for every operation, before the interceptors of its own.' },
    ]);
    const handlers = operations.map(({ names }) => code`${names.member}`);
    const args = [brackets('[', handlers, ']', 9), code`interceptors`];
    file.print(code`return ${call(support('router', 'route_handlers'), args, '    return '.length)}`);
  });
  return file;
}
