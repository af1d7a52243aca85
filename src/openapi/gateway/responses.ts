import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import type { Located } from '../document';
import { essence } from './media-types';
import { follow, type Source } from './source';

/**
 * The statuses of an operation with the headers that they declare. Response bodies are no business of API Gateway's. `default` and ranges
 * such as `4XX` are left out: an integration declares each status that it answers with.
 */
export function gatewayResponses(source: Source, { pointer, value }: Located): JsonObject {
  const result: Record<string, Json> = {};
  for (const [status, response] of Object.entries(isJsonObject(value) ? value : {})) {
    if (status.startsWith('x-')) continue;
    const at = `${pointer}/${escapeToken(status)}`;
    if (/^[1-5]\d\d$/.test(status)) result[status] = gatewayResponse(source, status, { pointer: at, value: response });
  }
  // OpenAPI demands one.
  return Object.keys(result).length > 0 ? result : { 200: { description: '200 response' } };
}

/** Statuses whose responses have no body. */
const bodiless = new Set(['204', '304']);

/**
 * What integrations may want to know of responses and API Gateway does not: media types other than JSON alone, and the ranges. Nothing when
 * there is no more to say.
 */
export function describedResponses(source: Source, { pointer, value }: Located): JsonObject | undefined {
  const result: Record<string, Json> = {};
  for (const [status, response] of Object.entries(isJsonObject(value) ? value : {})) {
    if (status.startsWith('x-')) continue;
    const located = { pointer: `${pointer}/${escapeToken(status)}`, value: response };
    const content = follow(source, located)?.value.content;
    const mediaTypes = [...new Set(Object.keys(isJsonObject(content) ? content : {}).map(essence))];
    const isStatus = /^[1-5]\d\d$/.test(status);
    if (isStatus && mediaTypes.join() === (bodiless.has(status) ? '' : 'application/json')) continue;
    const headers = isStatus ? [] : headerNames(source, located);
    result[isStatus || status === 'default' ? status : status.toUpperCase()] = {
      mediaTypes,
      ...(headers.length > 0 ? { headers } : {}),
    };
  }
  return Object.keys(result).length > 0 ? result : undefined;
}

function gatewayResponse(source: Source, status: string, located: Located): JsonObject {
  const declared = headerNames(source, located);
  const description = `${status} response`;
  if (declared.length === 0) return { description };
  return { description, headers: Object.fromEntries(declared.map((name) => [name, { schema: { type: 'string' } }])) };
}

function headerNames(source: Source, located: Located): string[] {
  const headers = follow(source, located)?.value.headers;
  const names = isJsonObject(headers) ? Object.keys(headers).filter((name) => /^[\w.$-]+$/.test(name)) : [];
  return names.filter((name) => name.toLowerCase() !== 'content-type').sort();
}
