import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import type { InputMember } from '../../../model/pagination';
import { printDoc, tagText } from '../javadoc';
import { call, javaFile, javaType, method, type Text } from '../source';
import { type ClassPart, classParts } from './class-parts';
import { successOf } from './operation-call';
import { type NamedOperation, nested, type RuntimeContext, support } from './operation-context';
import { apiClassName } from './operation-names';
import { hasInput, parameterNames, printOperationDoc } from './operation-types';
import { pageMethods } from './pagination';

/** A class of the client, or one that it extends. */
interface ClassContext {
  readonly isAsync: boolean;
  readonly context: RuntimeContext;
  /** The methods of operations, which two classes have where an operation has a tag. */
  readonly printed: Map<NamedOperation, string>;
}

/** The classes of an API: one for each first tag, and one of everything. */
export function clientClasses(operations: readonly NamedOperation[]): ReadonlyMap<string, readonly NamedOperation[]> {
  const classes = new Map<string, NamedOperation[]>();
  for (const named of operations) {
    const [tag] = named.operation.tags;
    const name = apiClassName(tag);
    if (name === apiClassName(undefined)) continue;
    const found = classes.get(name);
    if (found === undefined) classes.set(name, [named]);
    else found.push(named);
  }
  return new Map<string, readonly NamedOperation[]>([[apiClassName(undefined), operations], ...classes]);
}

/** `DefaultApi` and `AsyncDefaultApi`, and the same of each tag: classes with methods, and those that they extend where these are too many for one. */
export function* emitClientClasses(
  operations: readonly NamedOperation[],
  context: RuntimeContext,
): Iterable<readonly [string, SourceFile]> {
  const waiting = { isAsync: false, context, printed: new Map() };
  const others = { isAsync: true, context, printed: new Map() };
  for (const [name, members] of clientClasses(operations)) {
    for (const part of classParts(name, members)) yield [part.name, emitPart(part, waiting)];
    for (const part of classParts(`Async${name}`, members)) yield [part.name, emitPart(part, others)];
  }
}

/** What the classes use of their own Java package. */
const ownClasses = [
  ...['Transport', 'ClientOptions', 'RequestOptions', 'Paged', 'AsyncPaged', 'ResponseException'],
  'NoResponseException',
];

function emitPart({ name, base, isLast, operations }: ClassPart, classes: ClassContext): SourceFile {
  const { isAsync, context, printed } = classes;
  const file = javaFile(context.packages.client, name);
  file.declare(...ownClasses);
  const about = isAsync
    ? 'The operations as methods that do not wait.'
    : 'The operations as methods that wait for their answers.';
  printDoc(file, { text: about });
  const kind = isLast ? 'public final class' : 'abstract class';
  const extending = base === undefined ? '' : ` extends ${base}`;
  file.block(code`${kind} ${name}${extending} {`, '}', () => {
    file.line`private final Transport transport;`;
    file.blank();
    const start = base === undefined ? [] : ['super(transport);'];
    const access = isLast ? 'private ' : '';
    method(file, code`${access}${name}(Transport transport)`, [...start, 'this.transport = transport;']);
    if (isLast) printCreation(file, name);
    for (const named of operations) {
      const methods = printed.get(named) ?? file.capture(() => printMethods(file, named, classes));
      printed.set(named, methods);
      file.blank();
      file.insert(methods);
    }
  });
  return file;
}

function printCreation(file: SourceFile, name: string): void {
  file.blank();
  printDoc(file, {
    text: 'A client with no options.',
    tags: [
      '@param baseUrl with the stage if there is one: {@code https://abc.execute-api.eu-west-1.amazonaws.com/prod}',
    ],
  });
  method(file, code`public static ${name} create(String baseUrl)`, [
    'return create(ClientOptions.builder(baseUrl).build());',
  ]);
  file.blank();
  printDoc(file, { text: 'A client with options.' });
  method(file, code`public static ${name} create(ClientOptions options)`, [
    code`return new ${name}(new Transport(options));`,
  ]);
}

