import { define } from '../../../shared/diagnostics';
import type { JsonObject } from '../../../shared/json';
import { escapeToken } from '../../../shared/json-pointer';
import type { Source } from '../source';
import type { Rule } from './rule';

const prefix = 'x-amazon-apigateway-';

const diagnostics = {
  extension: define<{ name: string; where: string }>(
    'gateway-ignored',
    'warning',
    ({ name, where }) => `'${name}' has no effect in a model; say it in the CDK app, ${where}`,
  ),
};

/** Where the app says what an extension says. */
const places: Readonly<Record<string, string>> = {
  integration: "as the 'integration' of the operation",
  auth: "as the 'authorizer' of the operation",
  'binary-media-types': "as 'binaryMediaTypes' of the API, beside those that are found in the model",
  cors: "as 'cors' of the API",
  policy: "as 'policy' of the API",
};

function reportExtensions(value: JsonObject, pointer: string, source: Source): void {
  for (const name in value) {
    if (!name.startsWith(prefix)) continue;
    const where = places[name.slice(prefix.length)] ?? 'with the props of the API';
    const at = `${pointer}/${escapeToken(name)}`;
    source.report((place) => diagnostics.extension(place, { name, where }), at);
  }
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html */
export const gatewayExtensions: Rule = {
  feature: '`x-amazon-apigateway-…` but in security schemes',
  gateway: 'takes integrations, validators and settings from them',
  answer: 'left out: the app says what they say, with types and permissions',
  checkedBy: 'the app',
  diagnostics,
  document: (source) => reportExtensions(source.root, '', source),
  operation: ({ operation }, source) => reportExtensions(operation.value, operation.pointer, source),
};
