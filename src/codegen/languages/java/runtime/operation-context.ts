import { type Code, code, indentRest, join } from '../../../emit/symbol';
import type { Operation, Service } from '../../../model/service';
import { type Paragraph, paragraphsOf } from '../javadoc';
import { call, javaType } from '../source';
import { type JavaModels, javaModels } from './models';
import { supportClass } from './models/symbols';
import { nameRuntimeOperations, type OperationNames } from './operation-names';
import type { RuntimePackages } from './packages';

/** What the emitters of the runtime share. */
export interface RuntimeContext {
  readonly service: Service;
  readonly packages: RuntimePackages;
  readonly models: JavaModels;
}

/** An operation with its names. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly names: OperationNames;
  /** What is said of it wherever it appears. */
  readonly said: readonly Paragraph[];
}

/** Decides the names of a service and prepares what all its files need. */
export function createContext(service: Service, packages: RuntimePackages): RuntimeContext {
  return { service, packages, models: javaModels(service, packages) };
}

/** The operations with their names, in the order of the model. */
export function namedOperations({ service }: RuntimeContext): NamedOperation[] {
  const names = nameRuntimeOperations(service);
  return service.operations.flatMap((operation) => {
    const found = names.get(operation.id);
    return found === undefined ? [] : [{ operation, names: found, said: saidOf(operation) }];
  });
}

function saidOf({ summary = '', description = '', method, path }: Operation): Paragraph[] {
  const texts = [summary, ...(description === summary ? [] : [description]), `${method.toUpperCase()} ${path}`];
  return texts.flatMap(paragraphsOf);
}

/** A class of the part of the runtime that is the same for every API. */
export function support(name: string, { packages }: RuntimeContext): Code {
  return code`${supportClass(name, packages)}`;
}

/** A type that is nested in the interface of an operation, as other files name it. */
export function nested(name: string, { names }: NamedOperation, { packages }: RuntimeContext): Code {
  return code`${javaType(names.types, packages.operations)}.${name}`;
}

/** Calls of methods one behind the other: on one line where there are few, else each on its own. */
export function chain(start: Code, calls: readonly Code[]): Code {
  const inline = code`${start}${calls}`;
  const isShort = calls.length <= 4 && !inline.isMultiline && inline.length <= 90;
  const lines = calls.map((each) => indentRest(each, '    '));
  return isShort ? inline : code`${start}\n    ${join(lines, '\n    ')}`;
}

/** A call among those of a {@link chain}, of which long arguments stand on lines of their own. */
export function chained(method: string, args: readonly Code[]): Code {
  return wrapped(code`.${method}`, args);
}

/** A call of which arguments of several lines stand on lines of their own. */
export function wrapped(callee: Code, args: readonly Code[]): Code {
  const inline = call(callee, args, code``, 6);
  if (!args.some((each) => each.isMultiline)) return inline;
  const lines = args.map((each) => indentRest(each, '    '));
  return code`${callee}(\n    ${join(lines, ',\n    ')})`;
}