function printMethods(file: SourceFile, named: NamedOperation, classes: ClassContext): void {
  const { isAsync, context } = classes;
  const { names, operation } = named;
  const future = javaType('CompletableFuture', 'java.util.concurrent');
  const type = (suffix: string) => nested(`${names.type}${suffix}`, named, context);
  const success = successOf(named, context, (name) => nested(name, named, context)).type;
  const raw = code`${support('RawResponse', context)}<${type('Response')}>`;
  const wrap = (result: Code) => (isAsync ? code`${future}<${result}>` : result.text === 'Void' ? 'void' : result);
  const input = hasInput(operation) ? [code`${type('Input')} input`] : [];
  const values = operation.parameters.length === 0 ? 'null' : 'input.requestParameters()';
  const body = operation.body === undefined ? 'null' : 'input.body()';
  const args = [code`${type('Call')}.CALL`, values, body, 'options'];
  const suffix = isAsync ? 'Async' : '';
  const isVoid = !isAsync && success.text === 'Void';
  const print = (name: string, result: Code, parameters: readonly Text[], line: Text) =>
    method(file, call(code`public ${wrap(result)} ${name}`, parameters, '', 4), [line]);
  const start = isVoid ? 'transport' : 'return transport';
  const options = 'RequestOptions options';
  const sendArgs = [...args, code`${type('Call')}::success`];
  const given = input.length === 0 ? '' : 'input, ';
  printOperationDoc(file, named, '', errorTags(isAsync));
  print(names.member, success, [...input, options], call(`${start}.call${suffix}`, sendArgs, ';', 6));
  printShorter(file, { name: names.member, result: wrap(success), isVoid }, named, context);
  file.blank();
  printDoc(file, { text: `As \`${names.member}\`, with status and headers, and with every status as an answer.` });
  print(names.raw, raw, [...input, options], call(`return transport.send${suffix}`, args, ';', 6));
  file.blank();
  printDoc(file, { text: 'As the client has its options.' });
  print(names.raw, raw, input, `return ${names.raw}(${given}RequestOptions.NONE);`);
  printPages(file, named, classes);
}

/** What a method gives that is there in several forms. */
interface Overloaded {
  readonly name: string;
  readonly result: Text;
  readonly isVoid: boolean;
}

/** The same method for less: without options, with what is put into a builder, with nothing. */
function printShorter(
  file: SourceFile,
  { name, result, isVoid }: Overloaded,
  named: NamedOperation,
  context: RuntimeContext,
): void {
  const type = nested(`${named.names.type}Input`, named, context);
  const isGiven = hasInput(named.operation);
  const ret = isVoid ? '' : 'return ';
  const print = (text: string, parameters: readonly Text[], line: Text) => {
    file.blank();
    printDoc(file, { text });
    method(file, call(code`public ${result} ${name}`, parameters, '', 4), [line]);
  };
  const input = isGiven ? [code`${type} input`] : [];
  print('As the client has its options.', input, `${ret}${name}(${isGiven ? 'input, ' : ''}RequestOptions.NONE);`);
  if (!isGiven) return;
  const consumer = code`${javaType('Consumer', 'java.util.function')}<${type}.Builder> input`;
  print('With what is put into a builder.', [consumer], code`${ret}${name}(${type}.of(input));`);
  if (isInputOptional(named)) print('With nothing given.', [], code`${ret}${name}(${type}.builder().build());`);
}

/** The methods that go over pages. */
function printPages(file: SourceFile, named: NamedOperation, { isAsync, context }: ClassContext): void {
  const { names, operation } = named;
  const calls = nested(`${names.type}Call`, named, context);
  const parameters = [code`${nested(`${names.type}Input`, named, context)} input`, 'RequestOptions options'];
  for (const { name, doc, value, isOfItems } of pageMethods(named, context)) {
    const result = code`${isAsync ? 'AsyncPaged' : 'Paged'}<${value}>`;
    file.blank();
    printDoc(file, { text: doc, deprecated: operation.deprecated, tags: pageTags(named) });
    method(file, call(code`public ${result} ${name}`, parameters, '', 4), [
      isOfItems
        ? code`return ${names.pages}(input, options).items(${calls}::items);`
        : code`return transport.pages${isAsync ? 'Async' : ''}(${calls}.PAGING, input, options);`,
    ]);
    printShorter(file, { name, result, isVoid: false }, named, context);
  }
}

function pageTags({ operation }: NamedOperation): string[] {
  const { inputToken, pageSize } = operation.pagination ?? {};
  const nameOf = (member: InputMember) => {
    if (member.location === 'body') return `${tagText(`\`${member.name}\``)} of the body`;
    return `{@code ${parameterNames(operation).get(member.key) ?? member.key}}`;
  };
  const size = pageSize === undefined ? '' : `; ${nameOf(pageSize)} is how many items a page has at most`;
  const first = inputToken === undefined ? '' : nameOf(inputToken);
  return [
    `@param input of the first page, where ${first} may lead elsewhere than to the start${size}`,
    '@param options of the request for each page',
  ];
}

function errorTags(isAsync: boolean): string[] {
  if (isAsync) return ['@return fails with a {@link ResponseException} when the API answers with an error'];
  return [
    '@throws ResponseException when the API answers with an error',
    '@throws NoResponseException when it does not answer',
  ];
}

/** Whether a client need not give anything. */
export function isInputOptional({ operation: { parameters, body } }: NamedOperation): boolean {
  return parameters.every(({ required }) => !required) && body?.required !== true;
}
