import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, lengthOf, valueSymbol } from '../../../emit/symbol';
import { printDocstring } from '../docstring';
import { brackets, pythonFile, quote, sortExports } from '../source';
import { support } from './checks/expressions';
import { operationText } from './operation';
import type { NamedOperation } from './operation-names';
import { typeNames } from './operation-types';
import { literalType, typeAlias } from './symbols';

/** `handlers/say_hello.py`: the wrapper of an operation's handlers and all types that they need. */
export function emitHandler(named: NamedOperation): SourceFile {
  const { operation, names } = named;
  const file = pythonFile(`handlers/${names.member}`);
  const module = `operations/${names.member}`;
  const request = `${names.type}Request`;
  file.declare(names.handler, request);
  const exported = typeNames(named);
  const own = (suffix: string): Code =>
    exported.includes(names.type + suffix) ? code`${valueSymbol(names.type + suffix, module)}` : code`None`;
  const apiRequest = code`${support('handler', 'ApiRequest')}[`;
  const types = [own('RequestParameters'), own('RequestBody')];
  const symbols = new Map(exported.map((name) => [name, code`${valueSymbol(name, module)}`]));
  file.print(exportList([...exported, request, names.handler], symbols));
  file.blank();
  file.line`${request}: ${typeAlias} = ${brackets(apiRequest, types, ']', `${request}: TypeAlias = `.length)}`;
  printDocstring(file, { text: `What a handler of \`${operation.id}\` is called with.` }, 0);
  file.blank();
  const args = [
    code`${request}`,
    code`${valueSymbol(`${names.type}OperationResponses`, module)}`,
    code`${literalType}[${quote(operation.id)}]`,
  ];
  const wrapper = support('create_handler', 'HandlerWrapper');
  const value = code` = ${wrapper}(${valueSymbol(names.constant, module)})`;
  const type = brackets(code`${wrapper}[`, args, ']', names.handler.length + 2 + lengthOf(value));
  file.line`${names.handler}: ${type}${value}`;
  const text = operationText(operation, `Makes a Lambda function of a handler of \`${operation.id}\`.`);
  printDocstring(file, { text, deprecated: operation.deprecated }, 0);
  return file;
}

/** `__all__` of a module. What it has of other modules is imported by being named. */
export function exportList(names: readonly string[], imported: ReadonlyMap<string, Code> = new Map()): Code {
  const items = sortExports(names).map((name) => code`"${imported.get(name) ?? name}"`);
  return brackets('__all__ = [', items, ']', 0);
}
