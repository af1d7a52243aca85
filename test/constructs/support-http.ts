import type { Integration, TypeSafeRestApi, TypeSafeRestApiProps } from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { apiOf, type BodyIntegration, gatewayDocument, integrationOf } from './support';

/** An API with the operation `op`, such as `get /pets/{petId}`; `more` is what else its document has. */
export function apiWith(
  integration: Integration,
  route = 'get /pets/{petId}',
  more: JsonObject = {},
  props: Partial<TypeSafeRestApiProps> = {},
): TypeSafeRestApi {
  const document = { ...gatewayDocument({ op: route }, { op: more }) };
  return apiOf(document, { integrations: { op: { integration } }, ...props });
}

/** The integration of such an operation. */
export function rendered(
  integration: Integration,
  route = 'get /pets/{petId}',
  more: JsonObject = {},
  props: Partial<TypeSafeRestApiProps> = {},
): BodyIntegration {
  const [method = '', path = ''] = route.split(' ');
  return integrationOf(apiWith(integration, route, more, props), path, method);
}
