import { isJsonObject, type Json, member } from '../../shared/json';

/** The gist of an error body for the log: the first violation that a generated handler reports, else its message. */
export function noteOf(body: string): string | undefined {
  const error = parse(body);
  if (!isJsonObject(error)) return undefined;
  const errors = member(error, 'errors');
  const first: Json | undefined = Array.isArray(errors) ? errors[0] : undefined;
  if (isJsonObject(first)) {
    const pointer = member(first, 'pointer');
    const message = member(first, 'message');
    if (typeof pointer === 'string' && typeof message === 'string') return `${placeOf(pointer)}: ${message}`;
  }
  const message = member(error, 'message') ?? member(error, 'errorMessage');
  return typeof message === 'string' ? message : undefined;
}

/** `/requestParameters/name` → `parameter 'name'`, `/body/a/0` → `body /a/0`. */
function placeOf(pointer: string): string {
  const parameter = /^\/requestParameters\/(.+)$/.exec(pointer)?.[1];
  return parameter === undefined ? pointer.replace(/^\/body\/?/, 'body /') : `parameter '${parameter}'`;
}

function parse(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined;
  }
}
