import { type Code, code, valueSymbol } from '../../../emit/symbol';
import type { ExampleResponse } from '../../../mocks/example-responses';
import type { MockRequest } from '../../../mocks/mock-requests';
import type { Operation } from '../../../model/service';
import { isStream } from '../../../model/streams';
import { firstOf } from '../../first-of';
import { step } from '../runtime/checks/expressions';
import { type RuntimeNames, responseTypeName } from '../runtime/operation-names';
import { brackets, call, packageModule, quote } from '../source';
import { type LiteralContext, literalOf } from './literal';

/** A response that the stub of a handler returns, as code. */
export interface ResponseCode {
  readonly status: number;
  /** An expression. */
  readonly code: Code;
}

const helpers: Readonly<Record<number, string>> = {
  200: 'success',
  201: 'created',
  202: 'accepted',
  204: 'no_content',
  400: 'bad_request',
  401: 'not_authenticated',
  403: 'not_authorized',
  404: 'not_found',
  409: 'conflict',
  500: 'internal_failure',
};

/** How far what stands behind `return ` is indented. */
const indent = '    return '.length;

/** How many columns are taken of lines with one argument: those are indented twice, and a comma follows. */
const taken = 9;

/** The first of some examples that can stand in the code. */
export function responseCode(
  examples: Iterable<ExampleResponse>,
  names: RuntimeNames,
  context: LiteralContext,
): ResponseCode | undefined {
  return firstOf(examples, (example) => {
    const args = argumentsOfResponse(example, context);
    return args && { status: example.status, code: makerOf(example, args, names, context) };
  });
}

/** Headers of the model have a type, which the type of the response brings along. */
function makerOf(
  { status, headers, response }: ExampleResponse,
  args: readonly Code[],
  names: RuntimeNames,
  { runtime }: LiteralContext,
): Code {
  const all = [code`${String(status)}`, ...args];
  if (headers.length > 0) {
    const handlers = packageModule(`${runtime}.handlers.${names.member}`);
    return call(valueSymbol(responseTypeName(names, response.status), handlers), all, indent);
  }
  const responses = valueSymbol('Response', packageModule(`${runtime}.response`));
  const helper = helpers[status];
  return helper === undefined
    ? call(code`${responses}.of`, all, indent)
    : call(code`${responses}.${helper}`, args, indent);
}

function argumentsOfResponse(
  { content, body, headers, response }: ExampleResponse,
  context: LiteralContext,
): readonly Code[] | undefined {
  const members = headers.map(({ header, value }) => {
    const key = `${quote(header.name)}: `;
    const printed = literalOf(value, header.shape, context, taken + step + key.length);
    return printed && code`${key}${printed}`;
  });
  if (!members.every((member) => member !== undefined)) return undefined;
  // What is not the media type that is sent by itself has to be named.
  const type =
    content === response.contents[0] || content === undefined
      ? []
      : [code`"content-type": ${quote(content.mediaType)}`];
  const all = [...type, ...members];
  const own = all.length === 0 ? [] : [brackets('{', all, '}', taken)];
  if (content === undefined || body === undefined) {
    return own.length === 0 ? [] : [code`None`, ...own];
  }
  // AWS Lambda streams nothing of Python: where there is something whole, that is answered.
  const streams = isStream(content);
  if (streams && !response.contents.every(isStream)) return undefined;
  const value = literalOf(body, content.shape, context, streams ? taken + step : taken);
  if (value === undefined) return undefined;
  return [streams ? brackets('[', [value], ']', taken) : value, ...own];
}

/** What a test gives to an operation; nothing where it cannot stand in the code. */
export function argumentsOf(
  { parameters, body }: Operation,
  { attributes }: RuntimeNames,
  request: MockRequest,
  context: LiteralContext,
): readonly Code[] | undefined {
  const codes = parameters
    .filter(({ required }) => required)
    .map((parameter) => {
      const value = request.parameters[parameter.key];
      const key = `${attributes.get(parameter) ?? parameter.key}=`;
      const printed = value === undefined ? undefined : literalOf(value, parameter.shape, context, taken + key.length);
      return printed && code`${key}${printed}`;
    });
  if (!codes.every((each) => each !== undefined)) return undefined;
  const [content] = body?.required === true ? body.contents : [];
  if (content === undefined) return codes;
  const printed = firstOf(request.bodies, (value) => literalOf(value, content.shape, context, taken + 'body='.length));
  return printed && [...codes, code`body=${printed}`];
}
