import { CfnQueue, type IQueue } from 'aws-cdk-lib/aws-sqs';
import { type Duration, Tokenization } from 'aws-cdk-lib/core';
import type { IntegrationOperationProps } from '../../integrations/integration';
import type { RequestValue } from '../../integrations/request-value';
import { operationError } from '../operation-error';
import { checkOrder, type OrderOptions } from './fifo';
import { attributeFields, checkAttributes, field, optionalField } from './form';
import { messageSource } from './message-source';
import { literal, type Piece } from './pieces';
import type { ServiceRequest } from './render-service';
import type { RequestTemplate } from './request-template';
import type { ServiceReply } from './service-responses';

/** What a user says of a message. */
export interface SqsMessageOptions extends OrderOptions {
  readonly queue: IQueue;
  readonly messageBody?: RequestValue;
  readonly messageAttributes?: Readonly<Record<string, RequestValue>>;
  readonly delay?: Duration;
  readonly requestTemplate?: string;
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const mostAttributes = 10;

/** Seconds that a message may be kept back. */
const longestDelay = 900;

/** @throws Error when the options do not fit the queue */
export function checkSqsMessage(operation: IntegrationOperationProps, options: SqsMessageOptions): void {
  const { queue, messageAttributes = {}, delay, requestTemplate } = options;
  if (requestTemplate === undefined) {
    const resource = queue.node.defaultChild;
    // Of an imported queue only its name is known.
    const tellsApart = CfnQueue.isCfnQueue(resource) ? resource.contentBasedDeduplication === true : undefined;
    checkOrder(operation, options, { kind: 'queue', fifo: queue.fifo, tellsApart });
  }
  checkAttributes(operation, messageAttributes);
  const count = Object.keys(messageAttributes).length;
  if (count > mostAttributes) {
    throw operationError(operation, `a message has at most ${mostAttributes} attributes, got ${count}; remove some`);
  }
  if (delay === undefined) return;
  if (queue.fifo) {
    throw operationError(
      operation,
      "'delay' is not for single messages of FIFO queues; remove it, and set 'deliveryDelay' of the queue",
    );
  }
  if (delay.isUnresolved()) return;
  const seconds = delay.toSeconds({ integral: false });
  if (Number.isInteger(seconds) && seconds <= longestDelay) return;
  const remedy = seconds > longestDelay ? '15 minutes at most; lower it' : 'whole seconds only; round it';
  throw operationError(operation, `'delay' is ${delay.toHumanString()}, but a message is kept back for ${remedy}`);
}

/** By the query protocol, whose replies API Gateway asks for as JSON. */
export function sqsRequest(operation: IntegrationOperationProps, options: SqsMessageOptions): ServiceRequest {
  const { queue, messageBody, messageGroupId, messageDeduplicationId, messageAttributes, delay } = options;
  return {
    target: `${queue.env.region}:sqs:path/${queue.env.account}/${queue.queueName}`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    options: { messageBody, messageGroupId, messageDeduplicationId, messageAttributes, delay },
    body: (template: RequestTemplate): Piece[] => [
      { text: 'Action=SendMessage' },
      ...field('MessageBody', template.textOf(messageSource(operation, messageBody))),
      ...optionalField(template, 'MessageGroupId', messageGroupId),
      ...optionalField(template, 'MessageDeduplicationId', messageDeduplicationId),
      ...(delay === undefined ? [] : field('DelaySeconds', literal(Tokenization.stringifyNumber(delay.toSeconds())))),
      ...attributeFields(template, 'MessageAttribute.', messageAttributes ?? {}),
    ],
  };
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html */
export const sqsReply: ServiceReply = {
  service: 'SQS',
  mediaType: 'application/json',
  errors: { code: '$root.Error.Code', invalid: 'InvalidMessageContents|InvalidParameter|MissingParameter' },
  body: '{"messageId":"$util.escapeJavaScript($root.SendMessageResponse.SendMessageResult.MessageId)"}',
};
