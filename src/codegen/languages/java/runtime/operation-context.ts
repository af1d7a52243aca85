import { type Code, code, join } from '../../../emit/symbol';
import type { Operation, Service } from '../../../model/service';
import { javaType } from '../source';
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
    return found === undefined ? [] : [{ operation, names: found }];
  });
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
  return isShort ? inline : code`${start}\n    ${join(calls, '\n    ')}`;
}
