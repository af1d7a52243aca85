import type { Json, JsonObject } from '../../shared/json';
import type { BackendReply } from '../mapping/expressions';
import type { MessageFiles } from './message-files';

/** A request to a service that takes messages. */
export interface ServiceCall {
  readonly requestId: string;
  /** After the service in the URI: `path/000000000000/Queue`, `action/PutEvents`. */
  readonly address: string;
  /** `arn:aws:sqs:us-east-1:000000000000:` and so on, without the name. */
  readonly arnPrefix: string;
  /** The fields of a form, or the members of JSON. */
  readonly fields: JsonObject;
  readonly files: MessageFiles;
  /** Says why the caller may not do something; nothing when it may. */
  refusal(action: string, resource: string): string | undefined;
}

/** The fields of a body: JSON, or a form. Nothing when it is JSON that cannot be read. */
export function readFields(body: string): JsonObject | undefined {
  if (!body.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body) as JsonObject;
  } catch {
    return undefined;
  }
}

/** What a service answers, as JSON. */
export function jsonReply(status: number, body: Json, note?: string): BackendReply {
  return {
    status,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify(body)),
    ...(note === undefined ? {} : { note }),
  };
}

/** An error of SQS and SNS. */
export function queryError(status: number, code: string, message: string, requestId: string): BackendReply {
  const body = { Error: { Code: code, Message: message, Type: 'Sender' }, RequestId: requestId };
  return jsonReply(status, body, `${code}: ${message}`);
}

/** The name at the end of an ARN or a URL. */
export function lastName(text: string): string {
  return text.split(/[:/]/).at(-1) ?? '';
}

/** Attributes of a message as the form has them: `<prefix>1.Name`, `<prefix>1.Value.StringValue` and so on. */
export function attributesIn(fields: JsonObject, prefix: string): JsonObject {
  const entries = Object.entries(fields).flatMap(([field, name]) => {
    const start = field.startsWith(prefix) && field.endsWith('.Name') ? field.slice(0, -'.Name'.length) : undefined;
    if (start === undefined) return [];
    const value = fields[`${start}.Value.StringValue`] ?? fields[`${start}.Value.BinaryValue`] ?? '';
    return [[String(name), { DataType: fields[`${start}.Value.DataType`] ?? 'String', StringValue: value }] as const];
  });
  return Object.fromEntries(entries);
}
