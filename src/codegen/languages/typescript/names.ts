import { camelCase, capitalize, inOrder, kebabCase, NameScope, pascalCase } from '../../emit/names';
import { directedShapes } from '../../model/direction';
import type { Operation, Service, Status } from '../../model/service';
import { streams } from '../../model/streams';
import { exactShapes } from './int64';
import { runtimeExports, streamingExports } from './runtime-exports';

/** The names of everything that is generated from an API, free of collisions. */
export interface TypeScriptNames {
  readonly operations: ReadonlyMap<string, OperationNames>;
  readonly models: ReadonlyMap<string, ModelNames>;
}

/** Names of one operation. */
export interface OperationNames {
  /** `say-hello`: of files, without a folder. */
  readonly file: string;
  /** `operations/say-hello`, a module of the runtime. */
  readonly module: string;
  /** `SayHello`, the start of the names of its types. */
  readonly type: string;
  /** `sayHello`, or `delete_` where the id is a reserved word. */
  readonly client: string;
  readonly raw: string;
  /** `sayHelloHandler` */
  readonly handler: string;
  /** `sayHelloRequest`: makes the request. */
  readonly request: string;
  /** `listPetsPages`: goes over the pages, where there are some. */
  readonly pages: string;
  /** `listPetsItems`: goes over the items on them. */
  readonly items: string;
}

/** Names of one named schema. */
export interface ModelNames {
  readonly module: string;
  readonly type: string;
  readonly validator: string;
  /** Of the form that requests have; the same unless the schema has members that are only read or only written. */
  readonly requestType: string;
  readonly requestValidator: string;
  /** `int64OfOrder`: where it has integers of 64 bits, for schemas that have some of which no digit may be lost. */
  readonly int64: string;
}

const suffixes = [
  'RequestParameters',
  'RequestBody',
  'Input',
  'OperationResponses',
  'HandlerFunction',
  'ChainedHandlerFunction',
  'ChainedRequestInput',
  'RawResponse',
  'Errors',
] as const;

/** Decides all names of a service: those of operations first, which are a contract, then those of schemas. */
export function nameService(service: Service): TypeScriptNames {
  const known = named.get(service);
  if (known !== undefined) return known;
  const own = service.operations.some(streams) ? streamingExports : [];
  const classes = [undefined, ...service.operations.map(({ tags }) => tags[0])].map(apiClassName);
  const scope = new NameScope(new Set([...runtimeExports, ...own, ...reservedWords, ...classes]));
  const names = { operations: nameOperations(service, scope), models: nameModels(service, scope) };
  named.set(service, names);
  return names;
}

/** Every package of a service asks for its names; services do not change. */
const named = new WeakMap<Service, TypeScriptNames>();

/** The status in a name: 200, `4XX`, `Default`. */
export function statusName(status: Status): string {
  return capitalize(String(status));
}

/** A name that can be declared: with an underscore where it is reserved or starts with a digit. */
export function identifier(name: string): string {
  const legal = /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
  return reservedWords.has(legal) ? `${legal}_` : legal;
}

/**
 * What operations are called by goes before what is made of it, and no name depends on where an operation stands in the document. Pages are last, so
 * that no operation is called otherwise because of those of another.
 */
function nameOperations({ operations }: Service, scope: NameScope): Map<string, OperationNames> {
  const files = new NameScope();
  const sorted = inOrder(operations, ({ id }) => id);
  const claimAll = (claim: (operation: Operation) => string) =>
    new Map(sorted.map((operation) => [operation.id, claim(operation)] as const));
  const named = {
    client: claimAll(({ id }) => scope.claim(identifier(id), `${id}Operation`)),
    handler: claimAll(({ id }) => scope.claim(`${id}Handler`)),
    type: claimAll((operation) => claimType(operation, scope)),
    raw: claimAll(({ id }) => scope.claim(`${id}Raw`, `${id}RawOperation`)),
    request: claimAll(({ id }) => scope.claim(`${id}Request`)),
    pages: claimAll(({ id, pagination }) => (pagination === undefined ? `${id}Pages` : scope.claim(`${id}Pages`))),
    items: claimAll(({ id, pagination }) => (pagination === undefined ? `${id}Items` : scope.claim(`${id}Items`))),
    file: claimAll(({ id }) => files.claim(fileName(id))),
  };
  return new Map(
    operations.map(({ id }) => {
      const of = (kind: keyof typeof named) => named[kind].get(id) ?? id;
      const names: OperationNames = {
        file: of('file'),
        module: `operations/${of('file')}`,
        type: of('type'),
        client: of('client'),
        raw: of('raw'),
        handler: of('handler'),
        request: of('request'),
        pages: of('pages'),
        items: of('items'),
      };
      return [id, names];
    }),
  );
}

