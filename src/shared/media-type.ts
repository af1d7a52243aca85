/** What most bodies are. */
const json = 'application/json';

/** A media type without its parameters, in lower case. */
export function essence(mediaType: string): string {
  if (mediaType === json) return json;
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}
