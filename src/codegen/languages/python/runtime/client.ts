import type { SourceFile } from '../../../emit/source-file';
import { type Code, type CodeSymbol, code, lengthOf, typeSymbol, valueSymbol } from '../../../emit/symbol';
import { isStream, streams } from '../../../model/streams';
import { successesOf } from '../../operation-shapes';
import { apiClassName } from '../../typescript/names';
import { docstring, printDocstring } from '../docstring';
import { snakeCase } from '../names';
import { brackets, call, deeper, importLines, pythonFile, suite, type Text } from '../source';
import { annotation, optional, type RuntimeContext, unionOf } from './context';
import { exportList } from './handler';
import { lazyPackage } from './lazy-package';
import { operationText } from './operation';
import type { NamedOperation } from './operation-names';
import { hasContentTypes } from './operation-types';
import { pageMethods, pageParameterDocs } from './pagination';
import { asyncIterator, iterator } from './symbols';

/** A class of clients: its name, its module, and the operations that it has. */
export interface ClientClass {
  readonly name: string;
  /** In the package `client`. */
  readonly module: string;
  readonly isAsync: boolean;
  readonly operations: readonly NamedOperation[];
}

/** The classes of an API: one for each first tag, and one of everything; each for programs that block and for those that do not. */
export function clientClasses(operations: readonly NamedOperation[]): ClientClass[] {
  const byName = new Map<string, NamedOperation[]>([[apiClassName(undefined), [...operations]]]);
  for (const named of operations) {
    const name = apiClassName(named.operation.tags[0]);
    if (name !== apiClassName(undefined)) byName.set(name, [...(byName.get(name) ?? []), named]);
  }
  return [...byName].flatMap(([name, members]) =>
    [false, true].map((isAsync) => {
      const className = isAsync ? `Async${name}` : name;
      return { name: className, module: snakeCase(className), isAsync, operations: members };
    }),
  );
}

/** The classes of an API as modules, with two methods for each operation. */
export function* emitClientClasses(classes: readonly ClientClass[], context: RuntimeContext): Iterable<SourceFile> {
  const inputs = new Map(context.operations.map((named) => [named, inputOf(named, context)]));
  const blocking = { context, inputs, printed: new Map() };
  const waiting = { context, inputs, printed: new Map() };
  for (const each of classes) yield emitClientClass(each, each.isAsync ? waiting : blocking);
}

/** What classes of one kind share. */
interface ClassContext {
  readonly context: RuntimeContext;
  readonly inputs: ReadonlyMap<NamedOperation, Input>;
  /** The methods of operations, which two classes have where an operation has a tag. */
  readonly printed: Map<NamedOperation, string>;
}

function emitClientClass({ name, module, isAsync, operations }: ClientClass, shared: ClassContext): SourceFile {
  const { printed } = shared;
  const file = pythonFile(`client/${module}`);
  file.declare(name);
  const base = isAsync ? valueSymbol('AsyncApi', 'client/async_client') : valueSymbol('SyncApi', 'client/sync_client');
  file.print(exportList([name]), code``, code``);
  suite(file, code`class ${name}(${base}):`, () => {
    printDocstring(file, { text: 'The operations of the API as methods.' }, 4);
    file.blank();
    for (const named of operations) {
      const methods = printed.get(named) ?? file.capture(() => file.print(...methodsOf(named, isAsync, shared)));
      printed.set(named, methods);
      file.insert(methods);
    }
  });
  return file;
}

/** The code of `client/__init__.py`. */
export function clientInit(classes: readonly ClientClass[]): string {
  const homes = new Map<string, readonly string[]>([
    ...classes.map(({ name, module }) => [`client/${module}`, [name]] as const),
    ['client/errors', ['ResponseError']],
    ['client/options', ['AsyncHeaderSource', 'HeaderSource', 'RequestOptions']],
  ]);
  return lazyPackage('client', homes);
}

/** What methods and tests take of an operation: its parameters and its body, by name. */
export function inputParameters({ operation, names }: NamedOperation, context: RuntimeContext): Code[] {
  const { parameters, body } = operation;
  const module = `operations/${names.member}`;
  const given = parameters.map((parameter) => {
    const name = names.attributes.get(parameter) ?? '';
    const type = annotation(parameter.shape, 'request', context);
    return {
      isRequired: parameter.required,
      text: parameter.required ? code`${name}: ${type}` : code`${name}: ${optional(type)} = None`,
    };
  });
  if (body !== undefined) {
    const type = code`${typeSymbol(`${names.type}RequestBody`, module)}`;
    given.push({ isRequired: body.required, text: body.required ? code`body: ${type}` : code`body: ${type} = None` });
  }
  const sorted = [...given.filter((each) => each.isRequired), ...given.filter((each) => !each.isRequired)];
  return [...sorted.map(({ text }) => text), ...contentTypeParameter({ operation, names })];
}

/** The arguments that hand them on. */
export function inputArguments(
  { operation, names }: NamedOperation,
  indent: number,
): { readonly parameters: Code; readonly others: readonly string[] } {
  const entries = operation.parameters.map((parameter) => {
    const name = names.attributes.get(parameter) ?? '';
    return `"${name}": ${name}`;
  });
  return {
    parameters: brackets('{', entries, '}', indent),
    others: [
      ...(operation.body === undefined ? [] : ['body=body']),
      ...(hasContentTypes(operation) ? ['content_type=content_type'] : []),
    ],
  };
}

