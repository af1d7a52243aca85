import { camelCase, capitalize, kebabCase, NameScope, pascalCase } from '../../emit/names';
import type { Service, Status } from '../../model/service';
import { streams } from '../../model/streams';
import { directedShapes } from './direction';
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

/** Decides all names of a service: operations first, whose names are a contract, then schemas in the order of the model. */
export function nameService(service: Service): TypeScriptNames {
  const known = named.get(service);
  if (known !== undefined) return known;
  const own = service.operations.some(streams) ? streamingExports : [];
  const scope = new NameScope(new Set([...runtimeExports, ...own, ...reservedWords]));
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

function nameOperations(service: Service, scope: NameScope): Map<string, OperationNames> {
  const files = new NameScope();
  const named = service.operations.map((operation) => {
    const { id, responses } = operation;
    const own = responses.flatMap(({ status, headers }) =>
      ['OperationResponse', ...(headers.length === 0 ? [] : ['ResponseHeaders'])].map(
        (suffix) => `${statusName(status)}${suffix}`,
      ),
    );
    const type = claimType(id, streams(operation) ? [...own, 'Item'] : own, scope);
    const file = files.claim(fileName(id));
    const client = scope.claim(identifier(id), `${id}Operation`);
    const names = {
      file,
      module: `operations/${file}`,
      type,
      client,
      raw: scope.claim(`${id}Raw`, `${id}RawOperation`),
      handler: scope.claim(`${id}Handler`),
      request: scope.claim(`${id}Request`),
    };
    return { operation, names };
  });
  // Last, so that no operation is called otherwise because of the pages of another.
  return new Map(
    named.map(({ operation: { id, pagination }, names }) => {
      const claim = (name: string) => (pagination === undefined ? name : scope.claim(name));
      return [id, { ...names, pages: claim(`${id}Pages`), items: claim(`${id}Items`) }];
    }),
  );
}

/** The start of an operation's types, of which none may be taken. */
function claimType(id: string, own: readonly string[], scope: NameScope): string {
  const namesOf = (type: string) => [...suffixes, ...own].map((suffix) => `${type}${suffix}`);
  const base = identifier(capitalize(id));
  let type = base;
  for (let number = 2; namesOf(type).some((name) => scope.has(name)); number++) type = `${base}${number}`;
  for (const name of namesOf(type)) scope.claim(name);
  return type;
}

function nameModels(service: Service, scope: NameScope): Map<string, ModelNames> {
  const files = new NameScope();
  const plain = [...service.shapes.keys()].map((name) => {
    const base = identifier(pascalCase(name) || 'Model');
    const type = scope.claim(base, `${base}Model`);
    const validator = scope.claim(`validate${type}`);
    return { name, module: `models/${files.claim(fileName(name))}`, type, validator };
  });
  const directed = directedShapes(service);
  return new Map(
    plain.map(({ name, module, type, validator }) => {
      if (!directed.has(name))
        return [name, { module, type, validator, requestType: type, requestValidator: validator }];
      const requestType = scope.claim(`${type}Request`, `${type}RequestModel`);
      return [name, { module, type, validator, requestType, requestValidator: scope.claim(`validate${requestType}`) }];
    }),
  );
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

/** What cannot be declared in a module in strict mode, in one module format or the other. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export exports extends false finally ' +
    'for function globalThis if implements import in instanceof interface let module new null package private protected public require ' +
    'return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);
