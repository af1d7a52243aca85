import type { IntegrationSpec } from '../document/route';
import type { GatewayReply } from '../http/request';
import type { Integration } from './integration';

/** What cannot be run here: said at start, and answered with 501. */
export const unsupported: Integration = {
  matches: () => true,
  summarize: ({ integration }) => ({ kind: kindOf(integration), details: [], unavailable: reasonOf(integration) }),
  invoke: async ({ route }) => notImplemented(reasonOf(route.integration)),
};

/** The answer of an operation that works only when deployed. */
export function notImplemented(reason: string): GatewayReply {
  const body = JSON.stringify({ message: `not available in the local gateway: ${reason}` });
  return { status: 501, headers: [['Content-Type', 'application/json']], body: Buffer.from(body), note: reason };
}

function reasonOf(integration: IntegrationSpec): string {
  if (integration.type === '') return 'the operation has no integration';
  return `an integration of type '${integration.type}'${integration.uri === '' ? '' : ` with ${integration.uri}`}`;
}

/** The service of an AWS integration, such as `sqs`. */
function kindOf({ type, uri }: IntegrationSpec): string {
  const service = /^arn:[^:]+:apigateway:[^:]+:([^:]+):/.exec(uri)?.[1];
  return service ?? (type === '' ? 'none' : type);
}