/** What is said of the parameters of an operation. */
export function parameterDocs({
  operation,
  names,
}: NamedOperation): { readonly name: string; readonly text: string }[] {
  return operation.parameters.flatMap((parameter) => {
    const text = parameter.description ?? parameter.shape.description ?? '';
    return text.trim() === '' ? [] : [{ name: names.attributes.get(parameter) ?? '', text }];
  });
}

/** Where a body has several media types, the caller may choose. */
function contentTypeParameter({ operation, names }: NamedOperation): Code[] {
  if (!hasContentTypes(operation)) return [];
  const type = typeSymbol(`${names.type}ContentType`, `operations/${names.member}`);
  return [code`content_type: ${type} | None = None`];
}

/** What all methods of an operation take, and hand on. */
interface Input extends ReturnType<typeof inputArguments> {
  readonly taken: readonly Code[];
  /** What is said of the operation. */
  readonly doc: readonly string[];
}

function inputOf(named: NamedOperation, context: RuntimeContext): Input {
  const { operation } = named;
  const doc = { text: operationText(operation), deprecated: operation.deprecated };
  return {
    ...inputArguments(named, 13),
    taken: inputParameters(named, context),
    doc: docstring(doc, 8, parameterDocs(named)),
  };
}

/** The methods of an operation. */
function methodsOf(named: NamedOperation, isAsync: boolean, { inputs, context }: ClassContext): Text[] {
  const input = inputs.get(named) ?? inputOf(named, context);
  const { client } = named.names;
  const body = {
    name: client,
    calls: '_call',
    isAsync,
    type: successType(named, isAsync, context),
    doc: input.doc,
  } as const;
  return [body, rawMethod(named, isAsync), ...pagesOf(named, isAsync, context)].flatMap((each) =>
    printMethod(each, named, input),
  );
}

function rawMethod({ operation, names }: NamedOperation, isAsync: boolean): Method {
  const suffix = isAsync && streams(operation) ? 'AsyncRawResponse' : 'RawResponse';
  const type = code`${typeSymbol(names.type + suffix, `operations/${names.member}`)}`;
  const text = `As \`${names.client}\`, with status and headers, and with every status as an answer.`;
  return { name: names.raw, calls: '_send', isAsync, type, doc: docstring({ text }, 8) };
}

/** What iterates is no coroutine, in clients that do not block either: the first page is asked for when it is wanted. */
function pagesOf(named: NamedOperation, isAsync: boolean, context: RuntimeContext): Method[] {
  return pageMethods(named, context).map(({ name, calls, text, yields }) => {
    const type = code`${isAsync ? asyncIterator : iterator}[${yields}]`;
    const doc = docstring({ text, deprecated: named.operation.deprecated }, 8, pageParameterDocs(named));
    return { name, calls, isAsync: false, type, doc };
  });
}

interface Method {
  readonly name: string;
  /** What it calls. */
  readonly calls: '_call' | '_send' | '_pages' | '_items';
  /** Whether it is a coroutine. */
  readonly isAsync: boolean;
  readonly type: Code;
  readonly doc: readonly string[];
}

function printMethod({ name, calls, isAsync, type, doc }: Method, { names }: NamedOperation, input: Input): Text[] {
  const options = code`options: ${optional(code`${typeSymbol('RequestOptions', 'client/options')}`)} = None`;
  const args = [names.constant, input.parameters, 'options', ...input.others];
  const head = code`${names.result}: ${type} = `;
  const value = call(code`${isAsync ? 'await ' : ''}self.${calls}`, args, 8 + lengthOf(head));
  // Imported where it is called: clients of large APIs use few of their operations.
  const imports = importLines(`..operations.${names.member}`, [names.constant], bodyIndent);
  const body = [...doc, ...imports.map((line) => line.slice(bodyIndent.length)), ''];
  return [
    brackets(`${isAsync ? 'async ' : ''}def ${name}(`, ['self', '*', ...input.taken, options], code`) -> ${type}:`, 4),
    ...body.map((line) => (line === '' ? line : `    ${line}`)),
    code`    ${deeper(code`${head}${value}`)}`,
    `    return ${names.result}`,
    '',
  ];
}

const bodyIndent = ' '.repeat(8);

/** The body of a success. Without one in the model, that of the default response; without that, nothing is known of it. */
function successType(named: NamedOperation, isAsync: boolean, context: RuntimeContext): Code {
  const chosen = successesOf(named.operation);
  if (chosen.length === 0) return named.operation.responses.length === 0 ? code`object` : code`None`;
  const contents = chosen.flatMap((response) => response.contents);
  const types = contents.map((content) =>
    isStream(content) ? itemStream(named, isAsync) : annotation(content.shape, 'response', context),
  );
  const isEmpty = chosen.some((response) => response.contents.length === 0);
  return unionOf([...types, ...(isEmpty ? [code`None`] : [])]);
}

function itemStream({ names }: NamedOperation, isAsync: boolean): Code {
  const stream: CodeSymbol = isAsync
    ? typeSymbol('AsyncItemStream', 'client/async_client')
    : typeSymbol('ItemStream', 'client/sync_client');
  return code`${stream}[${typeSymbol(`${names.type}Item`, `operations/${names.member}`)}]`;
}
