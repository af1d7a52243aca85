import { kebabCase } from '../../../emit/names';
import type { SourceFile } from '../../../emit/source-file';
import { code, globalSymbol, typeSymbol, valueSymbol } from '../../../emit/symbol';
import { streams } from '../../../model/streams';
import { apiClassName } from '../names';
import { literalKey, printDoc, propertyName, quote, signature, support, supportType } from '../source';
import { clientParameters, successType } from './client-function';
import type { NamedOperation, RuntimeContext } from './context';
import { RuntimeModule } from './module';
import { operationDoc } from './operation';
import { pageFunctions, pageIterator } from './pagination';

/** A class with a method for each of some operations. */
export function emitClientClass(
  name: string,
  operations: readonly NamedOperation[],
  context: RuntimeContext,
): RuntimeModule {
  const module = new RuntimeModule(`clients/${kebabCase(name)}`);
  const { types, script } = module;
  module.declare(name);
  printDoc(types, {
    text: 'The operations as methods. For bundles with only what is used, call the functions of the same names.',
  });
  types.block(code`export declare class ${name} {`, '}', () => {
    script.block(code`export class ${name} {`, '}', () => {
      types.line`readonly client: ${supportType('client', 'Client')};`;
      types.blank();
      types.line`constructor(options: ${supportType('client-options', 'ClientOptions')});`;
      script.line`client;`;
      script.blank();
      script.block(code`constructor(options) {`, '}', () => {
        script.line`this.client = ${support('client', 'createClient')}(options);`;
      });
      for (const named of operations) printMethod(module, named, context);
    });
  });
  return module;
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
export function emitTesting(operations: readonly NamedOperation[]): RuntimeModule {
  const module = new RuntimeModule('testing');
  const { types, script } = module;
  module.declare('Invoke', 'invoke');
  printDoc(types, { text: 'How to call the handler of each operation.' });
  types.block(code`export interface Invoke {`, '}', () => {
    for (const named of operations) printInvokeType(types, named);
  });
  types.blank();
  const text =
    'Calls handlers in this process, as API Gateway would: through serialisation and validation, and with types.';
  printDoc(types, { text });
  types.line`export declare const invoke: Invoke;`;
  script.block(code`export const invoke = {`, '};', () => {
    for (const { operation, names } of operations) {
      const input = isInputOptional(operation) ? 'input = {}' : 'input';
      const request = code`${valueSymbol(names.request, names.module)}(input)`;
      script.line`${literalKey(operation.id)}: (handler, ${input}, options) =>`;
      const invoke = streams(operation)
        ? support('invoke-stream', 'invokeStreamingHandler')
        : support('invoke', 'invokeHandler');
      script.line`  ${invoke}(handler, ${request}, ${quote(operation.path)}, options),`;
    }
  });
  types.blank();
  types.line`export type { ${supportType('invoke', 'InvokeOptions')} };`;
  if (!operations.some(({ operation }) => streams(operation))) return module;
  types.line`export type { ${supportType('invoke-stream', 'InvokeStreamOptions')} };`;
  return module;
}

function printInvokeType(types: SourceFile, { operation, names }: NamedOperation): void {
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
  types.print(signature(`${literalKey(operation.id)}: `, parameters, end));
}

function isInputOptional({ parameters, body }: NamedOperation['operation']): boolean {
  return parameters.every(({ required }) => !required) && body?.required !== true;
}

function printMethod(module: RuntimeModule, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const parameters = clientParameters(named);
  const answer = (function_: string) =>
    module.script.line`return ${valueSymbol(function_, names.module)}(this.client, input, options);`;
  const result = code`${globalSymbol('Promise')}<${successType(named, context.response)}>`;
  const doc = operationDoc(named, []);
  module.method({ name: propertyName(operation.id), doc, parameters, result }, () => answer(names.client));
  for (const each of pageFunctions(named, context)) {
    const doc = { text: each.doc, deprecated: operation.deprecated };
    module.method({ name: each.name, doc, parameters, result: pageIterator(each) }, () => answer(each.name));
  }
}
