import type { SourceFile } from '../../../../emit/source-file';
import type { Code } from '../../../../emit/symbol';
import type { Direction } from '../../../../model/direction';
import { printDocstring } from '../../docstring';
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
  if (isCircular) file.line`${name} = ${typeAliasType}("${name}", "${escaped(type)}")`;
  else file.line`${name}: ${typeAlias} = ${type}`;
  printDocstring(file, { text: shape.description ?? shape.title, deprecated: shape.deprecated }, 0);
}

/** A type as it stands in a string literal, on one line. */
function escaped(type: Code): Code {
  const text = type.text.replaceAll(/\n\s*/g, ' ').replaceAll(/["\\]/g, '\\$&');
  return { ...type, text, isMultiline: false };
}
