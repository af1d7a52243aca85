import type { Doc } from '../../../emit/doc-comment';
import type { SourceFile } from '../../../emit/source-file';
import type { Operation } from '../../../model/service';
import { printClient } from './client-function';
import type { NamedOperation, RuntimeContext } from './context';
import { printHandler } from './handler';
import { RuntimeModule } from './module';
import { printOperationTypes } from './operation-types';
import { printPagination } from './pagination';
import { printHeaderReaders } from './response-headers';

/** The module of an operation: types, handler wrapper and client, of which a bundle keeps what it uses. */
export function emitOperation(named: NamedOperation, types: SourceFile, context: RuntimeContext): RuntimeModule {
  const module = new RuntimeModule(named.names.module, types);
  module.declare(named.names.client, named.names.raw, named.names.handler, named.names.request);
  printOperationTypes(module.types, named, context);
  printHandler(module, named, context);
  printClient(module, named, context);
  printPagination(module, named, context);
  printHeaderReaders(module.script, named, context);
  return module;
}

/** What is said of an operation where it is called. */
export function operationDoc({ operation }: NamedOperation, tags: readonly string[]): Doc {
  const { summary, description, deprecated } = operation;
  const said = [summary, description === summary ? undefined : description].filter(Boolean);
  return { text: [...said, routeOf(operation)].join('\n\n'), deprecated, tags };
}

/** `GET /pets/{petId}`, as code in a comment. */
export function routeOf({ method, path }: Operation): string {
  return `\`${method.toUpperCase()} ${path}\``;
}
