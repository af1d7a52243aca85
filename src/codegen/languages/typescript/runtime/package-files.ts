import { kebabCase } from '../../../emit/names';
import type { SourceFile } from '../../../emit/source-file';
import { code, globalSymbol, typeSymbol, valueSymbol } from '../../../emit/symbol';
import { streams } from '../../../model/streams';
import { apiClassName } from '../names';
import { literalKey, printDoc, propertyName, quote, signature, support, supportType, typeScriptFile } from '../source';
import { clientParameters, successType } from './client-function';
import type { NamedOperation, RuntimeContext } from './context';
import { printOperationDoc } from './operation';
import { pageFunctions, pageIterator } from './pagination';

/** A class with a method for each of some operations. */
export function emitClientClass(
  name: string,
  operations: readonly NamedOperation[],
  context: RuntimeContext,
): SourceFile {
  const file = typeScriptFile(`clients/${kebabCase(name)}`);
  file.declare(name);
  file.print(
    code`/** The operations as methods. For bundles with only what is used, call the functions of the same names. */`,
  );
  file.block(code`export class ${name} {`, '}', () => {
    file.line`readonly client: ${supportType('client', 'Client')};`;
    file.blank();
    file.block(code`constructor(options: ${supportType('client-options', 'ClientOptions')}) {`, '}', () => {
      file.line`this.client = ${support('client', 'createClient')}(options);`;
    });
    for (const named of operations) printMethod(file, named, context);
  });
  return file;
}

/** The classes of an API: one for each first tag, and one of everything. */
export function clientClasses(operations: readonly NamedOperation[]): ReadonlyMap<string, readonly NamedOperation[]> {
  const classes = new Map<string, NamedOperation[]>();
  for (const named of operations) {
    const [tag] = named.operation.tags;
    const name = apiClassName(tag);
    if (name === apiClassName(undefined)) continue;
    classes.set(name, [...(classes.get(name) ?? []), named]);
  }
  return new Map<string, readonly NamedOperation[]>([[apiClassName(undefined), operations], ...classes]);
}

/** The helpers for tests. */
export function emitTesting(operations: readonly NamedOperation[]): SourceFile {
  const file = typeScriptFile('testing');
  file.declare('Invoke', 'invoke');
  // With a type of its own: compilers take seconds to write down what they infer for a thousand members.
  file.print(code`/** How to call the handler of each operation. */`);
  file.block(code`export interface Invoke {`, '}', () => {
    for (const named of operations) printInvokeType(file, named);
  });
  file.blank();
  file.print(
    code`/** Calls handlers in this process, as API Gateway would: through serialisation and validation, and with types. */`,
  );
  file.block(code`export const invoke: Invoke = {`, '};', () => {
    for (const { operation, names } of operations) {
      const input = isInputOptional(operation) ? 'input = {}' : 'input';
      const request = code`${valueSymbol(names.request, names.module)}(input)`;
      file.line`${literalKey(operation.id)}: (handler, ${input}, options) =>`;
      const invoke = streams(operation)
        ? support('invoke-stream', 'invokeStreamingHandler')
        : support('invoke', 'invokeHandler');
      file.line`  ${invoke}(handler, ${request}, ${quote(operation.path)}, options),`;
    }
  });
  file.print(code`\nexport type { ${supportType('invoke', 'InvokeOptions')} };`);
  if (!operations.some(({ operation }) => streams(operation))) return file;
  file.print(code`export type { ${supportType('invoke-stream', 'InvokeStreamOptions')} };`);
  return file;
}

function printInvokeType(file: SourceFile, { operation, names }: NamedOperation): void {
  const type = (suffix: string) => typeSymbol(`${names.type}${suffix}`, names.module);
  const isStreaming = streams(operation);
  const handler = isStreaming
    ? supportType('streaming-handler', 'StreamingApiHandler')
    : supportType('invoke', 'HandlerOf');
  const options = isStreaming
    ? supportType('invoke-stream', 'InvokeStreamOptions')
    : supportType('invoke', 'InvokeOptions');
  const parameters = [
    code`handler: ${handler}<${quote(operation.id)}>`,
    code`input${isInputOptional(operation) ? '?' : ''}: ${type('Input')}`,
    code`options?: ${options}`,
  ];
  const raw = code`${type('RawResponse')}`;
  const response = isStreaming ? code`${supportType('invoke-stream', 'Collected')}<${raw}>` : raw;
  const end = code` => ${globalSymbol('Promise')}<${response}>;`;
  file.print(signature(`${literalKey(operation.id)}: `, parameters, end));
}

function isInputOptional({ parameters, body }: NamedOperation['operation']): boolean {
  return parameters.every(({ required }) => !required) && body?.required !== true;
}

function printMethod(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  file.blank();
  printOperationDoc(file, named, []);
  const success = successType(named, context.response);
  const end = code`: ${globalSymbol('Promise')}<${success}> {`;
  file.block(signature(propertyName(operation.id), clientParameters(named), end), '}', () => {
    file.line`return ${valueSymbol(names.client, names.module)}(this.client, input, options);`;
  });
  for (const { name, doc, ...iterated } of pageFunctions(named, context)) {
    file.blank();
    printDoc(file, { text: doc, deprecated: operation.deprecated });
    const open = signature(name, clientParameters(named), code`: ${pageIterator({ name, doc, ...iterated })} {`);
    file.block(open, '}', () => {
      file.line`return ${valueSymbol(name, names.module)}(this.client, input, options);`;
    });
  }
}
