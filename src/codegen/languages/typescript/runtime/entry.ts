import { capitalize, kebabCase } from '../../../emit/names';
import { streams } from '../../../model/streams';
import { streamingSupportExports, supportExports } from '../runtime-exports';
import { relativeModule } from '../source';
import { modelsFile, namedOperations, type RuntimeContext } from './context';
import { RuntimeModule } from './module';
import type { ClientClass } from './package-files';

/**
 * What the package exports. Modules of operations and schemas are exported whole: their names differ from each other and from all others, and
 * compilers are done sooner with a line than with a list of names.
 */
export function emitEntry(context: RuntimeContext, classes: readonly ClientClass[]): RuntimeModule {
  const index = new RuntimeModule('index', context.declarations('index'));
  const isStreaming = context.service.operations.some(streams);
  for (const { module, values, types } of isStreaming
    ? [...supportExports, ...streamingSupportExports]
    : supportExports) {
    printExport(index, `support/${module}`, values, types);
  }
  for (const router of isStreaming ? ['handlerRouter', 'streamingHandlerRouter'] : ['handlerRouter']) {
    const type = capitalize(router);
    printExport(index, kebabCase(router), [router], [`${type}Handlers`, `${type}Props`]);
  }
  for (const { module } of classes) index.types.print(everythingOf(module));
  if (context.names.models.size > 0) index.types.print(everythingOf(modelsFile));
  for (const { name, module } of classes)
    index.script.print(exportOf('export', [name], relativeModule('index', module)));
  for (const { names } of namedOperations(context)) index.script.print(everythingOf(names.module));
  for (const { module } of context.names.models.values()) index.script.print(everythingOf(module));
  return index;
}

function everythingOf(module: string): string {
  return `export * from '${relativeModule('index', module)}';`;
}

function printExport(
  { types, script }: RuntimeModule,
  module: string,
  values: readonly string[],
  typeNames: readonly string[],
): void {
  const path = relativeModule('index', module);
  const all = [...values, ...typeNames.map((name) => (values.length === 0 ? name : `type ${name}`))];
  types.print(exportOf(values.length === 0 ? 'export type' : 'export', all, path));
  if (values.length > 0) script.print(exportOf('export', values, path));
}

function exportOf(start: string, names: readonly string[], path: string): string {
  const inline = `${start} { ${names.join(', ')} } from '${path}';`;
  return inline.length <= 120 ? inline : `${start} {\n${names.map((name) => `  ${name},\n`).join('')}} from '${path}';`;
}
