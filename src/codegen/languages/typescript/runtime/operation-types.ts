import { isSuccessStatus } from '../../../../shared/streaming-media-types';
import type { SourceFile } from '../../../emit/source-file';
import {
  type Code,
  type CodeSymbol,
  code,
  globalSymbol,
  isMultiline,
  join,
  lengthOf,
  typeSymbol,
} from '../../../emit/symbol';
import type { Content, Operation, Response, Status } from '../../../model/service';
import { isStream } from '../../../model/streams';
import { parametersShape } from '../../operation-shapes';
import { statusName } from '../names';
import { printDoc, supportType } from '../source';
import { structureType, typeOf } from '../types';
import type { CheckContext } from '../validators/checks';
import type { NamedOperation, RuntimeContext } from './context';
import { headersName, printHeaderTypes } from './response-headers';
import { itemName, itemType, type Side, withStreams } from './streams';

/** The types of an operation, under the names that are a contract. */
export function printOperationTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  printRequestTypes(file, named, context);
  printResponseTypes(file, named, context);
  printHandlerTypes(file, named);
  printClientTypes(file, named, context);
}

/** The type of a body: of all its media types together. */
export function bodyType(contents: readonly Content[], context: CheckContext): Code {
  if (contents.length === 0) return code`undefined`;
  const [only] = contents;
  if (only !== undefined && contents.length === 1) return typeOf(only.shape, context);
  return typeOf({ kind: 'union', mode: 'any', members: contents.map(({ shape }) => shape) }, context);
}

/** The type of the body of a response, on one side of the wire. */
export function responseBodyType(
  contents: readonly Content[],
  named: NamedOperation,
  side: Side,
  context: CheckContext,
): Code {
  const whole = contents.filter((content) => !isStream(content));
  const item = itemName(named);
  if (item === undefined || whole.length === contents.length) return bodyType(contents, context);
  return withStreams(whole.length === 0 ? undefined : bodyType(whole, context), contents, item, side);
}

/** The statuses of a response: a number, or all of a range that no other response names. */
export function statusType(status: Status, responses: readonly Response[]): Code {
  if (typeof status === 'number') return code`${status}`;
  const named = responses.map((response) => response.status).filter((other) => typeof other === 'number');
  if (status !== 'default') {
    const inRange = named.filter((other) => String(other).startsWith(status.charAt(0)));
    const range = code`${supportType('response', `Status${status}`)}`;
    return inRange.length === 0 ? range : code`${globalSymbol('Exclude')}<${range}, ${inRange.join(' | ')}>`;
  }
  const ranges = responses.flatMap((response) =>
    typeof response.status === 'string' && response.status !== 'default'
      ? [supportType('response', `Status${response.status}`)]
      : [],
  );
  const others = [...named.map((other) => code`${other}`), ...ranges.map((range) => code`${range}`)];
  return code`${supportType('response', 'OtherStatus')}${others.length === 0 ? '' : code`<${join(others, ' | ')}>`}`;
}

function printRequestTypes(file: SourceFile, { operation, names }: NamedOperation, context: RuntimeContext): void {
  const { parameters, body } = operation;
  file.blank();
  printDoc(file, { text: `The parameters of \`${operation.method.toUpperCase()} ${operation.path}\`.` });
  if (parameters.length === 0)
    file.line`export type ${names.type}RequestParameters = ${globalSymbol('Record')}<string, never>;`;
  else
    file.line`export interface ${names.type}RequestParameters ${structureType(parametersShape(operation), context.request)}`;
  file.blank();
  printDoc(file, { text: body?.description });
  const type = body === undefined ? code`undefined` : bodyType(body.contents, context.request);
  file.line`export type ${names.type}RequestBody = ${type}${body?.required === false ? ' | undefined' : ''};`;
  file.blank();
  printDoc(file, { text: `What a client gives to ${names.client}.` });
  printInput(file, { operation, names });
}

function printInput(file: SourceFile, { operation, names }: NamedOperation): void {
  const { parameters, body } = operation;
  const type = hasFiles(body)
    ? code`${supportType('write-body', 'WithFiles')}<${names.type}RequestBody>`
    : code`${names.type}RequestBody`;
  const line = code`  body${body?.required ? '' : '?'}: ${type};`;
  if (body === undefined) file.line`export type ${names.type}Input = ${names.type}RequestParameters;`;
  else if (parameters.length === 0) file.line`export interface ${names.type}Input {\n${line}\n}`;
  else file.line`export interface ${names.type}Input extends ${names.type}RequestParameters {\n${line}\n}`;
}

