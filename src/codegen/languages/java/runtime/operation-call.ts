import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import type { Response } from '../../../model/service';
import { isStream } from '../../../model/streams';
import { successesOf } from '../../operation-shapes';
import { printDoc } from '../javadoc';
import { call, method, quote } from '../source';
import { bodyType, itemType, readBody } from './operation-bodies';
import { contentOf } from './operation-contents';
import { chain, chained, type NamedOperation, type RuntimeContext, support } from './operation-context';
import { headersName, responseName, statusName } from './operation-names';
import { headersConstant } from './operation-wire';
import { printPaging, printPagingMethods } from './pagination';

/** Prints how clients call an operation. */
export function printCall(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const { id, method: verb, path, parameters, body, responses } = operation;
  const name = `${names.type}Call`;
  const type = support('Call', context);
  printDoc(file, { text: `How clients call \`${names.member}\`.` });
  file.block(code`final class ${name} {`, '}', () => {
    const start = code`${type}.<${names.type}Response>of(${quote(id)}, ${quote(verb.toUpperCase())}, ${quote(path)})`;
    const contents = (body?.contents ?? []).map((content) => contentOf(content, context));
    const calls = [
      ...(parameters.length === 0 ? [] : [code`.parameters(${names.type}Wire.PARAMETERS)`]),
      ...(body === undefined ? [] : [chained('body', contents)]),
      ...responses.map((response) => responseCall(response, named, context)),
    ];
    printDoc(file, { text: 'Its requests and responses on the wire.' });
    file.line`public static final ${type}<${names.type}Response> CALL = ${chain(start, calls)};`;
    printPaging(file, named, context);
    file.blank();
    file.line`private ${name}() {}`;
    file.blank();
    printSuccess(file, named, context);
    printPagingMethods(file, named, context);
    for (const response of responses) printReader(file, response, named, context);
  });
}

function responseCall(response: Response, { names }: NamedOperation, context: RuntimeContext): Code {
  const { status, headers, contents } = response;
  const args = [
    code`${quote(String(status))}`,
    code`${names.type}Call::${readerName(response)}`,
    ...(headers.length === 0
      ? []
      : [code`${names.type}Wire.${headersConstant(response)}`, code`${headersName(names, response)}.class`]),
    ...contents.map((content) => contentOf(content, context)),
  ];
  return chained('response', args);
}

function readerName({ status }: Response): string {
  return `read${statusName(status)}`;
}

function printReader(file: SourceFile, response: Response, named: NamedOperation, context: RuntimeContext): void {
  const { names } = named;
  const { status, contents, headers } = response;
  const name = responseName(names, response);
  const body = readBody(contents, { type: code`${name}Body`, source: 'answer', isStreamed: true }, context);
  const values = code`${support('Json', context)}.read(answer.headerValues(), ${headersName(names, response)}.class)`;
  const args = [
    ...(typeof status === 'number' ? [] : ['answer.statusCode()']),
    ...(contents.length === 0 ? [] : [body]),
    ...(headers.length === 0 ? [] : [values]),
    'answer.headers()',
  ];
  file.blank();
  method(file, code`private static ${name} ${readerName(response)}(${support('Answer', context)} answer)`, [
    call(code`return new ${name}`, args, ';', 6),
  ]);
}

/** What a call of an operation gives, where all is well. */
export interface Success {
  readonly type: Code;
  /** What is done with each of the responses; nothing where the response itself is given. */
  readonly responses: readonly Response[] | undefined;
}

/**
 * The body of a success. Without one in the model, that of the default response. Where successes have bodies of several types, the response
 * itself.
 *
 * @param nested how the types of the operation are named where this is printed
 */
export function successOf(named: NamedOperation, context: RuntimeContext, nested: (name: string) => Code): Success {
  const chosen = successesOf(named.operation);
  const bodies = chosen.flatMap((response) => clientBody(response, named, context, nested) ?? []);
  const [first] = bodies;
  if (first === undefined) return { type: code`Void`, responses: [] };
  if (bodies.every(({ text }) => text === first.text)) return { type: first, responses: chosen };
  return { type: nested(`${named.names.type}Response`), responses: undefined };
}

/** Of a stream, what can be closed. */
function clientBody(
  response: Response,
  { names }: NamedOperation,
  context: RuntimeContext,
  nested: (name: string) => Code,
): Code | undefined {
  const [only] = response.contents;
  if (only !== undefined && response.contents.length === 1 && isStream(only)) {
    return code`${support('ItemStream', context)}<${itemType(only, context)}>`;
  }
  return bodyType(response.contents, nested(`${responseName(names, response)}Body`), context);
}

function printSuccess(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { names } = named;
  const { type, responses } = successOf(named, context, (name) => code`${name}`);
  printDoc(file, { text: 'What a call gives of a response that is a success.' });
  const withBody = responses?.filter(({ contents }) => contents.length > 0) ?? [];
  const lines = withBody.map((response) => {
    const [only] = response.contents;
    const cast = response.contents.length === 1 && only !== undefined && isStream(only) ? code`(${type}) ` : '';
    return code`if (response instanceof ${responseName(names, response)} found) return ${cast}found.body();`;
  });
  const last = responses === undefined ? 'return response;' : 'return null;';
  method(file, code`public static ${type} success(${names.type}Response response)`, [...lines, last]);
}
