import type { ApiGatewayEvent, ApiGatewayResult, LambdaContext } from './api-gateway.js';
import { type Content, type Contents, findContent, listed } from './content.js';
import { contentTypeOf, encodeResult } from './encode-result.js';
import type { ApiHandler, ChainedRequestInput, Interceptor } from './handler.js';
import type { ReadBody } from './read-body.js';
import { isOperationResponse, type OperationResponse, Response } from './response.js';
import type { WriteHeaders } from './response-headers.js';
import { fail, type Report, type Violation } from './validation.js';
import { readWire, type WireRequest } from './wire-request.js';

/** What the model says of an operation, as far as its handler needs it. */
export interface Contract {
  readonly operationId: string;
  readonly method: string;
  /** As in the model: `/pets/{petId}`. */
  readonly path: string;
  readonly readParameters?: (wire: WireRequest) => { readonly [name: string]: unknown };
  readonly checkParameters?: (value: unknown, at: string, report: Report) => void;
  /** Where there is one. */
  readonly readBody?: ReadBody;
  /** By status, range such as `4XX`, and `default`. */
  readonly responses: { readonly [status: string]: Contents };
  /** Where responses have headers. */
  readonly writeHeaders?: WriteHeaders;
}

/** Set on a Lambda context by a test: a response that violates the model is thrown instead of answered with a 500. */
export const throwsViolations: unique symbol = Symbol.for('type-safe-api.throws-violations');

/** A handler's response is not what the model says. */
export class ResponseViolationError extends Error {
  override readonly name = 'ResponseViolationError';
  readonly operationId: string;
  readonly violations: readonly Violation[];

  constructor(operationId: string, violations: readonly Violation[]) {
    super(`the response of ${operationId} violates the model: ${violations.map(printViolation).join('; ')}`);
    this.operationId = operationId;
    this.violations = violations;
  }
}

export type Link = Interceptor;
type LinkRequest = ChainedRequestInput<unknown, unknown, OperationResponse>;

/**
 * Makes a Lambda function of interceptors and, last, a handler: reads and checks requests, checks and writes responses. That the handler is one of the
 * operation is for the types of its wrapper to say, which knows them already.
 */
export function createHandler<OperationId extends string>(
  contract: Contract,
  handlers: readonly unknown[],
): ApiHandler<OperationId> {
  // Safe: a handler is called only with an input that passed the checks of its types.
  const links = handlers as readonly Link[];
  const handle = async (event: ApiGatewayEvent, context: LambdaContext): Promise<ApiGatewayResult> => {
    const response = await respondTo(contract, links, event, context);
    return encodeResult(response, contentsOf(contract, response.statusCode) ?? []);
  };
  const { method, path } = contract;
  return Object.assign(handle, {
    operationId: contract.operationId as OperationId,
    method,
    path,
    intercept: (interceptors: readonly Interceptor[]) =>
      createHandler<OperationId>(contract, [...interceptors, ...handlers]),
  });
}

/** The response to a request, checked. */
export async function respondTo(
  contract: Contract,
  links: readonly Link[],
  event: ApiGatewayEvent,
  context: LambdaContext,
): Promise<OperationResponse> {
  const { input, refusal } = readRequest(contract, readWire(contract.path, event));
  const violations: Report = [];
  const innermost: Link = async (request) => {
    const handler = links.at(-1);
    if (refusal !== undefined || handler === undefined) return refusal ?? Response.internalFailure();
    const response = await respond(handler, request);
    checkResponse(contract, response, violations);
    const written = violations.length === 0 ? contract.writeHeaders?.(response, violations) : undefined;
    return violations.length === 0 ? (written ?? response) : refuseResponse(contract, violations);
  };
  const response = await run([...links.slice(0, -1), innermost], {
    input,
    event,
    context,
    interceptorContext: { operationId: contract.operationId },
  });
  if (violations.length > 0 && throwsViolations in context) {
    throw new ResponseViolationError(contract.operationId, violations);
  }
  return response;
}

/** Calls the first link with the rest as its chain. */
async function run(links: readonly Link[], request: Omit<LinkRequest, 'chain'>): Promise<OperationResponse> {
  const [first, ...rest] = links;
  if (first === undefined) throw new Error('chain.next was called by the last of the chain, which is the handler');
  return first({ ...request, chain: { next: (next) => run(rest, next) } });
}

/** A response that is thrown is a response. */
async function respond(handler: Link, request: LinkRequest): Promise<OperationResponse> {
  try {
    return await handler(request);
  } catch (error) {
    if (isOperationResponse(error)) return error;
    throw error;
  }
}

function readRequest(contract: Contract, wire: WireRequest) {
  const report: Report = [];
  const requestParameters = withoutUndefined(contract.readParameters?.(wire) ?? {});
  contract.checkParameters?.(requestParameters, '/requestParameters', report);
  const { body, unsupported } = contract.readBody?.(wire, report) ?? {};
  if (unsupported !== undefined) return { input: { requestParameters, body }, refusal: unsupported };
  return { input: { requestParameters, body }, refusal: report.length === 0 ? undefined : refuseRequest(report) };
}

function refuseRequest(report: Report): OperationResponse {
  const errors = report.map(({ pointer, message }) => ({ pointer, message }));
  return Response.badRequest({ message: `the request is not valid: ${report.map(printViolation).join('; ')}`, errors });
}

function checkResponse(contract: Contract, response: unknown, report: Report): void {
  if (!isOperationResponse(response)) {
    fail('', 'type', 'must be a response, such as Response.success(body)', report);
    return;
  }
  const contents = contentsOf(contract, response.statusCode);
  if (contents === undefined) {
    fail('/statusCode', 'responses', `${response.statusCode} is no response of the model`, report);
  } else if (contents.length === 0) {
    if (response.body !== undefined && response.body !== '') {
      fail('/body', 'responses', 'must not be there: the model gives this response no body', report);
    }
  } else {
    const content = findContent(contents, contentTypeOf(response) ?? contents[0]?.mediaType);
    if (response.body === undefined) fail('/body', 'required', 'is required', report);
    content?.check?.(response.body, '/body', report);
  }
}

function refuseResponse({ operationId }: Contract, violations: Report): OperationResponse {
  logViolations(operationId, violations);
  return Response.internalFailure({ message: 'Internal Server Error' });
}

export function logViolations(operationId: string, violations: readonly Violation[]): void {
  console.error(
    JSON.stringify({ level: 'ERROR', message: 'the response violates the model', operationId, violations }),
  );
}

/** The media types of a response; nothing for a status that the model does not have. */
export function contentsOf({ responses }: Contract, status: number): readonly Content[] | undefined {
  const contents = responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
  return contents && listed(contents);
}

function withoutUndefined(values: { readonly [name: string]: unknown }): { [name: string]: unknown } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function printViolation({ pointer, message }: Violation): string {
  return `${pointer} ${message}`;
}
