import type { SourceFile } from '../../../emit/source-file';
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

/** What is said of an operation wherever it appears. */
export function printOperationDoc(
  file: SourceFile,
  { operation }: NamedOperation,
  start: string,
  tags: readonly string[] = [],
): void {
  const { summary, description, method, path, deprecated } = operation;
  const said = [start, summary, description === summary ? undefined : description].filter(
    (text) => text !== undefined && text !== '',
  );
  printDoc(file, { text: [...said, `\`${method.toUpperCase()} ${path}\``].join('\n\n'), deprecated, tags });
}
