import { localAccount, localRegion } from '../assembly/pseudo-parameters';
import { callerOf } from '../buckets/caller';
import type { IntegrationSpec, Route } from '../document/route';
import { internalFault } from '../gateway-fault';
import type { BackendReply } from '../mapping/expressions';
import { mapRequest } from '../mapping/map-request';
import { mapResponse } from '../mapping/map-response';
import { publish } from '../messages/publish';
import { putEvents } from '../messages/put-events';
import { queueOf, sendMessage } from '../messages/send-message';
import { lastName, readFields, type ServiceCall } from '../messages/service-call';
import type { Integration } from './integration';
import { notImplemented } from './unsupported';

/** A service that takes messages. */
interface MessageService {
  /** As URIs name it: `sqs`. */
  readonly name: string;
  /** The action of it that is served. */
  readonly action: string;
  take(call: ServiceCall): BackendReply;
  /** The queue, topic or event bus, if the integration says it without a request. */
  destination(integration: IntegrationSpec, address: string): string | undefined;
}

/** Messages to SQS, which become lines of a file. */
export const sqs = messageIntegration({
  name: 'sqs',
  action: 'SendMessage',
  take: sendMessage,
  destination: (integration, address) => {
    const named = queueOf({ address, fields: {} });
    return named === '' ? inTemplates(integration, /QueueUrl=(?:\$util\.urlEncode\(['"])?([^'"&)]+)/) : named;
  },
});

/** Messages to topics of SNS, which become lines of a file. */
export const sns = messageIntegration({
  name: 'sns',
  action: 'Publish',
  take: publish,
  destination: (integration) => inTemplates(integration, /TopicArn=(?:\$util\.urlEncode\(['"])?([^'"&)]+)/),
});

/** Events to EventBridge, which become lines of a file. */
export const eventBridge = messageIntegration({
  name: 'events',
  action: 'PutEvents',
  take: putEvents,
  destination: (integration) => inTemplates(integration, /"EventBusName"\s*:\s*"([^"]+)"/) ?? 'default',
});

function messageIntegration({ name, action, take, destination }: MessageService): Integration {
  const pattern = new RegExp(`^arn:[^:]*:apigateway:[^:]*:${name}:(.*)$`, 's');
  const addressOf = ({ uri }: IntegrationSpec) => pattern.exec(uri)?.[1] ?? '';
  const whyNot = (integration: IntegrationSpec) => {
    const other = /^action\/(\w+)/.exec(addressOf(integration))?.[1];
    return other === undefined || other === action
      ? undefined
      : `of the service '${name}', ${action} is served here, and ${other} is not`;
  };
  return {
    matches: ({ type, uri }) => type === 'aws' && pattern.test(uri),
    summarize: ({ integration }: Route, { messages }) => {
      const unavailable = whyNot(integration);
      if (unavailable !== undefined) return { kind: name, details: [], unavailable };
      const known = destination(integration, addressOf(integration));
      return { kind: name, details: [messages.shown(known === undefined ? '<name>' : lastName(known))] };
    },
    caveats: ({ integration }) =>
      whyNot(integration) === undefined ? [`${name}: messages are kept in files, and nobody here receives them`] : [],
    invoke: async (exchange, { app, messages }) => {
      const { integration } = exchange.route;
      const unavailable = whyNot(integration);
      if (unavailable !== undefined) return notImplemented(unavailable);
      const caller = callerOf(integration.credentials ?? '', app);
      const body = mapRequest(exchange).body.toString();
      const fields = readFields(body);
      if (fields === undefined) throw internalFault(`the request template made something that is no JSON: ${body}`);
      const reply = take({
        requestId: exchange.request.id,
        address: addressOf(integration),
        arnPrefix: `arn:aws:${name}:${localRegion()}:${localAccount}:`,
        fields,
        files: messages,
        refusal: (asked, resource) => caller.refusal(asked, resource),
      });
      return mapResponse(exchange, reply, String(reply.status));
    },
  };
}

function inTemplates({ requestTemplates }: IntegrationSpec, pattern: RegExp): string | undefined {
  return [...requestTemplates.values()].map(({ text }) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
}
