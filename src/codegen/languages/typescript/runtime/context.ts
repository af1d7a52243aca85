import type { Operation, Service } from '../../../model/service';
import { nameService, type OperationNames, type TypeScriptNames } from '../names';
import type { CheckContext } from '../validators/checks';

/** What the emitters of the runtime share. */
export interface RuntimeContext {
  readonly service: Service;
  readonly names: TypeScriptNames;
  /** Of what a client sends. */
  readonly request: CheckContext;
  /** Of what a handler answers. */
  readonly response: CheckContext;
}

/** An operation with its names. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly names: OperationNames;
}

/** Decides the names of a service and prepares what all its files need. */
export function createContext(service: Service): RuntimeContext {
  const names = nameService(service);
  return {
    service,
    names,
    request: { service, names, direction: 'request' },
    response: { service, names, direction: 'response' },
  };
}

/** The operations with their names, in the order of the model. */
export function namedOperations({ service, names }: RuntimeContext): NamedOperation[] {
  return service.operations.flatMap((operation) => {
    const found = names.operations.get(operation.id);
    return found === undefined ? [] : [{ operation, names: found }];
  });
}
