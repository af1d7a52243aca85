import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, indentRest, isMultiline, lengthOf } from '../../../emit/symbol';
import type { Operation, Response, Status } from '../../../model/service';
import { isStream, streams, streamsOf } from '../../../model/streams';
import { printDocstring } from '../docstring';
import { keywords } from '../names';
import { brackets, lineLength, quote, suite } from '../source';
import { support } from './checks/expressions';
import { aliasType, optional, type RuntimeContext, unionOf } from './context';
import { bodyType } from './operation-bodies';
import { type NamedOperation, responseTypeName } from './operation-names';
import { printParametersClass, route } from './operation-parameters';
import {
  apiResponse,
  apiResponseWithHeaders,
  iterable,
  literalType,
  notRequired,
  typeAlias,
  typedDict,
} from './symbols';

/** The names of types that the module of an operation declares, in their order. */
export function typeNames({ operation, names }: NamedOperation): string[] {
  const { parameters, body, responses } = operation;
  return [
    ...(parameters.length === 0 ? [] : [`${names.type}RequestParameters`]),
    ...(body === undefined ? [] : [`${names.type}RequestBody`]),
    ...(hasContentTypes(operation) ? [`${names.type}ContentType`] : []),
    ...(streams(operation) ? [`${names.type}Item`] : []),
    ...responses.filter(({ headers }) => headers.length > 0).map((each) => headersName({ operation, names }, each)),
    ...responses.map(({ status }) => responseTypeName(names, status)),
    `${names.type}OperationResponses`,
  ];
}

/** True where a body has several media types, of which the caller may choose. */
export function hasContentTypes({ body }: Operation): boolean {
  return (body?.contents.length ?? 0) > 1;
}

/** Prints the types of an operation. */
export function printOperationTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  if (operation.parameters.length > 0) printParametersClass(file, named, context);
  const { body } = operation;
  if (body !== undefined) {
    const type = bodyType(body.contents, 'request', context);
    printAlias(file, `${names.type}RequestBody`, body.required ? type : optional(type), body.description);
  }
  if (hasContentTypes(operation)) {
    const types = body?.contents.map(({ mediaType }) => code`${quote(mediaType)}`) ?? [];
    const name = `${names.type}ContentType`;
    const text = `The media types that the body of ${route(operation)} may have.`;
    printAlias(file, name, brackets(code`${literalType}[`, types, ']', `${name}: TypeAlias = `.length), text);
  }
  if (streams(operation)) {
    const items = unionOf(streamsOf(operation).map(({ shape }) => aliasType(shape, 'response', context)));
    printAlias(file, `${names.type}Item`, items, `An item of what ${route(operation)} streams.`);
  }
  for (const response of operation.responses) printResponse(file, named, response, context);
  const all = operation.responses.map(({ status }) => code`${responseTypeName(names, status)}`);
  const text = `Every response of ${route(operation)} that the model allows.`;
  printUnion(file, `${names.type}OperationResponses`, all.length === 0 ? [code`${apiResponse}`] : all, text);
}

/** The name of the type of the headers of a response. */
export function headersName({ names }: NamedOperation, { status }: Response): string {
  return responseTypeName(names, status, 'ResponseHeaders');
}

/** The status of a response as a type. Of all other statuses, one cannot say which they are. */
export function statusType(status: Status): Code {
  if (typeof status === 'number') return code`${literalType}[${status}]`;
  return status === 'default' ? code`int` : code`${support('statuses', `Status${status}`)}`;
}

function printResponse(file: SourceFile, named: NamedOperation, response: Response, context: RuntimeContext): void {
  const { status, headers, contents, description } = response;
  if (headers.length > 0) printHeaders(file, named, response, context);
  const whole = contents.filter((content) => !isStream(content));
  const isText = contents.some(({ eventData }) => eventData === 'text');
  const items = code`${iterable}[${named.names.type}Item${isText ? ' | str' : ''}]`;
  const types = [
    ...(whole.length === 0 && contents.length > 0 ? [] : [bodyType(whole, 'response', context)]),
    ...(whole.length < contents.length ? [items] : []),
  ];
  const ownHeaders = code`${headersName(named, response)}`;
  const isRequired = headers.some(({ required }) => required);
  const args = [statusType(status), unionOf(types), ...(headers.length === 0 ? [] : [ownHeaders])];
  const name = responseTypeName(named.names, status);
  printAlias(
    file,
    name,
    brackets(code`${isRequired ? apiResponseWithHeaders : apiResponse}[`, args, ']', `${name}: TypeAlias = `.length),
    description,
  );
}

function printHeaders(file: SourceFile, named: NamedOperation, response: Response, context: RuntimeContext): void {
  const name = headersName(named, response);
  const text = `The headers that ${route(named.operation)} answers with (${response.status}).`;
  const types = response.headers.map(({ name: header, shape, required }) => {
    const type = aliasType(shape, 'response', context);
    return { header, type: required ? type : code`${notRequired}[${type}]` };
  });
  if (types.every(({ header }) => /^[A-Za-z][A-Za-z0-9_]*$/.test(header) && !keywords.has(header))) {
    file.print(code``);
    suite(file, code`class ${name}(${typedDict}):`, () => {
      printDocstring(file, { text }, 4);
      file.blank();
      for (const { header, type } of types) file.line`${header}: ${type}`;
    });
    file.print(code``);
    return;
  }
  const members = brackets(
    '{',
    types.map(({ header, type }) => code`${quote(header)}: ${type}`),
    '}',
    8,
  );
  file.line`${name} = ${typedDict}(\n    ${quote(name)},\n    ${indentRest(members, '    ')},\n)`;
  printDocstring(file, { text }, 0);
  file.blank();
}

function printAlias(file: SourceFile, name: string, type: Code, text: string | undefined): void {
  const isShort = isMultiline(type) || `${name}: TypeAlias = `.length + lengthOf(type) <= lineLength;
  if (isShort || type.text.endsWith(']')) file.line`${name}: ${typeAlias} = ${type}`;
  else file.line`${name}: ${typeAlias} = (\n    ${type}\n)`;
  if (text !== undefined) printDocstring(file, { text }, 0);
  file.blank();
}

/** Prints an alias of a union. */
export function printUnion(file: SourceFile, name: string, members: readonly Code[], text: string): void {
  printAlias(file, name, wrapped(members, `${name}: TypeAlias = `.length), text);
}

/** Members of a union, on lines of their own where they do not fit on one. */
function wrapped(members: readonly Code[], indent: number): Code {
  const inline = unionOf(members);
  const [first] = members;
  if (members.length === 1 && first !== undefined) return first;
  if (!isMultiline(inline) && indent + lengthOf(inline) <= lineLength) return inline;
  // In brackets on a line of its own, or with a line for each.
  if (!isMultiline(inline) && 4 + lengthOf(inline) <= lineLength) return code`(\n    ${inline}\n)`;
  const lines = members.map((member, index) => code`    ${index === 0 ? '' : '| '}${indentRest(member, '    ')}\n`);
  return code`(\n${lines})`;
}
