import { NameScope, pascalCase } from '../../../emit/names';
import type { Operation, Parameter, Service, Status } from '../../../model/service';
import { keywords, nameOperations, snakeCase } from '../names';

/** The names of one operation in a runtime package. */
export interface RuntimeNames {
  /** `say_hello`: of its modules, and of its member in the router and in tests. */
  readonly member: string;
  /** `say_hello_handler` */
  readonly handler: string;
  /** `SayHello`: the start of all its types. */
  readonly type: string;
  /** `SAY_HELLO`: what the model says of it. */
  readonly constant: string;
  /** Of the method of clients that answers the body. */
  readonly client: string;
  /** Of the method of clients that answers every status. */
  readonly raw: string;
  /** Of the methods of clients that go over pages, and over the items on them: of operations that answer in pages. */
  readonly pages: string;
  readonly items: string;
  /** By parameter: attributes and keywords. */
  readonly attributes: ReadonlyMap<Parameter, string>;
  /** What a function that takes all parameters may call its result. */
  readonly result: string;
}

/** An operation with its names. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly names: RuntimeNames;
}

/** Names all operations of a service, in its order; what one operation is called depends on those before it alone. */
export function nameRuntime(service: Service): NamedOperation[] {
  const operations = nameOperations(service);
  const types = new NameScope();
  const constants = new NameScope();
  const methods = new NameScope(reservedMethods);
  const members = service.operations.map((operation) => {
    const { stem, member } = operations.get(operation.id) ?? { stem: operation.id, member: operation.id };
    // All plain names first: a method such as `get_raw` is rather that of an operation than of another's responses.
    return {
      operation,
      stem,
      member: reservedMembers.has(member) ? `${member}_` : member,
      client: methods.claim(member, `${member}_`),
    };
  });
  // Then those of responses: no method that every operation has is called otherwise because of the pages of another.
  const raws = members.map(({ stem }) => methods.claim(`${stem}_raw`, `${stem}_raw_response`));
  return members.map(({ operation, stem, member, client }, index) => ({
    operation,
    names: {
      member,
      client,
      handler: `${stem}_handler`,
      type: types.claim(pascalCase(stem)),
      constant: constants.claim(stem.toUpperCase()),
      raw: raws[index] ?? '',
      ...namePages(operation, stem, methods),
      ...nameParameters(operation),
    },
  }));
}

/** The name of a type of a response: `SayHello200OperationResponse`, `SayHello4XXOperationResponse`, `SayHelloDefaultOperationResponse`. */
export function responseTypeName({ type }: RuntimeNames, status: Status, suffix = 'OperationResponse'): string {
  return `${type}${status === 'default' ? 'Default' : status}${suffix}`;
}

function namePages({ pagination }: Operation, stem: string, methods: NameScope): Pick<RuntimeNames, 'pages' | 'items'> {
  const [pages, items] = [`${stem}_pages`, `${stem}_items`] as const;
  return pagination === undefined ? { pages, items } : { pages: methods.claim(pages), items: methods.claim(items) };
}

function nameParameters({ parameters }: Operation): Pick<RuntimeNames, 'attributes' | 'result'> {
  const scope = new NameScope(reservedKeywords);
  const attributes = new Map(
    parameters.map((parameter) => {
      const name = attributeOf(parameter.key);
      return [parameter, scope.claim(name, `${name}_`)] as const;
    }),
  );
  return { attributes, result: scope.claim('result', 'result_') };
}

/** `X-Request-Id` as `x_request_id`: what a parameter is called as long as nothing else is. */
export function attributeOf(key: string): string {
  const words = key.normalize('NFKC').replaceAll(/[^\p{XIDC}]+/gu, '_');
  const name = snakeCase(words).replaceAll(/_+/g, '_').replaceAll(/^_|_$/g, '');
  return /^\p{XIDS}/u.test(name) ? name : `p_${name}`;
}

/** What annotations are made of: in a class, the names of its members come first. */
const annotations = 'bool bytes dict float int list object str tuple'.split(' ');

/** What has the name of a keyword before any parameter has; nothing for a name that is free. */
export function keywordHolder(name: string): string | undefined {
  if (keywords.has(name)) return 'a reserved word';
  return reservedKeywords.has(name) ? 'needed by every method' : undefined;
}

/** The same of methods of clients, and of the keywords of the router. */
export function methodHolder(name: string): string | undefined {
  if (keywords.has(name)) return 'a reserved word';
  return reservedMethods.has(name) || reservedMembers.has(name) ? 'needed by clients and routers' : undefined;
}

/** What clients have besides their operations. */
const reservedMethods: ReadonlySet<string> = new Set([...keywords, ...annotations, 'aclose', 'close', 'self']);

/** What the router takes besides handlers. */
const reservedMembers: ReadonlySet<string> = new Set([...annotations, 'interceptors']);

/** What methods of clients take besides parameters. */
const reservedKeywords: ReadonlySet<string> = new Set([
  ...keywords,
  ...annotations,
  ...['body', 'content_type', 'handler', 'options', 'self'],
]);
