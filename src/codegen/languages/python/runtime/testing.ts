import type { SourceFile } from '../../../emit/source-file';
import { code, lengthOf, typeSymbol } from '../../../emit/symbol';
import { streams } from '../../../model/streams';
import { printDocstring } from '../docstring';
import { brackets, call, pythonFile, quote, suite } from '../source';
import { support } from './checks/expressions';
import { inputArguments, inputParameters, parameterDocs } from './client';
import { optional, type RuntimeContext } from './context';
import { exportList } from './handler';
import { operationText } from './operation';
import type { NamedOperation } from './operation-names';
import { literalType, supportType } from './symbols';

/** `testing.py`: calls handlers in the process of a test. */
export function emitTesting(context: RuntimeContext): SourceFile {
  const file = pythonFile('testing');
  file.declare('Invoke', 'invoke');
  const imported = new Map([
    ['InvokeOptions', code`${support('invoke', 'InvokeOptions')}`],
    ['ResponseViolationError', code`${support('create_handler', 'ResponseViolationError')}`],
  ]);
  file.print(exportList(['Invoke', 'invoke', ...imported.keys()], imported), code``, code``);
  suite(file, code`class Invoke:`, () => {
    const text =
      'Calls handlers in this process, as API Gateway would: through serialisation and validation, and with types.';
    printDocstring(file, { text }, 4);
    file.blank();
    for (const named of context.operations) printMethod(file, named, context);
  });
  file.print(code`invoke = Invoke()`);
  printDocstring(file, { text: '`invoke.operation(handler, parameter=...)` answers status, body and headers.' }, 0);
  return file;
}

function printMethod(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const handler = supportType('create_handler', 'ApiHandler');
  const suffix = streams(operation) ? 'CollectedResponse' : 'RawResponse';
  const type = code`${typeSymbol(names.type + suffix, `operations/${names.member}`)}`;
  const parameters = [
    code`handler: ${handler}[${literalType}[${quote(operation.id)}]]`,
    code`*`,
    ...inputParameters(named, context),
    code`options: ${optional(code`${support('invoke', 'InvokeOptions')}`)} = None`,
  ];
  file.print(code`@staticmethod`);
  suite(file, brackets(`def ${names.member}(`, parameters, code`) -> ${type}:`, 4), () => {
    const text = operationText(operation, `Calls a handler of \`${operation.id}\`.`);
    printDocstring(file, { text, deprecated: operation.deprecated }, 8, parameterDocs(named));
    const { parameters: values, others } = inputArguments(named, 13);
    const args = [code`handler`, code`handler.operation`, values, ...others, code`options=options`];
    const head = code`${names.result}: ${type} = `;
    const value = call(support('invoke', 'invoke_handler'), args, 8 + lengthOf(head));
    file.print(code`${head}${value}`, code`return ${names.result}`);
  });
}
