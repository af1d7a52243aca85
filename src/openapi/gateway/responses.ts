import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import { essence } from '../../shared/media-type';
import type { Located } from '../document';
import { functionsOf } from './rules';
import { follow, type LocatedObject, type Source } from './source';

const responseRules = functionsOf('response');

/** Statuses whose responses have no body. */
const bodiless = new Set(['204', '304']);

/** The responses of an operation. */
export interface GatewayResponses {
  /**
   * The statuses with the headers that they declare. Response bodies are no business of API Gateway's. `default` and ranges such as `4XX`
   * are left out: an integration declares each status that it answers with.
   */
  readonly declared: JsonObject;
  /**
   * What integrations may want to know of responses and API Gateway does not: media types other than JSON alone, and the ranges. Nothing
   * when there is no more to say.
   */
  readonly described?: JsonObject;
}

/** Of an operation that says nothing of its responses, as 3.1 allows it. All statuses, without a body. */
export const undeclaredResponses: GatewayResponses = { declared: {}, described: { default: { mediaTypes: [] } } };

/** Reads the responses of operations. */
export class Responses {
  /** The media types of all of them. */
  readonly mediaTypes = new Set<string>();

  constructor(private readonly source: Source) {}

  of({ pointer, value }: Located): GatewayResponses {
    const declared: Record<string, Json> = {};
    const described: Record<string, Json> = {};
    for (const [status, located] of Object.entries(isJsonObject(value) ? value : {})) {
      if (status.startsWith('x-')) continue;
      const at = `${pointer}/${escapeToken(status)}`;
      const response = follow(this.source, { pointer: at, value: located });
      if (response !== undefined)
        for (const rule of responseRules) rule({ status, pointer: at, response }, this.source);
      const headers = headerNames(response);
      const isStatus = /^[1-5]\d\d$/.test(status);
      if (isStatus) declared[status] = responseOf(status, headers);
      const mediaTypes = this.mediaTypesOf(response);
      if (isStatus && mediaTypes.join() === (bodiless.has(status) ? '' : 'application/json')) continue;
      described[isStatus || status === 'default' ? status : status.toUpperCase()] = {
        mediaTypes,
        ...(!isStatus && headers.length > 0 ? { headers } : {}),
      };
    }
    return {
      // OpenAPI demands one.
      declared: Object.keys(declared).length > 0 ? declared : { 200: { description: '200 response' } },
      ...(Object.keys(described).length > 0 ? { described } : {}),
    };
  }

  private mediaTypesOf(response: LocatedObject | undefined): string[] {
    const content = response?.value.content;
    const mediaTypes = [...new Set(Object.keys(isJsonObject(content) ? content : {}).map(essence))];
    for (const mediaType of mediaTypes) this.mediaTypes.add(mediaType);
    return mediaTypes;
  }
}

function responseOf(status: string, headers: readonly string[]): JsonObject {
  const description = `${status} response`;
  if (headers.length === 0) return { description };
  return { description, headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])) };
}

function headerNames(response: LocatedObject | undefined): string[] {
  const headers = response?.value.headers;
  if (!isJsonObject(headers)) return [];
  const names = Object.keys(headers).filter((name) => /^[\w.$-]+$/.test(name));
  return names.filter((name) => name.toLowerCase() !== 'content-type').sort();
}
