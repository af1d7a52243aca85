import { type Content, type Contents, findContent, listed } from './content.js';
import { type OperationResponse, Response } from './response.js';
import { fail, type Report } from './validation.js';
import type { WireRequest } from './wire-request.js';

/** Reads and checks the body of a request. */
export type ReadBody = (wire: WireRequest, report: Report) => RequestBody;

interface RequestBody {
  readonly body?: unknown;
  /** The answer to a media type that the model does not have. */
  readonly unsupported?: OperationResponse;
}

/** Reads a body that has to be there. */
export function requiredBody(contents: Contents): ReadBody {
  return (wire, report) => readBody(listed(contents), true, wire, report);
}

/** Reads a body that may be left out. */
export function optionalBody(contents: Contents): ReadBody {
  return (wire, report) => readBody(listed(contents), false, wire, report);
}

function readBody(contents: readonly Content[], isRequired: boolean, wire: WireRequest, report: Report): RequestBody {
  const contentType = wire.headers.get('content-type');
  const content = findContent(contents, contentType);
  if (content !== undefined) return { body: decode(content, isRequired, wire, report) };
  if (wire.body.length === 0) return {};
  const allowed = contents.map(({ mediaType }) => mediaType).join(', ');
  const message = `the content type '${contentType}' is not supported, use ${allowed}`;
  return { unsupported: Response.of(415, { message }) };
}

function decode(content: Content, isRequired: boolean, wire: WireRequest, report: Report): unknown {
  if (wire.body.length === 0 && !isAllowedEmpty(content, wire)) {
    if (isRequired) fail('/body', 'required', 'is required', report);
    return undefined;
  }
  try {
    const body = content.decode(wire.body, wire.headers.get('content-type') ?? content.mediaType);
    content.check?.(body, '/body', report);
    return body;
  } catch (error) {
    // Deeper than the stack: only hostile input nests so far.
    const message = error instanceof RangeError ? 'is nested too deeply' : String((error as Error).message);
    fail('/body', 'format', message, report);
    return undefined;
  }
}

/** No bytes are a text, a file or a form without fields like any other where the client says that it sends one. */
function isAllowedEmpty(content: Content, wire: WireRequest): boolean {
  return wire.headers.has('content-type') && !/json|multipart/.test(content.mediaType);
}
