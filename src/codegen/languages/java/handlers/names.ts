import type { Service } from '../../../model/service';
import { classNames } from '../names';
import { nameRuntimeOperations } from '../runtime/operation-names';

/** The class of the handler of every operation, by its id: `SayHelloHandler`. */
export function handlerClasses(service: Service): ReadonlyMap<string, string> {
  const scope = classNames();
  const names = [...nameRuntimeOperations(service)];
  return new Map(names.map(([id, { type }]) => [id, scope.claim(`${type}Handler`)]));
}
