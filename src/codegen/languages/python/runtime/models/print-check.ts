import type { SourceFile } from '../../../../emit/source-file';
import { code } from '../../../../emit/symbol';
import type { Direction } from '../../../../model/direction';
import { call } from '../../source';
import { type CheckContext, printOwnCheck } from '../checks/check-of';
import { step, support } from '../checks/expressions';
import { checkIn, type ModelClass, type PythonModels, typeIn } from './names';

/** Prints the check of a type. That of a class also tells which of several classes a value is of. */
export function printCheckConstant(
  file: SourceFile,
  { shape, names }: ModelClass,
  direction: Direction,
  models: PythonModels,
): void {
  const context: CheckContext = { service: models.service, names: models.names, direction, module: file.module };
  const start = code`${checkIn(names, direction)}: ${support('checks', 'Check')} = `;
  const isClass = models.names.fields.of(shape) !== undefined;
  const check = printOwnCheck(shape, context, isClass ? step : start.length);
  file.print(
    isClass
      ? code`${start}${call(support('model', 'check_of'), [code`${typeIn(names, direction)}`, check], start.length)}`
      : code`${start}${check}`,
    code``,
  );
}
