import { define } from '../../../shared/diagnostics';
import { isJsonObject } from '../../../shared/json';
import { escapeToken } from '../../../shared/json-pointer';
import { schemeOf } from '../security';
import { authorizerKind, hasLambdaType } from '../security-schemes';
import type { Rule } from './rule';

const diagnostics = {
  type: define<{ type: string }>(
    'gateway-security',
    'info',
    ({ type }) =>
      `API Gateway imports authorizers with the type 'apiKey' only, so one of type '${type}' is written as one of the header Authorization; if callers send credentials elsewhere, write 'type: apiKey', and where in 'in' and 'name'`,
  ),
  authorizer: define<{ name: string }>(
    'gateway-security',
    'warning',
    ({ name }) =>
      `API Gateway does not import the authorizer of '${name}' without its type; write 'type: token' or 'type: request' into x-amazon-apigateway-authorizer`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html */
export const nativeSchemes: Rule = {
  feature: 'security schemes with `x-amazon-apigateway-authtype` or `x-amazon-apigateway-authorizer`',
  gateway:
    'makes authorizers of them; knows the type `apiKey` only, and the name `Unused` for several identity sources',
  answer: 'written as it knows them, for operations that the app gives no authorizer',
  checkedBy: 'API Gateway',
  diagnostics,
  document: (source) => {
    const { components } = source.root;
    const schemes =
      isJsonObject(components) && isJsonObject(components.securitySchemes) ? components.securitySchemes : {};
    for (const key of Object.keys(schemes)) {
      const scheme = schemeOf(source, key);
      const kind = authorizerKind(scheme);
      if (scheme === undefined || kind === undefined) continue;
      const pointer = `/components/securitySchemes/${escapeToken(key)}`;
      const says = scheme['x-amazon-apigateway-authorizer'] !== undefined;
      if (kind === 'lambda' && says && !hasLambdaType(scheme)) {
        source.report((place) => diagnostics.authorizer(place, { name: key }), pointer);
      }
      if (scheme.type === 'apiKey') continue;
      source.report((place) => diagnostics.type(place, { type: String(scheme.type) }), pointer);
    }
  },
};
