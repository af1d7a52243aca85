import { CfnTopic, type ITopic } from 'aws-cdk-lib/aws-sns';
import type { IntegrationOperationProps } from '../../integrations/integration';
import type { RequestValue } from '../../integrations/request-value';
import { checkOrder, type OrderOptions } from './fifo';
import { attributeFields, checkAttributes, field, optionalField } from './form';
import { messageSource } from './message-source';
import type { Piece } from './pieces';
import type { ServiceRequest } from './render-service';
import type { RequestTemplate } from './request-template';
import type { ServiceReply } from './service-responses';

/** What a user says of a message. */
export interface SnsMessageOptions extends OrderOptions {
  readonly topic: ITopic;
  readonly message?: RequestValue;
  readonly subject?: RequestValue;
  readonly messageAttributes?: Readonly<Record<string, RequestValue>>;
  readonly requestTemplate?: string;
}

/** @throws Error when the options do not fit the topic */
export function checkSnsMessage(operation: IntegrationOperationProps, options: SnsMessageOptions): void {
  const { topic, messageAttributes = {}, requestTemplate } = options;
  checkAttributes(operation, messageAttributes);
  if (requestTemplate !== undefined) return;
  // Of an imported topic only its name is known.
  const tellsApart = CfnTopic.isCfnTopic(topic.node.defaultChild) ? topic.contentBasedDeduplication : undefined;
  checkOrder(operation, options, { kind: 'topic', fifo: topic.fifo, tellsApart });
}

/** By the query protocol, whose replies API Gateway asks for as JSON. */
export function snsRequest(operation: IntegrationOperationProps, options: SnsMessageOptions): ServiceRequest {
  const { topic, message, subject, messageGroupId, messageDeduplicationId, messageAttributes } = options;
  return {
    target: `${topic.env.region}:sns:path//`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    options: { message, subject, messageGroupId, messageDeduplicationId, messageAttributes },
    body: (template: RequestTemplate): Piece[] => [
      { text: 'Action=Publish' },
      ...field('TopicArn', [{ token: topic.topicArn }]),
      ...field('Message', template.textOf(messageSource(operation, message))),
      ...optionalField(template, 'Subject', subject),
      ...optionalField(template, 'MessageGroupId', messageGroupId),
      ...optionalField(template, 'MessageDeduplicationId', messageDeduplicationId),
      ...attributeFields(template, 'MessageAttributes.entry.', messageAttributes ?? {}),
    ],
  };
}

/** @see https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html */
export const snsReply: ServiceReply = {
  service: 'SNS',
  mediaType: 'application/json',
  errors: { code: '$root.Error.Code', invalid: 'InvalidParameter|ParameterValueInvalid|MissingParameter' },
  body: '{"messageId":"$util.escapeJavaScript($root.PublishResponse.PublishResult.MessageId)"}',
};
