import { type Diagnostic, define, type Place } from '../../shared/diagnostics';
import type { Json, JsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import type { MockData } from '../../shared/mock-data';
import type { Content, Operation, Response, Service } from '../model/service';
import { isStream, plainEventData } from '../model/streams';
import { isValid } from './is-valid';
import { mockHeaders } from './mock-headers';
import { MockValues } from './mock-values';
import { streamText } from './stream-text';

/** The mock of one response: a JSON value for JSON bodies, text for all others, no body when there is none. */
export interface MockResponse {
  readonly mediaType?: string;
  readonly body?: Json;
  /** The headers that the model describes, as they are sent. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The item that is the body of a stream, before it was written as its media type has it. */
  readonly item?: Json;
}

/** Mocks by operation id, then by status as a string (`200`, `4XX`, `default`). */
export type MockResponses = Readonly<Record<string, Readonly<Record<string, MockResponse>>>>;

export interface Mocks {
  readonly responses: MockResponses;
  /** One for each body that the generator could not make as the model wants it. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface MockOptions extends Omit<MockData, 'disable'> {
  /** How long a body may be, in characters of JSON, before it is made again with less in it. */
  readonly largest?: number;
  /** Where a pointer into the bundled document leads; to a file called `model` unless given. */
  readonly place?: (pointer: string) => Place;
}

const notValid = define<{ operation: string; status: string }>(
  'mock-not-valid',
  'warning',
  ({ operation, status }) =>
    `no mock of '${operation}' ${status} was found that its schema allows; add an 'example' that it does, or pass a body where it is used`,
);

const headerNotValid = define<{ operation: string; status: string; header: string }>(
  'mock-not-valid',
  'warning',
  ({ operation, status, header }) =>
    `no mock of the header '${header}' of '${operation}' ${status} was found that its schema allows and API Gateway can send; add an 'example' that is, or pass the header where the mock is used`,
);

export const defaultSeed = 1337;
const defaultLargest = 32_000;

/** Makes a mock for every response of a service: the example of the model when it is valid, else a value made from the schema. */
export function mockResponses(service: Service, { place = inModel, ...options }: MockOptions = {}): Mocks {
  const values = valuesOf(service, options);
  const bodyFor = mockBodies(service, options, values);
  const diagnostics: Diagnostic[] = [];
  const mockBody = (operation: Operation, response: Response): MockResponse => {
    const content = mockedContent(response);
    if (content === undefined) return {};
    const { valid, ...made } = bodyFor(operation, response, content);
    if (!valid) {
      const args = { operation: operation.id, status: String(response.status) };
      diagnostics.push(notValid(place(content.pointer), args));
    }
    return { mediaType: concrete(content), ...made };
  };
  const mock = (operation: Operation, response: Response): MockResponse => {
    const body = mockBody(operation, response);
    if (response.headers.length === 0) return body;
    const { headers, missing } = mockHeaders(response, service.shapes, values, placeOf(operation, response));
    for (const header of missing) {
      const args = { operation: operation.id, status: String(response.status), header };
      diagnostics.push(headerNotValid(place(`${response.pointer}/headers/${escapeToken(header)}`), args));
    }
    return Object.keys(headers).length === 0 ? body : { ...body, headers };
  };
  const entries = service.operations.map((operation) => {
    const mocks = operation.responses.map((response) => [String(response.status), mock(operation, response)] as const);
    return [operation.id, Object.fromEntries(mocks)] as const;
  });
  return { responses: Object.fromEntries(entries), diagnostics };
}

/** Makes the bodies of single responses. */
export function mockBodies(
  service: Service,
  options: Omit<MockOptions, 'place'>,
  values = valuesOf(service, options),
): (operation: Operation, response: Response, content: Content) => MockBody {
  const shared = new Map<string, MockBody>();
  return (operation, response, content) => {
    if (!isShared(response)) return bodyOf(content, service, values, placeOf(operation, response));
    const body = shared.get(content.pointer) ?? bodyOf(content, service, values, content.pointer);
    shared.set(content.pointer, body);
    return body;
  };
}

function valuesOf(
  { shapes }: Service,
  { seed = defaultSeed, largest = defaultLargest, ...options }: Omit<MockOptions, 'place'>,
): MockValues {
  return new MockValues({ shapes, seed, largest, direction: 'response', ...options });
}

/** What the values of a response depend on. */
function placeOf({ id }: Operation, response: Response): string {
  return isShared(response) ? response.pointer : `${id} ${response.status}`;
}

/** A response of `components` is one for all operations that refer to it. */
function isShared({ pointer }: Response): boolean {
  return pointer.startsWith('/components/');
}

function inModel(pointer: string): Place {
  return { file: 'model', pointer };
}

/** The content that a response is mocked with: the first that is JSON, else the first that is text, else the first. */
export function mockedContent({ contents }: Response): Content | undefined {
  const ofKind = (kind: Content['kind']) => contents.find((content) => content.kind === kind);
  return ofKind('json') ?? ofKind('text') ?? contents[0];
}

/** The status that stands for an operation when one is enough: the first success, else the first response. */
export function preferredResponse({ responses }: Operation): Response | undefined {
  const isSuccess = ({ status }: Response) =>
    status === '2XX' || (typeof status === 'number' && status >= 200 && status < 300);
  return responses.find(isSuccess) ?? responses[0];
}

export interface MockBody extends Pick<MockResponse, 'body' | 'item'> {
  /** Whether it is what the model wants. */
  readonly valid: boolean;
}

/** API Gateway refuses templates of more than 300 kB: an example that comes near has no place in one. */
const largestExample = 100_000;

function bodyOf(content: Content, service: Service, values: MockValues, place: string): MockBody {
  const { shapes } = service;
  const isGood = (candidate: Json) =>
    isValid(candidate, content.shape, shapes) && JSON.stringify(candidate).length <= largestExample;
  const example = content.examples.find(isGood);
  const value = example === undefined ? makeValue(content, values, place) : example;
  if (value === undefined) return { valid: false };
  const valid = example !== undefined || isValid(value, content.shape, shapes);
  if (isStream(content)) return { body: streamText(value, content), item: value, valid };
  return { body: asBody(value, content), valid };
}

/** A value of a content. An event of which the model describes the data alone has nothing else: what a `retry` says, clients do. */
export function makeValue(content: Content, values: MockValues, place: string): Json | undefined {
  const data = content.kind === 'events' ? plainEventData(content.shape) : undefined;
  if (data === undefined) return values.value(content.shape, place);
  const made = values.value(data, place);
  return made === undefined ? undefined : { data: made };
}

function asBody(value: Json, { kind }: Content): Json {
  if (kind === 'json') return value;
  if (kind === 'form') return toForm(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toForm(value: Json): string {
  const fields = Object.entries((typeof value === 'object' && value !== null ? value : {}) as JsonObject);
  const text = (field: Json) => (typeof field === 'string' ? field : JSON.stringify(field));
  return new URLSearchParams(Object.fromEntries(fields.map(([name, field]) => [name, text(field)]))).toString();
}

/** A media type that can be sent: `image/*` is a range of them. */
function concrete({ mediaType, kind }: Content): string {
  if (!mediaType.includes('*')) return mediaType;
  return kind === 'json' ? 'application/json' : kind === 'text' ? 'text/plain' : 'application/octet-stream';
}
