import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Token } from 'aws-cdk-lib/core';
import type { IntegrationOperationProps } from '../../integrations/integration';
import type { RequestValue } from '../../integrations/request-value';
import { operationError } from '../operation-error';
import { answerErrorCode } from './error-template';
import { messageSource } from './message-source';
import { literal, type Piece, quoted } from './pieces';
import type { ServiceRequest } from './render-service';
import type { RequestTemplate } from './request-template';
import type { ServiceReply } from './service-responses';
import { sourceOf } from './value-source';

/** What a user says of an event. */
export interface EventOptions {
  readonly eventBus: IEventBus;
  readonly source: string;
  readonly detailType: string;
  readonly detail?: RequestValue;
  readonly resources?: readonly RequestValue[];
}

/** @throws Error for an event that no bus takes */
export function eventBridgeRequest(operation: IntegrationOperationProps, options: EventOptions): ServiceRequest {
  const { eventBus, source, detailType, detail, resources } = options;
  checkText(operation, 'source', source, 256);
  checkText(operation, 'detailType', detailType, 128);
  if (source.startsWith('aws.')) {
    throw operationError(operation, `'source' is '${source}', but 'aws.' is for AWS; use a name of your own`);
  }
  return {
    target: `${eventBus.env.region}:events:action/PutEvents`,
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AWSEvents.PutEvents' },
    options: { detail, resources },
    body: (template: RequestTemplate): Piece[] => [
      ...[{ text: '{"Entries":[{"EventBusName":"' }, { token: eventBus.eventBusArn }, { text: '","Source":' }],
      ...quoted(literal(source)),
      { text: ',"DetailType":' },
      ...quoted(literal(detailType)),
      { text: ',"Detail":' },
      ...quoted(template.textOf(messageSource(operation, detail))),
      ...listOf(template, resources ?? []),
      { text: '}]}' },
    ],
  };
}

/** EventBridge answers 200 whatever becomes of the events, and says of each of them what went wrong. */
export function eventBridgeReply(operation: IntegrationOperationProps): ServiceReply {
  const invalid = 'InvalidArgument|MalformedDetail|Validation';
  const ofEvent = { code: '$root.Entries.get(0).ErrorCode', invalid };
  return {
    service: 'EventBridge',
    mediaType: 'application/x-amz-json-1.1',
    errors: { code: "$root.get('__type')", invalid },
    body: '{"eventId":"$util.escapeJavaScript($root.Entries.get(0).EventId)"}',
    decide: (body, usual) =>
      `#set($failed = $root.FailedEntryCount)#if("$!failed" == '0')${body}#{else}${answerErrorCode(operation, ofEvent, usual)}#{end}`,
  };
}

function listOf(template: RequestTemplate, resources: readonly RequestValue[]): Piece[] {
  if (resources.length === 0) return [];
  const values = resources.map((value) => quoted(template.textOf(sourceOf(value))));
  return [
    { text: ',"Resources":[' },
    ...values.flatMap((value, index) => [...(index === 0 ? [] : [{ text: ',' }]), ...value]),
    { text: ']' },
  ];
}

function checkText(operation: IntegrationOperationProps, option: string, text: string, longest: number): void {
  if (Token.isUnresolved(text) || (text.length > 0 && text.length <= longest)) return;
  throw operationError(
    operation,
    `'${option}' has ${text.length} characters, but takes 1 to ${longest}; give it as many`,
  );
}
