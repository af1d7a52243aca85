import type { Doc } from '../../../emit/doc-comment';
import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, globalSymbol, join, lengthOf, typeSymbol, valueSymbol } from '../../../emit/symbol';
import { streams } from '../../../model/streams';
import { apiClassName } from '../names';
import { literalKey, printDoc, propertyName, quote, signature, support, supportType } from '../source';
import { clientParameters, successType } from './client-function';
import { clientModule, type NamedOperation, type RuntimeContext } from './context';
import { declared, inScript, RuntimeModule } from './module';
import { operationDoc } from './operation';
import { pageFunctions, pageIterator } from './pagination';

/** A class with a method for each of some operations. */
export interface ClientClass {
  readonly name: string;
  readonly module: string;
  readonly operations: readonly NamedOperation[];
  /** Those of them that no other class declares. */
  readonly own: readonly NamedOperation[];
  /** The classes that declare the others: their declarations, with all that is said there, stand for those here. */
  readonly parts: readonly ClientClass[];
}

/** The classes of an API: one of everything, and one for each first tag. */
export function clientClasses(operations: readonly NamedOperation[]): readonly ClientClass[] {
  const byName = new Map<string, NamedOperation[]>();
  for (const named of operations) {
    const name = apiClassName(named.operation.tags[0]);
    const members = byName.get(name);
    if (members === undefined) byName.set(name, [named]);
    else members.push(named);
  }
  const name = apiClassName(undefined);
  const own = byName.get(name) ?? [];
  byName.delete(name);
  const parts = [...byName].map(([part, members]) => {
    return { name: part, module: clientModule(part), operations: members, own: members, parts: [] };
  });
  return [{ name, module: clientModule(name), operations, own, parts }, ...parts];
}

/** The module of a class. */
export function emitClientClass(
  { name, module, operations, own, parts }: ClientClass,
  types: SourceFile,
  context: RuntimeContext,
): RuntimeModule {
  const file = new RuntimeModule(module, types);
  const { script } = file;
  file.declare(name);
  const text = 'The operations as methods. For bundles with only what is used, call the functions of the same names.';
  printDoc(types, { text });
  types.block(code`export declare class ${name} {`, '}', () => {
    types.line`readonly client: ${supportType('client', 'Client')};`;
    types.blank();
    types.line`constructor(options: ${supportType('client-options', 'ClientOptions')});`;
    for (const named of own) declareMethods(types, named, context);
  });
  if (parts.length > 0) {
    types.blank();
    types.print(interfaceOf(name, parts));
  }
  script.block(code`export class ${name} {`, '}', () => {
    script.line`client;`;
    script.blank();
    script.block(code`constructor(options) {`, '}', () => {
      script.line`this.client = ${support('client', 'createClient')}(options);`;
    });
    for (const named of operations) defineMethods(script, named, context);
  });
  return file;
}

function interfaceOf(name: string, parts: readonly ClientClass[]): Code {
  const all = parts.map((part) => typeSymbol(part.name, part.module));
  const inline = code`export interface ${name} extends ${join(all, ', ')} {}`;
  return lengthOf(inline) <= 116 ? inline : code`export interface ${name}\n  extends ${join(all, ',\n    ')} {}`;
}

function declareMethods(types: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation } = named;
  const result = code`${globalSymbol('Promise')}<${successType(named, context.response)}>`;
  declareMethod(types, propertyName(operation.id), operationDoc(named, []), named, result);
  for (const each of pageFunctions(named, context)) {
    declareMethod(types, each.name, { text: each.doc, deprecated: operation.deprecated }, named, pageIterator(each));
  }
}

function declareMethod(types: SourceFile, name: string, doc: Doc, named: NamedOperation, result: Code): void {
  types.blank();
  printDoc(types, doc);
  types.print(signature(name, declared(clientParameters(named)), code`: ${result};`));
}

function defineMethods(script: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const parameters = inScript(clientParameters(named));
  const functions = [names.client, ...pageFunctions(named, context).map(({ name }) => name)];
  for (const [index, name] of functions.entries()) {
    script.blank();
    script.block(signature(index === 0 ? propertyName(operation.id) : name, parameters, code` {`), '}', () => {
      script.line`return ${valueSymbol(name, names.module)}(this.client, input, options);`;
    });
  }
}

/** The helpers for tests. */
export function emitTesting(operations: readonly NamedOperation[], types: SourceFile): RuntimeModule {
  const module = new RuntimeModule('testing', types);
  const { script } = module;
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
