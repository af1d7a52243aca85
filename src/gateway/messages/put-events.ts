import { randomUUID } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { BackendReply } from '../mapping/expressions';
import { jsonReply, lastName, type ServiceCall } from './service-call';

/** Events of one request. */
const mostEntries = 10;

/**
 * Puts events on their buses: each entry is answered on its own, and the request succeeds whatever becomes of them.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export function putEvents(call: ServiceCall): BackendReply {
  const { Entries } = call.fields;
  const entries: readonly Json[] = Array.isArray(Entries) ? Entries : [];
  if (entries.length === 0 || entries.length > mostEntries) {
    const message = `1 validation error detected: 'entries' must have 1 to ${mostEntries} items`;
    return jsonReply(400, { __type: 'ValidationException', message }, `ValidationException: ${message}`);
  }
  const results = entries.map((entry) => (isJsonObject(entry) ? putEvent(call, entry) : malformed('the entry')));
  const failed = results.filter((result) => 'ErrorCode' in result);
  const [first] = failed;
  const note = first === undefined ? undefined : `${String(first.ErrorCode)}: ${String(first.ErrorMessage)}`;
  return jsonReply(200, { Entries: results, FailedEntryCount: failed.length }, note);
}

function putEvent({ arnPrefix, files, refusal }: ServiceCall, entry: JsonObject): JsonObject {
  const { EventBusName = 'default', Source, DetailType, Detail, Resources = [], Time } = entry;
  for (const [name, value] of Object.entries({ Source, DetailType, Detail })) {
    if (typeof value === 'string' && value !== '') continue;
    return {
      ErrorCode: 'InvalidArgument',
      ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
    };
  }
  const detail = parse(String(Detail));
  if (!isJsonObject(detail)) return malformed('Detail');
  const bus = String(EventBusName);
  const refused = refusal('events:PutEvents', bus.startsWith('arn:') ? bus : `${arnPrefix}event-bus/${bus}`);
  if (refused !== undefined) return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: refused };
  const EventId = randomUUID();
  files.append(lastName(bus), {
    ...{ version: '0', id: EventId, 'detail-type': DetailType ?? '', source: Source ?? '' },
    ...{ time: Time ?? new Date().toISOString(), resources: Resources, detail },
  });
  return { EventId };
}

function malformed(what: string): JsonObject {
  return { ErrorCode: 'MalformedDetail', ErrorMessage: `${what} is malformed.` };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
