import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import { operationDoc } from '../../infrastructure/documentation';
import type { OperationFunction } from '../../infrastructure/handler-functions';
import { printDoc, quote, typeScriptFile } from '../source';
import { construct, handlerFunction, handlerFunctionProps, resolvePath } from './symbols';

/** `functions.ts`: a Lambda function for every operation that has a handler. */
export function emitFunctions(functions: readonly OperationFunction[]): SourceFile {
  const file = typeScriptFile('functions');
  file.declare('FunctionProps', 'directory');
  printDoc(file, { text: 'How a function is configured; all of it has a default.' });
  const generated = ['operation', 'language', 'directory', 'source', 'bundle'].map(quote).join(' | ');
  file.line`export type FunctionProps = Omit<${handlerFunctionProps}, ${generated}>;`;
  for (const each of functions) emitFunction(file, each);
  file.blank();
  printDoc(file, { text: 'The folder of the API: the handlers are below it.' });
  file.line`const directory = ${resolvePath}(__dirname, '../../../..');`;
  return file;
}

function emitFunction(file: SourceFile, { operation, name, language, source, bundle }: OperationFunction): void {
  file.declare(name);
  file.blank();
  const { text = '', deprecated } = operationDoc(operation);
  printDoc(file, { text: `Runs ${source}.\n\n${text}`, deprecated });
  file.block(code`export class ${name} extends ${handlerFunction} {`, '}', () => {
    file.block(code`constructor(scope: ${construct}, id: string, props: FunctionProps = {}) {`, '}', () => {
      file.block(code`super(scope, id, {`, '});', () => {
        file.line`...props,`;
        file.line`operation: ${quote(operation.id)},`;
        file.line`language: ${quote(language)},`;
        file.line`directory,`;
        file.line`source: ${quote(source)},`;
        file.line`bundle: ${quote(bundle)},`;
      });
    });
  });
}
