import { define } from '../../../shared/diagnostics';
import { isJsonObject, type JsonObject } from '../../../shared/json';
import { escapeToken } from '../../../shared/json-pointer';
import { hasAuthorizer, schemeOf } from '../security';
import type { Rule } from './rule';

const diagnostics = {
  type: define<{ type: string }>(
    'gateway-security',
    'warning',
    ({ type }) =>
      `API Gateway imports security schemes of type 'apiKey' only, so one with 'x-amazon-apigateway-authtype' cannot be of type '${type}'; write 'type: apiKey', and the header in 'in' and 'name'`,
  ),
  identitySources: define<{ name: string }>(
    'gateway-security',
    'warning',
    ({ name }) =>
      `API Gateway wants 'name: Unused' and 'in: header' where an authorizer has several identity sources, and not the name '${name}'; correct it`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html */
export const nativeSchemes: Rule = {
  feature: 'security schemes with `x-amazon-apigateway-authtype`',
  gateway:
    'makes authorizers of them; knows the type `apiKey` only, and the name `Unused` for several identity sources',
  answer: 'kept as they are, for operations that the app gives no authorizer',
  checkedBy: 'API Gateway',
  diagnostics,
  document: (source) => {
    const { components } = source.root;
    const schemes =
      isJsonObject(components) && isJsonObject(components.securitySchemes) ? components.securitySchemes : {};
    for (const key of Object.keys(schemes)) {
      const scheme = schemeOf(source, key);
      if (scheme === undefined || !hasAuthorizer(scheme)) continue;
      const pointer = `/components/securitySchemes/${escapeToken(key)}`;
      const { type, name } = scheme;
      if (type !== 'apiKey') source.report((place) => diagnostics.type(place, { type: String(type) }), pointer);
      else if (hasSeveralSources(scheme) && (name !== 'Unused' || scheme.in !== 'header')) {
        source.report((place) => diagnostics.identitySources(place, { name: String(name) }), pointer);
      }
    }
  },
};

function hasSeveralSources({ 'x-amazon-apigateway-authorizer': authorizer }: JsonObject): boolean {
  return isJsonObject(authorizer) && String(authorizer.identitySource ?? '').includes(',');
}
