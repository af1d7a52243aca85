import { kebabCase } from '../../../emit/names';
import type { SourceFile } from '../../../emit/source-file';
import type { Operation, Service } from '../../../model/service';
import { apiClassName, nameService, type OperationNames, type TypeScriptNames } from '../names';
import { typeScriptFile } from '../source';
import type { CheckContext } from '../validators/checks';

/** What the emitters of the runtime share. */
export interface RuntimeContext {
  readonly service: Service;
  readonly names: TypeScriptNames;
  /** Of what a client sends. */
  readonly request: CheckContext;
  /** Of what a handler answers. */
  readonly response: CheckContext;
  /** A file of declarations, which finds those of all modules. */
  readonly declarations: (file: string) => SourceFile;
}

/** An operation with its names. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly names: OperationNames;
}

/** Decides the names of a service and prepares what all its files need. */
export function createContext(service: Service): RuntimeContext {
  const names = nameService(service);
  const fileOf = declarationsOf(names, service);
  return {
    service,
    names,
    request: { service, names, direction: 'request' },
    response: { service, names, direction: 'response' },
    declarations: (file) => typeScriptFile(file, fileOf),
  };
}

/** Where the declarations of all schemas are. */
export const modelsFile = 'models';

/** The module of a class: the declarations of its operations are with its own. */
export function clientModule(className: string): string {
  return `clients/${kebabCase(className)}`;
}

/** The file in which the declarations of a module are. */
function declarationsOf({ operations, models }: TypeScriptNames, service: Service): (module: string) => string {
  const files = new Map<string, string>();
  for (const { module } of models.values()) files.set(module, modelsFile);
  for (const operation of service.operations) {
    const module = operations.get(operation.id)?.module;
    if (module !== undefined) files.set(module, clientModule(apiClassName(operation.tags[0])));
  }
  return (module) => files.get(module) ?? module;
}

/** The operations with their names, in the order of the model. */
export function namedOperations({ service, names }: RuntimeContext): NamedOperation[] {
  return service.operations.flatMap((operation) => {
    const found = names.operations.get(operation.id);
    return found === undefined ? [] : [{ operation, names: found }];
  });
}
