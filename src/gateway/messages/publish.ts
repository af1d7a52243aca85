import { randomUUID } from 'node:crypto';
import type { BackendReply } from '../mapping/expressions';
import { attributesIn, jsonReply, lastName, queryError, type ServiceCall } from './service-call';

/**
 * Publishes a message to a topic, by the query protocol with replies in JSON.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function publish(call: ServiceCall): BackendReply {
  const { fields, requestId, files } = call;
  const { Action, Message, Subject, MessageGroupId, MessageDeduplicationId } = fields;
  const fail = (code: string, message: string, status = 400) => queryError(status, code, message, requestId);
  if (Action !== 'Publish') return fail('InvalidAction', `The action ${String(Action)} is not valid here.`);
  const arn = String(fields.TopicArn ?? fields.TargetArn ?? '');
  if (arn === '')
    return fail('InvalidParameter', 'Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter');
  const refusal = call.refusal('sns:Publish', arn);
  if (refusal !== undefined) return fail('AuthorizationError', refusal, 403);
  if (typeof Message !== 'string' || Message === '')
    return fail('InvalidParameter', 'Invalid parameter: Empty message');
  if (Subject !== undefined && !/^[\x20-\x7e]{1,99}$/.test(String(Subject))) {
    return fail('InvalidParameter', 'Invalid parameter: Subject');
  }
  if (arn.endsWith('.fifo') && !MessageGroupId) {
    return fail('InvalidParameter', 'Invalid parameter: The MessageGroupId parameter is required for FIFO topics');
  }
  const attributes = attributesIn(fields, 'MessageAttributes.entry.');
  const MessageId = randomUUID();
  files.append(lastName(arn), {
    MessageId,
    ...(Subject === undefined ? {} : { Subject }),
    Message,
    ...(Object.keys(attributes).length > 0 ? { MessageAttributes: attributes } : {}),
    ...(MessageGroupId === undefined ? {} : { MessageGroupId }),
    ...(MessageDeduplicationId === undefined ? {} : { MessageDeduplicationId }),
    Timestamp: new Date().toISOString(),
  });
  const ResponseMetadata = { RequestId: requestId };
  return jsonReply(200, { PublishResponse: { PublishResult: { MessageId, SequenceNumber: null }, ResponseMetadata } });
}
