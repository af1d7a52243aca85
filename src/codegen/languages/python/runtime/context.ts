import { type Code, code, join, usesValueOf } from '../../../emit/symbol';
import type { Direction } from '../../../model/direction';
import type { Service } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { checkOf, type PythonModels, pythonModels, runtimeTypeOf, typeOf } from './models';
import { type NamedOperation, nameRuntime } from './operation-names';

/** What the emitters of the runtime share. */
export interface RuntimeContext {
  readonly service: Service;
  readonly models: PythonModels;
  /** In the order of the model. */
  readonly operations: readonly NamedOperation[];
}

/** Decides the names of a service and prepares what all its files need. */
export function createContext(service: Service): RuntimeContext {
  return { service, models: pythonModels(service), operations: nameRuntime(service) };
}

/** The type of a value as an annotation. */
export function annotation(shape: Shape, direction: Direction, { models }: RuntimeContext): Code {
  return typeOf(shape, direction, models);
}

/** The type of a value where aliases are made: what it names is imported. */
export function aliasType(shape: Shape, direction: Direction, { models }: RuntimeContext): Code {
  return runtimeTypeOf(shape, direction, models);
}

/** What makes a typed value of plain JSON; nothing where the JSON is the value. */
export function reader(shape: Shape, direction: Direction, { models }: RuntimeContext): Code | undefined {
  const type = runtimeTypeOf(shape, direction, models);
  const isRead = usesValueOf(type, 'models/') || type.text.includes('tuple[');
  return isRead ? type : undefined;
}

/** The check of a value; nothing where everything is right. */
export function check(
  shape: Shape,
  direction: Direction,
  { models }: RuntimeContext,
  indent: number,
): Code | undefined {
  return checkOf(shape, direction, models, indent);
}

/** A type that may also be None. */
export function optional(type: Code): Code {
  return /(?:^|\| )None$/.test(type.text) ? type : code`${type} | None`;
}

/** One of several types, each named once, None last. */
export function unionOf(types: readonly Code[]): Code {
  const distinct = [...new Map(types.map((type) => [type.text, type])).values()];
  const isNone = ({ text }: Code) => text === 'None';
  return join([...distinct.filter((type) => !isNone(type)), ...distinct.filter(isNone)], ' | ');
}
