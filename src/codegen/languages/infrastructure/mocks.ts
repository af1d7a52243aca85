import type { Json } from '../../../shared/json';
import { streamFormatOf } from '../../../shared/streaming-media-types';
import { mockedHeaders } from '../../mocks/mock-headers';
import { type MockResponse, mockedContent } from '../../mocks/mock-responses';
import type { Operation, Response, Status } from '../../model/service';
import type { EmitInput } from '../language';

/**
 * The text of `mocks.json`: what each response is mocked with, as it is sent, so that all languages answer the same bytes. Without data, it
 * has the media types alone.
 */
export function mocksFile(input: EmitInput): string {
  const text = known.get(input) ?? printMocks(input);
  known.set(input, text);
  return text;
}

/** By what is generated: it is the same in every language. */
const known = new WeakMap<EmitInput, string>();

function printMocks({ mocks, mockData }: EmitInput): string {
  const toMock = hasMockData({ mockData }) ? toText : withoutBody;
  const texts = mapValues(mocks(), (responses) => mapValues(responses, toMock));
  return `${JSON.stringify(texts, null, 1)}\n`;
}

/** Whether there is a body for those who give none. */
export function hasMockData({ mockData }: Pick<EmitInput, 'mockData'>): boolean {
  return mockData?.disable !== true;
}

/** What a method that mocks a response takes as its body: a value that is written as JSON, a text that is sent as it is, or nothing. */
export function mockedBody(response: Response): 'json' | 'text' | undefined {
  const content = mockedContent(response);
  if (content === undefined) return undefined;
  return content.kind === 'json' && response.contents.every(({ kind }) => kind === 'json') ? 'json' : 'text';
}

/** The status of a range or of `default` when nobody names one: the lowest that has no response of its own. */
export function lowestStatus({ responses }: Operation, status: Status): number {
  if (typeof status === 'number') return status;
  let lowest = status === 'default' ? 200 : Number(status.charAt(0)) * 100;
  while (responses.some((response) => response.status === lowest)) lowest += 1;
  return lowest;
}

/** Whether a method that mocks a response takes headers as well: those that the model describes, in place of the mocked ones. */
export function mocksHeaders({ headers }: Response): boolean {
  return mockedHeaders(headers).length > 0;
}

function withoutBody({ mediaType }: MockResponse): Pick<MockResponse, 'mediaType'> {
  return mediaType === undefined ? {} : { mediaType };
}

function toText({
  mediaType,
  body,
  headers,
}: MockResponse): Pick<MockResponse, 'mediaType' | 'headers'> & { readonly body?: string } {
  const own = headers === undefined ? {} : { headers };
  if (mediaType === undefined) return own;
  return body === undefined ? { mediaType, ...own } : { mediaType, body: textOf(body, mediaType), ...own };
}

/** Text stays as it is, unless it is a value of JSON. */
function textOf(body: Json, mediaType: string): string {
  const isJson = /[/+]json\b/i.test(mediaType) && streamFormatOf(mediaType) === undefined;
  return typeof body === 'string' && !isJson ? body : JSON.stringify(body);
}

function mapValues<From, To>(values: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
