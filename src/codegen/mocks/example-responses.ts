import type { Json } from '../../shared/json';
import type { MockData } from '../../shared/mock-data';
import type { Content, Operation, Response, ResponseHeader, Service } from '../model/service';
import { isStream } from '../model/streams';
import { isValid } from './is-valid';
import { defaultSeed, makeValue } from './mock-responses';
import { MockValues } from './mock-values';

/** A response as a handler returns it: values, and not yet what is sent. */
export interface ExampleResponse {
  readonly status: number;
  /** Undefined for a response without a body. */
  readonly content: Content | undefined;
  /** The value of the body, or the one item of a stream. Texts stand for bytes. */
  readonly body: Json | undefined;
  /** Those that have to be there. */
  readonly headers: readonly ExampleHeader[];
  /** What the model says of it. */
  readonly response: Response;
}

export interface ExampleHeader {
  readonly header: ResponseHeader;
  readonly value: Json;
}

/** In characters of JSON, for what stands in code. */
const longest = 2_000;

/** For what cannot be made smaller. */
const longestNeeded = 20_000;

/**
 * Makes responses that are short and can stand in code, of one status, the best one first: what the model has as an example goes before what is made of
 * the schema.
 */
export function exampleResponses(
  service: Service,
  options: Omit<MockData, 'disable'> = {},
): (operation: Operation) => Iterable<ExampleResponse> {
  const { shapes } = service;
  const values = new MockValues({ shapes, seed: defaultSeed, largest: longest, direction: 'response', ...options });
  function* bodiesOf(content: Content, place: string): Iterable<Json> {
    const isGood = (body: Json, most = longest) =>
      JSON.stringify(body).length <= most && isValid(body, content.shape, shapes);
    yield* content.examples.filter((example) => isGood(example));
    const made = makeValue(content, values, place);
    if (made !== undefined && isGood(made)) yield made;
    // Of a stream, the one item is as small as it is.
    const smallest = isStream(content) ? undefined : values.smallest(content.shape, place);
    if (smallest !== undefined && isGood(smallest, longestNeeded)) yield smallest;
  }
  const headersOf = ({ id }: Operation, { status, headers }: Response): readonly ExampleHeader[] | undefined => {
    const required = headers.filter((header) => header.required);
    const made = required.flatMap((header) => {
      const value = values.member(header.shape, `${id} ${status} ${header.name}`, header.name);
      const isGood = value !== undefined && isValid(value, header.shape, shapes) && canBeSent(value, header);
      return isGood ? [{ header, value }] : [];
    });
    return made.length === required.length ? made : undefined;
  };
  return function* (operation) {
    const [response, status] = chosenResponse(operation);
    const headers = response === undefined ? undefined : headersOf(operation, response);
    if (response === undefined || headers === undefined) return;
    if (response.contents.length === 0) yield { status, content: undefined, body: undefined, headers, response };
    for (const content of chosenContents(response)) {
      const bodies = bodiesOf(content, `${operation.id} ${response.status}`);
      for (const body of bodies) yield { status, content, body, headers, response };
    }
  };
}

/** The response that an author writes first, and a status of it: a success, then a redirect, then what is left. */
function chosenResponse({ responses }: Operation): readonly [Response | undefined, number] {
  const found =
    responses.find(({ status }) => firstDigit(status) === 2) ??
    responses.find(({ status }) => firstDigit(status) === 3) ??
    responses.find(({ status }) => status === 'default') ??
    responses.find(({ status }) => firstDigit(status) > 3) ??
    responses[0];
  if (found === undefined) return [undefined, 0];
  if (typeof found.status === 'number') return [found, found.status];
  const named = new Set(responses.map(({ status }) => status));
  const start = found.status === 'default' ? 200 : firstDigit(found.status) * 100;
  const free = Array.from({ length: 100 }, (_, index) => start + index).find((status) => !named.has(status));
  return [free === undefined ? undefined : found, free ?? start];
}

function firstDigit(status: Response['status']): number {
  return status === 'default' ? 0 : Number(String(status).charAt(0));
}

/**
 * Streams first, then JSON, then what is sent where a response does not say which: where there are headers of the model, none can say it
 * besides them.
 */
function chosenContents({ contents, headers }: Response): readonly Content[] {
  const streams = contents.filter(isStream);
  const wholes = contents.filter((content) => !isStream(content));
  if (headers.length > 0) return [...streams.slice(0, 1), ...wholes.slice(0, 1)];
  return [...streams, ...wholes.filter(({ kind }) => kind === 'json'), ...wholes.filter(({ kind }) => kind !== 'json')];
}

/** A header is a line of printable characters, and a list of them is joined by commas. */
function canBeSent(value: Json, { mediaType }: ResponseHeader): boolean {
  if (mediaType !== undefined) return /^[\x20-\x7e]*$/.test(JSON.stringify(value));
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => isText(item, true));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(([name, member]) => isText(name, true) && isText(member, true));
  }
  return isText(value, false);
}

function isText(value: Json | undefined, isPart: boolean): boolean {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean';
  return /^[!-~](?:[ -~]*[!-~])?$/.test(value) && !(isPart && /[,=]/.test(value));
}
