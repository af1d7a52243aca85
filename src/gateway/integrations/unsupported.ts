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

/** Why services that integrations are made for do not run here. */
const reasons: Readonly<Record<string, string>> = {
  states: 'state machines run in AWS only; a mock can answer in its place meanwhile',
  dynamodb: 'there are no DynamoDB tables here; a mock can answer in its place meanwhile',
};

function reasonOf(integration: IntegrationSpec): string {
  const { type, uri } = integration;
  if (type === '') return 'the operation has no integration';
  const service = serviceOf(integration);
  const known = service === undefined ? undefined : reasons[service];
  if (known !== undefined) return known;
  if (service !== undefined) return `nothing here stands for the AWS service '${service}': ${uri}`;
  return `an integration of type '${type}'${uri === '' ? ' without a uri' : ` with ${uri}`}`;
}

function kindOf(integration: IntegrationSpec): string {
  return serviceOf(integration) ?? (integration.type === '' ? 'none' : integration.type);
}

/** The service of an AWS integration, such as `sqs`. */
function serviceOf({ uri }: IntegrationSpec): string | undefined {
  return /^arn:[^:]+:apigateway:[^:]+:([^:]+):/.exec(uri)?.[1];
}
