import { isJsonObject, type Json } from '../../shared/json';
import type { StreamContent } from '../model/streams';

/** An item of a stream as it is sent. */
export function streamText(item: Json, { kind, eventData }: StreamContent): string {
  if (kind === 'json-lines') return `${JSON.stringify(item)}\n`;
  if (kind === 'json-sequence') return `\u001e${JSON.stringify(item)}\n`;
  const { data, ...fields } = isJsonObject(item) ? item : { data: item };
  const others = ['event', 'id', 'retry'].flatMap((name) =>
    name in fields ? [`${name}: ${String(fields[name])}`] : [],
  );
  const text = eventData === 'text' && typeof data === 'string' ? data : JSON.stringify(data ?? null);
  return [...others, ...text.split(/\r\n|\r|\n/).map((line) => `data: ${line}`), '', ''].join('\n');
}
