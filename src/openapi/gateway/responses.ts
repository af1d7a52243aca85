import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import type { Located } from '../document';
import { rules } from './rules';
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
    else source.report((place) => rules.droppedResponse(place, { status }), at);
  }
  // OpenAPI demands one.
  return Object.keys(result).length > 0 ? result : { 200: { description: '200 response' } };
}

function gatewayResponse(source: Source, status: string, located: Located): JsonObject {
  const headers = follow(source, located)?.value.headers;
  const names = isJsonObject(headers) ? Object.keys(headers).filter((name) => /^[\w.$-]+$/.test(name)) : [];
  const declared = names.filter((name) => name.toLowerCase() !== 'content-type').sort();
  const description = `${status} response`;
  if (declared.length === 0) return { description };
  return { description, headers: Object.fromEntries(declared.map((name) => [name, { schema: { type: 'string' } }])) };
}
