import { createHash, randomUUID } from 'node:crypto';
import type { BackendReply } from '../mapping/expressions';
import { attributesIn, jsonReply, lastName, queryError, type ServiceCall } from './service-call';

/** Bytes of a message. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const largestMessage = 1024 * 1024;

/** Whether XML has all characters of a text, which messages must be made of. */
function isSendable(text: string): boolean {
  return [...text].every((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0x20 ? code !== 0xfffe && code !== 0xffff : /[\t\n\r]/.test(character);
  });
}

/**
 * Sends a message to a queue, by the query protocol with replies in JSON.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function sendMessage(call: ServiceCall): BackendReply {
  const { fields, requestId, files, arnPrefix } = call;
  const queue = queueOf(call);
  const { Action, MessageBody, MessageGroupId, MessageDeduplicationId, DelaySeconds } = fields;
  const fail = (code: string, message: string, status = 400) => queryError(status, code, message, requestId);
  if (Action !== 'SendMessage') return fail('InvalidAction', `The action ${String(Action)} is not valid here.`);
  const refusal = call.refusal('sqs:SendMessage', `${arnPrefix}${queue}`);
  if (refusal !== undefined) return fail('AccessDenied', refusal, 403);
  const text = typeof MessageBody === 'string' ? MessageBody : '';
  if (text === '') return fail('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (!isSendable(text)) return fail('InvalidMessageContents', 'Invalid characters in the message body.');
  if (Buffer.byteLength(text) > largestMessage) {
    return fail(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${largestMessage} bytes.`,
    );
  }
  if (queue.endsWith('.fifo') && !MessageGroupId) {
    return fail('MissingParameter', 'The request must contain the parameter MessageGroupId.');
  }
  const attributes = attributesIn(fields, 'MessageAttribute');
  const MessageId = randomUUID();
  files.append(queue, {
    MessageId,
    Body: text,
    ...(Object.keys(attributes).length > 0 ? { MessageAttributes: attributes } : {}),
    ...(MessageGroupId === undefined ? {} : { MessageGroupId }),
    ...(MessageDeduplicationId === undefined ? {} : { MessageDeduplicationId }),
    ...(DelaySeconds === undefined ? {} : { DelaySeconds }),
    SentTimestamp: new Date().toISOString(),
  });
  const MD5OfMessageBody = createHash('md5').update(text).digest('hex');
  const ResponseMetadata = { RequestId: requestId };
  return jsonReply(200, {
    SendMessageResponse: { ResponseMetadata, SendMessageResult: { MD5OfMessageBody, MessageId } },
  });
}

/** The queue that the path names, else the one of the form. */
export function queueOf({ address, fields }: Pick<ServiceCall, 'address' | 'fields'>): string {
  const [, queue] = /^path\/[^/]+\/([^/?]+)/.exec(address) ?? [];
  return queue ?? lastName(String(fields.QueueUrl ?? ''));
}
