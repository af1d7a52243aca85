import { type Code, code } from '../../../emit/symbol';
import type { ExampleResponse } from '../../../mocks/example-responses';
import type { MockRequest } from '../../../mocks/mock-requests';
import type { Operation, Service } from '../../../model/service';
import { isStream } from '../../../model/streams';
import { firstOf } from '../../first-of';
import { literalKey, objectLiteral, quote } from '../source';
import { literalOf } from './literal';

/** A response that the stub of a handler returns, as code. */
export interface ResponseCode {
  readonly status: number;
  /** Undefined for a response without a body. */
  readonly body: Code | undefined;
  /** The body is the one item of a stream. */
  readonly streams: boolean;
  readonly headers: Code | undefined;
}

/** The first of some examples that can stand in the code. */
export function responseCode(examples: Iterable<ExampleResponse>, service: Service): ResponseCode | undefined {
  return firstOf(examples, (example) => codeOf(example, service));
}

function codeOf(
  { status, content, body, headers, response }: ExampleResponse,
  service: Service,
): ResponseCode | undefined {
  const context = { service, direction: 'response' } as const;
  const members = headers.map(({ header, value }) => {
    const literal = literalOf(value, header.shape, context);
    return literal === undefined ? undefined : code`${literalKey(header.name)}: ${literal}`;
  });
  const printed = content === undefined || body === undefined ? undefined : literalOf(body, content.shape, context);
  if (!members.every((member) => member !== undefined) || (content !== undefined && printed === undefined))
    return undefined;
  const streams = content !== undefined && isStream(content);
  // What is not the media type that is sent by itself has to be named.
  const usual = response.contents.find((each) => isStream(each) === streams);
  const type = content === usual || content === undefined ? [] : [code`'content-type': ${quote(content.mediaType)}`];
  const all = [...type, ...members];
  return { status, body: printed, streams, headers: all.length === 0 ? undefined : objectLiteral(all) };
}

/** What a test gives to an operation, as an object; nothing where it cannot stand in the code. */
export function inputCode({ parameters, body }: Operation, request: MockRequest, service: Service): Code | undefined {
  const context = { service, direction: 'request' } as const;
  const members = parameters
    .filter(({ required }) => required)
    .map(({ key, shape }) => ({ key, shape, value: request.parameters[key] }));
  const codes = members.map(({ key, shape, value }) => {
    const literal = value === undefined ? undefined : literalOf(value, shape, context);
    return literal === undefined ? undefined : code`${literalKey(key)}: ${literal}`;
  });
  if (!codes.every((each) => each !== undefined)) return undefined;
  const content = body?.required === true ? body.contents[0] : undefined;
  if (content === undefined) return objectLiteral(codes);
  const literal = firstOf(request.bodies, (value) => literalOf(value, content.shape, context));
  return literal === undefined ? undefined : objectLiteral([...codes, code`body: ${literal}`]);
}
