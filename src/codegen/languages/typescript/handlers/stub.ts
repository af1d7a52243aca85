import { NameScope } from '../../../emit/names';
import type { SourceFile } from '../../../emit/source-file';
import { type Code, type CodeSymbol, code, typeSymbol, valueSymbol } from '../../../emit/symbol';
import type { Operation } from '../../../model/service';
import { operationDoc } from '../../infrastructure/documentation';
import { identifier, type OperationNames } from '../names';
import { call, packageModule, printDoc, quote, typeScriptFile } from '../source';
import type { ExampleResponse } from './example';
import { jsonLiteral } from './json-literal';

/** What stubs and tests need to know besides the operation. */
export interface StubContext {
  readonly names: OperationNames;
  /** The runtime package. */
  readonly runtime: string;
  readonly example: ExampleResponse | undefined;
}

/** The handler of an operation as its author finds it: it answers with an example, or says that it is not implemented. */
export function emitStub(operation: Operation, { names, runtime, example }: StubContext): SourceFile {
  const module = packageModule(runtime);
  const file = typeScriptFile(`src/${names.file}`);
  const name = new NameScope(new Set(['handler'])).claim(identifier(operation.id), `${operation.id}Operation`);
  file.declare(name, 'handler');
  const type = typeSymbol(`${names.type}ChainedHandlerFunction`, module);
  printDoc(file, operationDoc(operation));
  if (example === undefined) emitNotImplemented(file, operation, name, type);
  else emitExample(file, example, name, { type, response: valueSymbol('Response', module) });
  file.blank();
  const interceptors = valueSymbol('INTERCEPTORS', module);
  file.line`export const handler = ${valueSymbol(names.handler, module)}(...${interceptors}, ${name});`;
  return file;
}

function emitNotImplemented(file: SourceFile, { id }: Operation, name: string, type: CodeSymbol): void {
  file.block(code`export const ${name}: ${type} = async ({ input }) => {`, '};', () => {
    file.line`throw new Error(${quote(`${id} is not implemented yet`)});`;
  });
}

interface ExampleSymbols {
  readonly type: CodeSymbol;
  readonly response: CodeSymbol;
}

function emitExample(
  file: SourceFile,
  example: ExampleResponse,
  name: string,
  { type, response }: ExampleSymbols,
): void {
  file.block(code`export const ${name}: ${type} = async ({ input }) => {`, '};', () => {
    file.line`// An example from the model: answer with your own. The request is in 'input', checked and typed.`;
    if (example.streams) emitItem(file, example, response);
    else file.print(code`return ${responseCall(example, response)};`);
  });
}

function emitItem(file: SourceFile, { status, body }: ExampleResponse, response: CodeSymbol): void {
  const helper = helpers[status];
  const start = helper === undefined ? code`${response}.of(${status}, ` : code`${response}.${helper}(`;
  file.block(code`return ${start}async function* () {`, '});', () => {
    file.print(code`yield ${jsonLiteral(body ?? null)};`);
  });
}

const helpers: Readonly<Record<number, string>> = { 200: 'success', 201: 'created', 202: 'accepted', 204: 'noContent' };

function responseCall({ status, body }: ExampleResponse, response: CodeSymbol): Code {
  const helper = helpers[status];
  const args = body === undefined ? [] : [jsonLiteral(body)];
  if (helper === undefined)
    return call(code`${response}.of`, [code`${status}`, ...(body === undefined ? [code`undefined`] : args)]);
  return call(code`${response}.${helper}`, status === 204 ? [] : args);
}
