import { NameScope } from '../../../emit/names';
import type { SourceFile } from '../../../emit/source-file';
import { type Code, type CodeSymbol, code, indentRest, typeSymbol, valueSymbol } from '../../../emit/symbol';
import type { Operation } from '../../../model/service';
import { operationDoc } from '../../infrastructure/documentation';
import { identifier, type OperationNames } from '../names';
import { call, packageModule, printDoc, quote, typeScriptFile } from '../source';
import type { ResponseCode } from './example';

/** What stubs and tests need to know besides the operation. */
export interface StubContext {
  readonly names: OperationNames;
  /** The runtime package. */
  readonly runtime: string;
  /** What it answers; undefined if no example could be made. */
  readonly example: ResponseCode | undefined;
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

function emitExample(file: SourceFile, example: ResponseCode, name: string, { type, response }: ExampleSymbols): void {
  file.block(code`export const ${name}: ${type} = async ({ input }) => {`, '};', () => {
    file.line`// An example from the model: answer with your own. The request is in 'input', checked and typed.`;
    if (example.streams) emitItem(file, example, response);
    else file.print(code`return ${responseCall(example, response)};`);
  });
}

function emitItem(file: SourceFile, { status, body, headers }: ResponseCode, response: CodeSymbol): void {
  const helper = helpers[status];
  const start = helper === undefined ? code`${response}.of(${status}, ` : code`${response}.${helper}(`;
  const last = headers === undefined ? code`` : code`, ${headers}`;
  const item = indentRest(code`yield ${body ?? 'null'};`, '  ');
  file.print(code`return ${start}async function* () {\n  ${item}\n}${last});`);
}

const helpers: Readonly<Record<number, string>> = {
  200: 'success',
  201: 'created',
  202: 'accepted',
  204: 'noContent',
  400: 'badRequest',
  401: 'notAuthenticated',
  403: 'notAuthorized',
  404: 'notFound',
  409: 'conflict',
  500: 'internalFailure',
};

function responseCall({ status, body, headers }: ResponseCode, response: CodeSymbol): Code {
  const helper = helpers[status];
  const after = headers === undefined ? [] : [headers];
  if (helper === 'noContent') return call(code`${response}.noContent`, after);
  const isEmpty = body === undefined && headers === undefined && helper !== undefined;
  const args = isEmpty ? [] : [body ?? code`undefined`, ...after];
  if (helper === undefined) return call(code`${response}.of`, [code`${status}`, ...args]);
  return call(code`${response}.${helper}`, args);
}
