import { type Located, problems } from '../../openapi';
import { isSuccessStatus } from '../../shared/streaming-media-types';
import type { Content, HttpMethod, Response, Status } from '../model/service';
import type { ReadContext } from './context';
import { readHeaders } from './header';
import { readContents } from './media-type';
import { asNode, defined, field, membersOf, resolvedNode, type SpecNode, textField } from './spec-node';

/**
 * Reads a Responses Object, in the order of the statuses.
 * @see https://spec.openapis.org/oas/v3.1.0#responses-object
 */
export function readResponses(context: ReadContext, operation: SpecNode, method?: HttpMethod): Response[] {
  const at = field(operation, 'responses');
  if (at === undefined && context.document.version !== '3.0') return anyStatus(context, operation);
  const node = at === undefined ? undefined : asNode(context, at, "'responses'");
  const declared = node === undefined ? [] : membersOf(node).filter(({ key }) => !key.startsWith('x-'));
  if (declared.length === 0 && (at === undefined || node !== undefined)) {
    context.report(problems.missingResponses, at?.pointer ?? operation.pointer, {});
  }
  const responses = declared.flatMap((response) => {
    const status = statusOf(response.key);
    if (status === undefined) {
      context.report(problems.invalidStatus, response.pointer, { status: response.key });
      return [];
    }
    const read = readResponse(context, status, response);
    return read === undefined ? [] : asSent(context, read, method);
  });
  return responses.sort((a, b) => rank(a.status) - rank(b.status));
}

/** Of 3.1, `responses` may be left out. All statuses are allowed then, without a body, since nothing is known of one. */
function anyStatus(context: ReadContext, { pointer }: SpecNode): Response[] {
  context.report(problems.undeclaredResponses, pointer, {});
  return [{ status: 'default', headers: [], contents: [], pointer }];
}

/**
 * Reads a Response Object.
 * @see https://spec.openapis.org/oas/v3.1.0#response-object
 */
export function readResponse(context: ReadContext, status: Status, at: Located): Response | undefined {
  const node = resolvedNode(context, at, 'a response');
  if (node === undefined) return undefined;
  // Errors are told at once and whole, whatever their media type.
  const mayStream = isSuccessStatus(String(status));
  const what = mayStream ? 'success' : 'response';
  return { status, ...context.shared(what, at, node.pointer, () => readNode(context, node, mayStream)) };
}

/** A response as HTTP allows it: some have no body, whatever the model says. */
function asSent(context: ReadContext, response: Response, method: HttpMethod | undefined): Response {
  const { status, contents, pointer } = response;
  const isBodiless = status === 204 || status === 205 || status === 304 || String(status).startsWith('1');
  if (contents.length === 0 || !(isBodiless || method === 'head')) return response;
  const what = isBodiless ? `a ${status}` : 'a response to HEAD';
  context.report(problems.bodilessResponse, `${pointer}/content`, { what });
  return { ...response, contents: [] };
}

function readNode(context: ReadContext, node: SpecNode, mayStream: boolean): Omit<Response, 'status'> {
  return defined({
    description: textField(context, node, 'description'),
    headers: readHeaders(context, node),
    contents: readContents(context, node, { mayStream }).filter((content) => isSendable(context, content)),
    pointer: node.pointer,
  });
}

function isSendable(context: ReadContext, { kind, mediaType, pointer }: Content): boolean {
  if (kind === 'multipart') context.report(problems.multipartResponse, pointer, { mediaType });
  return kind !== 'multipart';
}

function statusOf(key: string): Status | undefined {
  if (key === 'default') return key;
  if (/^[1-5]\d\d$/.test(key)) return Number(key);
  return ranges.find((range) => range === key.toUpperCase());
}

const ranges = ['1XX', '2XX', '3XX', '4XX', '5XX'] as const;

/** Statuses first, then ranges, then what is left. */
function rank(status: Status): number {
  if (typeof status === 'number') return status;
  return status === 'default' ? 2000 : 1000 + Number(status.charAt(0));
}
