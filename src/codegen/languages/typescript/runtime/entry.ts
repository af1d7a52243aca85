import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import { statusName } from '../names';
import { supportExports } from '../runtime-exports';
import { relativeModule, typeScriptFile } from '../source';
import { type NamedOperation, namedOperations, type RuntimeContext } from './context';

/** What the package exports: each name is listed, so that nothing gets out by accident. */
export function emitEntry(context: RuntimeContext, classes: ReadonlyMap<string, string>): SourceFile {
  const file = typeScriptFile('index');
  for (const { module, values, types } of supportExports) printExport(file, `support/${module}`, values, types);
  printExport(file, 'handler-router', ['handlerRouter'], ['HandlerRouterHandlers', 'HandlerRouterProps']);
  for (const [name, module] of classes) printExport(file, module, [name], []);
  for (const named of namedOperations(context)) printOperation(file, named);
  for (const names of context.names.models.values()) {
    const isDirected = names.requestType !== names.type;
    printExport(
      file,
      names.module,
      [names.validator, ...(isDirected ? [names.requestValidator] : [])],
      [names.type, ...(isDirected ? [names.requestType] : [])],
    );
  }
  return file;
}

function printOperation(file: SourceFile, { operation, names }: NamedOperation): void {
  const { type } = names;
  const statuses = operation.responses.map(({ status }) => `${type}${statusName(status)}OperationResponse`);
  printExport(
    file,
    names.module,
    [names.client, names.handler, names.raw],
    [
      `${type}ChainedHandlerFunction`,
      `${type}ChainedRequestInput`,
      `${type}Errors`,
      `${type}HandlerFunction`,
      `${type}Input`,
      `${type}OperationResponses`,
      `${type}RawResponse`,
      `${type}RequestBody`,
      `${type}RequestParameters`,
      ...statuses,
    ],
  );
}

function printExport(file: SourceFile, module: string, values: readonly string[], types: readonly string[]): void {
  const names = [...values, ...types.map((name) => (values.length === 0 ? name : `type ${name}`))];
  const start = values.length === 0 ? 'export type' : 'export';
  const path = relativeModule('index', module);
  const inline = `${start} { ${names.join(', ')} } from '${path}';`;
  if (inline.length <= 120) file.print(code`${inline}`);
  else file.print(code`${start} {\n${names.map((name) => `  ${name},\n`)}} from '${path}';`);
}
