import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import { printDoc } from '../javadoc';
import { call, javaFile, javaType, method, type Text } from '../source';
import { classParts } from './class-parts';
import { isInputOptional } from './client';
import { type NamedOperation, nested, type RuntimeContext, support } from './operation-context';
import { hasInput, printOperationDoc } from './operation-types';

/** `Invoke`: how to call the handler of each operation in a test. */
export function* emitTesting(
  operations: readonly NamedOperation[],
  context: RuntimeContext,
): Iterable<readonly [string, SourceFile]> {
  for (const { name, base, isLast, operations: own } of classParts('Invoke', operations)) {
    const extending = base === undefined ? '' : ` extends ${base}`;
    const file = javaFile(context.packages.testing, name);
    file.declare('Invoker', 'InvokeOptions');
    printDoc(file, {
      text: 'Calls handlers in this process as API Gateway would: through serialisation and validation, and with types.',
    });
    const kind = isLast ? 'public final class' : 'abstract class';
    file.block(code`${kind} ${name}${extending} {`, '}', () => {
      file.line`${isLast ? 'private ' : ''}${name}() {}`;
      for (const named of own) printMethods(file, named, context);
    });
    yield [name, file];
  }
}

function printMethods(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { names, operation } = named;
  const type = (suffix: string) => nested(`${names.type}${suffix}`, named, context);
  const result = code`${support('RawResponse', context)}<${type('Response')}>`;
  const handler = code`${javaType(names.type, context.packages.handlers)} handler`;
  const input = hasInput(operation) ? [code`${type('Input')} input`] : [];
  const print = (parameters: readonly Text[], line: Text) =>
    method(file, call(code`public static ${result} ${names.member}`, parameters, '', 4), [line]);
  const again = (value: Text | undefined, options: string) =>
    code`return ${names.member}(handler, ${value === undefined ? '' : code`${value}, `}${options});`;
  const hasValue = input.length > 0;
  const values = operation.parameters.length === 0 ? 'null' : 'input.requestParameters()';
  const body = operation.body === undefined ? 'null' : 'input.body()';
  const args = ['handler', code`${type('Call')}.CALL`, values, body, 'options'];
  file.blank();
  printOperationDoc(file, named, `Calls a handler of \`${names.member}\`.`);
  print([handler, ...input, 'InvokeOptions options'], call('return Invoker.invoke', args, ';', 6));
  file.blank();
  printDoc(file, { text: 'With nothing besides the request.' });
  print([handler, ...input], again(hasValue ? 'input' : undefined, 'InvokeOptions.NONE'));
  if (!hasValue) return;
  const consumer = code`${javaType('Consumer', 'java.util.function')}<${type('Input')}.Builder> input`;
  const built = code`${type('Input')}.of(input)`;
  file.blank();
  printDoc(file, { text: 'With what is put into a builder.' });
  print([handler, consumer], again(built, 'InvokeOptions.NONE'));
  file.blank();
  printDoc(file, { text: 'With what is put into a builder, and options.' });
  print([handler, consumer, 'InvokeOptions options'], again(built, 'options'));
  if (!isInputOptional(named)) return;
  file.blank();
  printDoc(file, { text: 'With nothing given.' });
  print([handler], again(code`${type('Input')}.builder().build()`, 'InvokeOptions.NONE'));
}
