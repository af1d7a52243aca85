import { camelCase, capitalize, inOrder, NameScope, pascalCase } from '../../../emit/names';
import type { Operation, Response, Service, Status } from '../../../model/service';
import { classNames, methodName } from '../names';
import { className, reservedClassNames } from './models/names';

/** Names of one operation in the runtime. */
export interface OperationNames {
  /** `SayHello`: the base class of its handlers, and the start of the names of its types. */
  readonly type: string;
  /** `SayHelloOperation`: the interface that its types are nested in. */
  readonly types: string;
  /** `sayHello`: the method of clients and routers. */
  readonly member: string;
  /** `sayHelloRaw` */
  readonly raw: string;
  /** `listPetsPages`: goes over the pages, where there are some. */
  readonly pages: string;
  /** `listPetsItems`: goes over the items on them. */
  readonly items: string;
}

const known = new WeakMap<Service, ReadonlyMap<string, OperationNames>>();

/** The names of all operations of a service by their ids, free of collisions. */
export function nameRuntimeOperations(service: Service): ReadonlyMap<string, OperationNames> {
  const found = known.get(service) ?? nameAll(service);
  known.set(service, found);
  return found;
}

/** Pages are last, so that no operation is called otherwise because of those of another. */
function nameAll({ operations }: Service): ReadonlyMap<string, OperationNames> {
  const ordered = inOrder(operations, ({ id }) => id);
  const types = classNames(new Set([...reservedClassNames, 'handlerrouter']));
  const members = new NameScope(new Set(['create']));
  const claimed = new Map(
    ordered.map(({ id }) => {
      const name = className(capitalize(id), 'Operation');
      return [id, { type: types.claim(name, `${name}Call`), member: members.claim(methodName(id), `${id}_`) }];
    }),
  );
  const files = classNames();
  const raws = new Map(ordered.map(({ id }) => [id, members.claim(`${id}Raw`, `${id}RawResponse`)]));
  return new Map(
    ordered.map(({ id, pagination }) => {
      const { type = '', member = '' } = claimed.get(id) ?? {};
      const claim = (name: string) => (pagination === undefined ? name : members.claim(name));
      const [pages, items] = [claim(`${id}Pages`), claim(`${id}Items`)];
      return [id, { type, member, raw: raws.get(id) ?? '', pages, items, types: files.claim(`${type}Operation`) }];
    }),
  );
}

/** The status in a name: 200, `4XX`, `Default`. */
export function statusName(status: Status): string {
  return capitalize(String(status));
}

/** `SayHello200Response` */
export function responseName({ type }: OperationNames, { status }: Response): string {
  return `${type}${statusName(status)}Response`;
}

/** `SayHello200ResponseHeaders` */
export function headersName(names: OperationNames, response: Response): string {
  return `${responseName(names, response)}Headers`;
}

/** Every name that the types of an operation have within their interface. */
export function nestedNames({ responses }: Operation, names: OperationNames): string[] {
  const { type } = names;
  const own = responses.flatMap((response) => {
    const name = responseName(names, response);
    return [name, `${name}Headers`, `${name}Body`];
  });
  return [
    ...['RequestParameters', 'RequestBody', 'Request', 'Input', 'Response', 'Wire', 'Call'].map((each) => type + each),
    ...own,
  ];
}

/** The records of a body of several media types, by media type: `ApplicationJson`. */
export function mediaTypeNames(mediaTypes: readonly string[]): ReadonlyMap<string, string> {
  const scope = classNames();
  return new Map(mediaTypes.map((each) => [each, scope.claim(className(pascalCase(each), 'Any'))]));
}

/** The class of a tag: `PetsApi`; without one, `DefaultApi`. */
export function apiClassName(tag: string | undefined): string {
  const name = tag === undefined ? 'Default' : pascalCase(camelCase(tag)) || 'Default';
  return className(`${name}Api`, 'DefaultApi');
}
