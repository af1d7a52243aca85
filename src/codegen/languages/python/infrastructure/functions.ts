import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import { handlerFunctionProps } from '../../construct-api';
import { operationDoc } from '../../infrastructure/documentation';
import type { OperationFunction } from '../../infrastructure/handler-functions';
import { printDocstring } from '../docstring';
import { brackets, call, pythonFile, quote, suite } from '../source';
import { keywordsOf } from './construct-props';
import { classVariable, construct, handlerFunction, handlerOrigin } from './symbols';

/** `functions.py`: a Lambda function for every operation that has a handler. */
export function emitFunctions(functions: readonly OperationFunction[]): SourceFile {
  const file = pythonFile('functions');
  file.declare('_Function', ...functions.map(({ name }) => name));
  file.print(code``);
  emitBase(file);
  for (const each of functions) emitFunction(file, each);
  return file;
}

/** One class has all the keywords, however many functions there are. */
function emitBase(file: SourceFile): void {
  const generated = new Set(['operation', 'language', 'directory', 'source', 'bundle']);
  const keywords = keywordsOf(handlerFunctionProps, generated);
  suite(file, code`class _Function(${handlerFunction}):`, () => {
    printDocstring(file, { text: 'Runs the handler of an operation.' }, 4);
    file.blank();
    file.line`_origin: ${classVariable}[${handlerOrigin}]`;
    file.blank();
    const parameters = ['self', code`scope: ${construct}`, 'id: str', '*'].map((each) => code`${each}`);
    parameters.push(...keywords.map(({ parameter }) => parameter));
    suite(file, brackets('def __init__(', parameters, ') -> None:', 4), () => {
      const text = 'Makes the function; all of its configuration has a default.';
      printDocstring(file, { text }, 8, [...ownDocs, ...keywords.map(({ doc }) => doc)]);
      file.line`origin = self._origin`;
      const args = [
        code`scope`,
        code`id`,
        code`operation=origin.operation`,
        code`language=origin.language`,
        code`directory=origin.directory() if code is None else "."`,
        code`source=origin.source`,
        code`bundle=origin.bundle`,
        ...keywords.map(({ name }) => code`${name}=${name}`),
      ];
      file.print(brackets('super().__init__(', args, ')', 8));
    });
  });
}

function emitFunction(file: SourceFile, { operation, name, language, source, bundle }: OperationFunction): void {
  const { text = '', deprecated } = operationDoc(operation);
  suite(file, code`class ${name}(_Function):`, () => {
    printDocstring(file, { text: `Runs ${source}.\n\n${text}`, deprecated }, 4);
    file.blank();
    const origin = { operation: operation.id, language, source, bundle };
    const args = Object.entries(origin).map(([key, value]) => code`${key}=${quote(value)}`);
    file.print(code`_origin = ${call(handlerOrigin, args, '    _origin = '.length)}`);
  });
  file.print(code``);
}

const ownDocs = [
  { name: 'scope', text: 'The construct that the function is a part of.' },
  { name: 'id', text: 'The id of the function, unique in the scope.' },
];
