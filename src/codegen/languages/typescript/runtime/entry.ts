import { capitalize, kebabCase } from '../../../emit/names';
import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import { streams } from '../../../model/streams';
import { streamingSupportExports, supportExports } from '../runtime-exports';
import { relativeModule, typeScriptFile } from '../source';
import { namedOperations, type RuntimeContext } from './context';

/**
 * What the package exports. Modules of operations and schemas are exported whole: their names differ from each other and from all others, and
 * compilers are done sooner with a line than with a list of names.
 */
export function emitEntry(context: RuntimeContext, classes: ReadonlyMap<string, string>): SourceFile {
  const file = typeScriptFile('index');
  const isStreaming = context.service.operations.some(streams);
  for (const { module, values, types } of isStreaming
    ? [...supportExports, ...streamingSupportExports]
    : supportExports) {
    printExport(file, `support/${module}`, values, types);
  }
  for (const router of isStreaming ? ['handlerRouter', 'streamingHandlerRouter'] : ['handlerRouter']) {
    const type = capitalize(router);
    printExport(file, kebabCase(router), [router], [`${type}Handlers`, `${type}Props`]);
  }
  for (const [name, module] of classes) printExport(file, module, [name], []);
  for (const { names } of namedOperations(context)) printModule(file, names.module);
  for (const { module } of context.names.models.values()) printModule(file, module);
  return file;
}

function printModule(file: SourceFile, module: string): void {
  file.print(code`${`export * from '${relativeModule('index', module)}';`}`);
}

function printExport(file: SourceFile, module: string, values: readonly string[], types: readonly string[]): void {
  const names = [...values, ...types.map((name) => (values.length === 0 ? name : `type ${name}`))];
  const start = values.length === 0 ? 'export type' : 'export';
  const path = relativeModule('index', module);
  const inline = `${start} { ${names.join(', ')} } from '${path}';`;
  if (inline.length <= 120) file.print(code`${inline}`);
  else file.print(code`${start} {\n${names.map((name) => `  ${name},\n`)}} from '${path}';`);
}