/** The start of an operation's types, of which none may be taken. */
function claimType(operation: Operation, scope: NameScope): string {
  const { id, responses } = operation;
  const ofResponses = responses.flatMap(({ status, headers }) =>
    ['OperationResponse', ...(headers.length === 0 ? [] : ['ResponseHeaders'])].map(
      (suffix) => `${statusName(status)}${suffix}`,
    ),
  );
  const own = [...suffixes, ...ofResponses, ...(streams(operation) ? ['Item'] : [])];
  const namesOf = (type: string) => own.map((suffix) => `${type}${suffix}`);
  const base = identifier(capitalize(id));
  let type = base;
  for (let number = 2; namesOf(type).some((name) => scope.has(name)); number++) type = `${base}${number}`;
  for (const name of namesOf(type)) scope.claim(name);
  return type;
}

/** Names that are types to the letter keep them, whatever else is made into them. */
function nameModels(service: Service, scope: NameScope): Map<string, ModelNames> {
  const files = new NameScope();
  const names = [...service.shapes.keys()];
  const sorted = inOrder(names, (name) => `${typeName(name) === name ? 0 : 1} ${name}`);
  const plain = new Map(
    sorted.map((name) => {
      const type = scope.claim(typeName(name), `${typeName(name)}Model`);
      const validator = scope.claim(`validate${type}`);
      return [name, { module: `models/${files.claim(fileName(name))}`, type, validator }];
    }),
  );
  const directed = directedShapes(service);
  const exact = exactShapes(service);
  const int64 = new Map(
    sorted.map((name) => {
      const own = `int64Of${plain.get(name)?.type}`;
      return [name, exact.has(name) ? scope.claim(own) : own];
    }),
  );
  const requests = new Map(
    sorted.flatMap((name) => {
      const model = directed.has(name) ? plain.get(name) : undefined;
      if (model === undefined) return [];
      const requestType = scope.claim(`${model.type}Request`, `${model.type}RequestModel`);
      return [[name, { requestType, requestValidator: scope.claim(`validate${requestType}`) }]];
    }),
  );
  return new Map(
    names.flatMap((name) => {
      const model = plain.get(name);
      if (model === undefined) return [];
      const { type, validator } = model;
      const request = requests.get(name) ?? { requestType: type, requestValidator: validator };
      return [[name, { ...model, ...request, int64: int64.get(name) ?? '' }]];
    }),
  );
}

/** The type of a schema, as long as nothing else is called so. */
export function typeName(name: string): string {
  return identifier(pascalCase(name) || 'Model');
}

/** Without what no file can be called on some system. */
function fileName(name: string): string {
  const kebab = kebabCase(name) || 'unnamed';
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(kebab) ? `${kebab}_` : kebab;
}

/** The class of a tag: `PetsApi`; without one, `DefaultApi`. */
export function apiClassName(tag: string | undefined): string {
  const name = tag === undefined ? 'Default' : pascalCase(camelCase(tag)) || 'Default';
  return identifier(`${name}Api`);
}

/** True for what no declaration can be called. */
export function isReservedWord(name: string): boolean {
  return reservedWords.has(name);
}

/** What cannot be declared in a module in strict mode, in one module format or the other. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export exports extends false finally ' +
    'for function globalThis if implements import in instanceof interface let module new null package private protected public require ' +
    'return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);