/** True for a body that may be a file or have some among its fields: clients send what browsers call a file, too. */
function hasFiles(body: Operation['body']): boolean {
  return body?.contents.some(({ kind }) => kind === 'multipart' || kind === 'binary') ?? false;
}

function printResponseTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const item = itemName(named);
  if (item !== undefined) {
    file.blank();
    printDoc(file, { text: `An item of what ${names.client} streams.` });
    file.line`export type ${item} = ${itemType(operation, context.response)};`;
  }
  printHeaderTypes(file, named, context);
  const types = operation.responses.map((response) => {
    const name = `${names.type}${statusName(response.status)}OperationResponse`;
    const body = responseBodyType(response.contents, named, 'handler', context.response);
    const status = statusType(response.status, operation.responses);
    file.blank();
    printDoc(file, { text: response.description });
    const headers = headersName(named, response);
    const isRequired = response.headers.some(({ required }) => required);
    const type = supportType('response', `OperationResponse${isRequired ? 'WithHeaders' : ''}`);
    file.line`export type ${name} = ${type}<${status}, ${body}${headers === undefined ? '' : `, ${headers}`}>;`;
    return code`${name}`;
  });
  file.blank();
  printDoc(file, { text: `Every response of ${names.client} that the model allows.` });
  const all = types.length === 0 ? [code`${supportType('response', 'OperationResponse')}`] : types;
  printUnion(file, `${names.type}OperationResponses`, all);
}

function printHandlerTypes(file: SourceFile, { names }: NamedOperation): void {
  const { type } = names;
  const parameters = [`${type}RequestParameters`, `${type}RequestBody`, `${type}OperationResponses`];
  for (const name of ['HandlerFunction', 'ChainedHandlerFunction', 'ChainedRequestInput']) {
    file.blank();
    const lines = parameters.map((parameter) => `\n  ${parameter}`).join(',');
    file.line`export type ${type}${name} = ${supportType('handler', name)}<${lines}\n>;`;
  }
}

/** Spelled out rather than derived: compilers take long to distribute over the responses of every operation. */
function printClientTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const { responses } = operation;
  const all = responses.map((response) => ({ status: statusType(response.status, responses), response }));
  const errors = all.flatMap(({ status, response }) => {
    if (isSuccessStatus(String(response.status))) return [];
    const isMixed = response.status === 'default';
    return [{ response, status: isMixed ? code`${supportType('client-errors', 'ErrorStatus')}<${status}>` : status }];
  });
  const withArgs = (type: CodeSymbol, { status, response }: (typeof all)[number]) => {
    const headers = headersName(named, response);
    const args = [status, responseBody(response, named, context), ...(headers === undefined ? [] : [code`${headers}`])];
    return code`${type}<${join(args, ', ')}>`;
  };
  const rawTypes = all.map((entry) => {
    const hasHeaders = entry.response.headers.length > 0;
    return withArgs(supportType('client', hasHeaders ? 'RawResponseWithHeaders' : 'RawResponse'), entry);
  });
  file.blank();
  printDoc(file, { text: `What ${names.raw} answers: status, body and headers, for every status.` });
  const raw = supportType('client', 'RawResponse');
  printUnion(file, `${names.type}RawResponse`, responses.length === 0 ? [code`${raw}`] : rawTypes);
  file.blank();
  printDoc(file, { text: `What ${names.client} throws when the API answers with an error.` });
  const error = supportType('client-errors', 'ResponseError');
  printUnion(
    file,
    `${names.type}Errors`,
    responses.length === 0 ? [code`${error}`] : errors.map((entry) => withArgs(error, entry)),
  );
}

/** The body of a response: what is long stands only in the type of the response. */
export function responseBody(response: Response, named: NamedOperation, context: RuntimeContext): Code {
  const body = responseBodyType(response.contents, named, 'client', context.response);
  const isShort = !isMultiline(body) && lengthOf(body) <= 60;
  if (isShort || response.contents.some(isStream)) return body;
  const name = `${named.names.type}${statusName(response.status)}OperationResponse`;
  return code`${typeSymbol(name, named.names.module)}['body']`;
}

function printUnion(file: SourceFile, name: string, members: readonly Code[]): void {
  const inline = code`export type ${name} = ${members.length === 0 ? 'never' : join(members, ' | ')};`;
  if (members.length <= 2 && lengthOf(inline) <= 110) file.print(inline);
  else if (members.length === 1) file.print(inline);
  else file.line`export type ${name} =\n  | ${join(members, '\n  | ')};`;
}
