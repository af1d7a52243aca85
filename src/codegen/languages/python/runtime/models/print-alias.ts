import type { SourceFile } from '../../../../emit/source-file';
import { type Code, code } from '../../../../emit/symbol';
import type { Direction } from '../../../../model/direction';
import { printDocstring } from '../../docstring';
import { prefersSingle } from '../../source';
import { typeAlias, typeAliasType } from '../symbols';
import { type ModelClass, type PythonModels, typeIn } from './names';
import { printType } from './types';

/** Prints the type of a schema that is no class. One that is part of a circle has to be a type of its own, or it would have no end. */
export function printAlias(
  file: SourceFile,
  { shape, names, isCircular }: ModelClass,
  direction: Direction,
  models: PythonModels,
): void {
  const name = typeIn(names, direction);
  const type = printType(shape, { names: models.names, direction, isForCheckers: false });
  file.blank();
  if (isCircular) file.line`${name} = ${typeAliasType}("${name}", ${inText(type)})`;
  else file.line`${name}: ${typeAlias} = ${type}`;
  printDocstring(file, { text: shape.description ?? shape.title, deprecated: shape.deprecated }, 0);
}

/** A type as a string literal, on one line. What stands for symbols is no part of the text yet, and is not escaped. */
function inText(type: Code): Code {
  const text = type.text.replaceAll(/\n\s*/g, ' ');
  const literals = /(["'])(?:(?!\1)[^\\]|\\.)*\1/g;
  const mark = prefersSingle(text.match(literals)?.join('') ?? '') ? "'" : '"';
  const escaped = text.replaceAll(literals, (each) =>
    each.replaceAll(/["'\\]/g, (found) => (found === '\\' || found === mark ? `\\${found}` : found)),
  );
  return code`${mark}${{ ...type, text: escaped, isMultiline: false }}${mark}`;
}
