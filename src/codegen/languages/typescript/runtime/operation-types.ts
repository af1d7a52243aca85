import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, globalSymbol, join } from '../../../emit/symbol';
import type { Content, Operation, Response, Status } from '../../../model/service';
import type { ShapeOf } from '../../../model/shape';
import { statusName } from '../names';
import { printDoc, supportType } from '../source';
import { structureType, typeOf } from '../types';
import type { CheckContext } from '../validators/checks';
import type { NamedOperation, RuntimeContext } from './context';

/** The types of an operation, under the names that are a contract. */
export function printOperationTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  printRequestTypes(file, named, context);
  printResponseTypes(file, named, context);
  printHandlerTypes(file, named);
  printClientTypes(file, named);
}

/** The parameters of an operation as one structure, by their keys. */
export function parametersShape({ parameters }: Operation): ShapeOf<'structure'> {
  return {
    kind: 'structure',
    members: parameters.map(({ key, shape, required, description, deprecated }) => ({
      name: key,
      required,
      shape: {
        ...shape,
        ...(description === undefined ? {} : { description }),
        ...(deprecated === undefined ? {} : { deprecated }),
        readOnly: false,
        writeOnly: false,
      },
    })),
    additional: { kind: 'any' },
  };
}

/** The type of a body: of all its media types together. */
export function bodyType(contents: readonly Content[], context: CheckContext): Code {
  if (contents.length === 0) return code`undefined`;
  const [only] = contents;
  if (only !== undefined && contents.length === 1) return typeOf(only.shape, context);
  return typeOf({ kind: 'union', mode: 'any', members: contents.map(({ shape }) => shape) }, context);
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
  const line = `  body${body?.required ? '' : '?'}: ${names.type}RequestBody;`;
  if (body === undefined) file.line`export type ${names.type}Input = ${names.type}RequestParameters;`;
  else if (parameters.length === 0) file.line`export interface ${names.type}Input {\n${line}\n}`;
  else file.line`export interface ${names.type}Input extends ${names.type}RequestParameters {\n${line}\n}`;
}

function printResponseTypes(file: SourceFile, { operation, names }: NamedOperation, context: RuntimeContext): void {
  const types = operation.responses.map((response) => {
    const name = `${names.type}${statusName(response.status)}OperationResponse`;
    const body = bodyType(response.contents, context.response);
    const status = statusType(response.status, operation.responses);
    file.blank();
    printDoc(file, { text: response.description });
    file.line`export type ${name} = ${supportType('response', 'OperationResponse')}<${status}, ${body}>;`;
    return code`${name}`;
  });
  file.blank();
  printDoc(file, { text: `Every response of ${names.client} that the model allows.` });
  const all = types.length === 0 ? [code`${supportType('response', 'OperationResponse')}`] : types;
  const isLong = all.length > 2;
  file.line`export type ${names.type}OperationResponses =${isLong ? '\n  | ' : ' '}${join(all, isLong ? '\n  | ' : ' | ')};`;
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

function printClientTypes(file: SourceFile, { names }: NamedOperation): void {
  file.blank();
  printDoc(file, { text: `What ${names.raw} answers: status, body and headers, for every status.` });
  file.line`export type ${names.type}RawResponse = ${supportType('client', 'RawResponseOf')}<${names.type}OperationResponses>;`;
  file.blank();
  printDoc(file, { text: `What ${names.client} throws when the API answers with an error.` });
  const errors = supportType('client-errors', 'ResponseErrorOf');
  file.line`export type ${names.type}Errors = ${errors}<${names.type}OperationResponses>;`;
}
