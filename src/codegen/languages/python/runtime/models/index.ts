import type { Code } from '../../../../emit/symbol';
import type { Direction } from '../../../../model/direction';
import type { Service } from '../../../../model/service';
import type { Shape } from '../../../../model/shape';
import { printCheck } from '../checks/check-of';
import { ModelNames, type PythonModels } from './names';
import { printType } from './types';

export { emitModels } from './emit-models';
export type { PythonModels } from './names';

const known = new WeakMap<Service, PythonModels>();

/** Decides the names of all models of a service, once for each. */
export function pythonModels(service: Service): PythonModels {
  const models = known.get(service) ?? { service, names: new ModelNames(service) };
  known.set(service, models);
  return models;
}

/**
 * The type of a shape as an annotation. What it names is imported for type checkers alone.
 *
 * Inline objects have classes by the identity of their shapes: this has to be the very shape that the service holds.
 */
export function typeOf(shape: Shape, direction: Direction, { names }: PythonModels): Code {
  return printType(shape, { names, direction, isForCheckers: true });
}

/** The same as a value, of which `read_value` makes typed values. */
export function runtimeTypeOf(shape: Shape, direction: Direction, { names }: PythonModels): Code {
  return printType(shape, { names, direction, isForCheckers: false });
}

/**
 * An expression that makes the check of a shape, or nothing where there is nothing to check.
 *
 * @param indent how many columns are taken where it begins
 */
export function checkOf(
  shape: Shape,
  direction: Direction,
  { service, names }: PythonModels,
  indent = 0,
): Code | undefined {
  return printCheck(shape, { service, names, direction }, indent);
}
