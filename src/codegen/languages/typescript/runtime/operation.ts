import type { SourceFile } from '../../../emit/source-file';
import type { Operation } from '../../../model/service';
import { printDoc, typeScriptFile } from '../source';
import { printClient } from './client-function';
import type { NamedOperation, RuntimeContext } from './context';
import { printHandler } from './handler';
import { printOperationTypes } from './operation-types';
import { printPagination } from './pagination';
import { printHeaderReaders } from './response-headers';

/** The module of an operation: types, handler wrapper and client, of which a bundle keeps what it uses. */
export function emitOperation(named: NamedOperation, context: RuntimeContext): SourceFile {
  const file = typeScriptFile(named.names.module);
  file.declare(named.names.client, named.names.raw, named.names.handler, named.names.request);
  printOperationTypes(file, named, context);
  printHandler(file, named, context);
  printClient(file, named, context);
  printPagination(file, named, context);
  printHeaderReaders(file, named, context);
  return file;
}

/** What is said of an operation where it is called. */
export function printOperationDoc(file: SourceFile, { operation }: NamedOperation, tags: readonly string[]): void {
  const { summary, description, deprecated } = operation;
  const said = [summary, description === summary ? undefined : description].filter(Boolean);
  printDoc(file, { text: [...said, routeOf(operation)].join('\n\n'), deprecated, tags });
}

/** `GET /pets/{petId}`, as code in a comment. */
export function routeOf({ method, path }: Operation): string {
  return `\`${method.toUpperCase()} ${path}\``;
}
