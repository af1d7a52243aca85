import type { ApiGatewayIntegration } from '../integrations/api-gateway-integration';

/**
 * An integration with its members in the order of their names. Structs have another order in Python and Java than in TypeScript, and maps of
 * Java have another one in every run; but the same app shall make the same document, and no deployment that changes nothing.
 */
export function inOrder(integration: ApiGatewayIntegration): ApiGatewayIntegration {
  return sorted(integration) as ApiGatewayIntegration;
}

function sorted(value: unknown): unknown {
  // Lists have an order of their own, and tokens are not looked into.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
