import { javaKeywords } from '../../../shared/java-packages';
import { capitalize, NameScope } from '../../emit/names';
import type { Service, Status } from '../../model/service';

/** Names of one operation. */
export interface OperationNames {
  /** `sayHello`: of methods that take something for the operation; `delete_` where the id is reserved. */
  readonly member: string;
  /** `getSayHello` */
  readonly getter: string;
}

/** The names of all operations of a service by their ids, free of collisions. */
export function nameOperations({ operations }: Service): ReadonlyMap<string, OperationNames> {
  const members = new NameScope(new Set(['build']));
  const getters = new NameScope();
  return new Map(
    operations.map(({ id }) => {
      const member = members.claim(methodName(id), `${id}_`);
      return [id, { member, getter: getters.claim(methodName(`get${capitalize(id)}`)) }];
    }),
  );
}

/** A name that a method can have: with an underscore where it is a keyword, or a method that every object has. */
export function methodName(name: string): string {
  return javaKeywords.has(name) || objectMethods.has(name) ? `${name}_` : name;
}

/** The name of the mock of a response: `sayHello200`, `sayHello4XX`, `sayHelloDefault`. */
export function mockName(id: string, status: Status): string {
  return `${id}${capitalize(String(status))}`;
}

/**
 * Names of classes: two that are one to a file system that knows no case are not both given away.
 *
 * @param reserved in lower case
 */
export function classNames(reserved: ReadonlySet<string> = new Set()): NameScope {
  return new NameScope(reserved, (name) => name.toLowerCase());
}

/** Those of `java.lang.Object`. */
const objectMethods: ReadonlySet<string> = new Set(
  'clone equals finalize getClass hashCode notify notifyAll toString wait'.split(' '),
);
