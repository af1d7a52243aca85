import { mockedContent, mockResponses } from '../../src/codegen/mocks/mock-responses';
import type { Operation, Response, Service } from '../../src/codegen/model/service';
import type { Json } from '../../src/shared/json';
import type { GeneratedRuntime } from '../support/generated-runtime';
import type { Input } from './requests';

/** A response with its mock, as a handler returns it. */
export interface MockedResponse {
  readonly statusCode: number;
  readonly body: Json | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RawResponse {
  readonly status: number;
  readonly body: unknown;
}

/** The mocks of an operation that are values of the model. Those of files, forms and streams are what is sent of such values. */
export function mockedResponses(service: Service): (operation: Operation) => MockedResponse[] {
  const { responses } = mockResponses(service);
  return (operation) =>
    operation.responses
      .filter((response) => ['json', 'text', undefined].includes(mockedContent(response)?.kind))
      .map((response) => {
        const { body, mediaType } = responses[operation.id]?.[String(response.status)] ?? {};
        const headers: Record<string, string> = mediaType === undefined ? {} : { 'content-type': mediaType };
        return { statusCode: statusOf(operation, response), body, headers };
      });
}

/** The lowest status that a response of an operation stands for. */
export function statusOf({ responses }: Operation, { status }: Response): number {
  if (typeof status === 'number') return status;
  const named = new Set(responses.map((response) => response.status));
  let lowest = status === 'default' ? 200 : Number(status[0]) * 100;
  while (named.has(lowest) || (status === 'default' && named.has(`${lowest}`.replace(/..$/, 'XX') as '2XX')))
    lowest += 1;
  return lowest;
}

/** Has the generated wrapper of a handler return a response. What it says against request or response, if anything. */
export async function returnFrom(
  { index, testing }: GeneratedRuntime,
  { id }: Operation,
  input: Input,
  response: MockedResponse,
): Promise<string | undefined> {
  try {
    const handler = index[`${id}Handler`]?.(async () => response);
    const answer = (await testing.invoke[id]?.(handler, input)) as RawResponse | undefined;
    return answer?.status === response.statusCode ? undefined : `${answer?.status} ${JSON.stringify(answer?.body)}`;
  } catch (error) {
    return String(error);
  }
}

/** Calls an operation by the raw function of the generated client, for which every status is an answer. */
export async function callRaw(
  { index }: GeneratedRuntime,
  baseUrl: string,
  { id }: Operation,
  input: Input,
): Promise<RawResponse> {
  // The local gateway wants to see API keys and does not look them up.
  const client = index.createClient?.({ baseUrl, headers: { 'x-api-key': 'key' } });
  const call = index[`${id}Raw`] ?? index[`${id}_Raw`];
  if (call === undefined) throw new Error(`the client has no function for ${id}`);
  return (await call(client, input)) as RawResponse;
}
