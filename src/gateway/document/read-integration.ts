import { isJsonObject, type JsonObject, member } from '../../shared/json';
import { Template } from '../templates/template';
import { objectAt, textAt, textsOf } from './members';
import type { IntegrationResponse, IntegrationSpec } from './route';
import { type StageVariables, withVariables } from './stage-variables';

/** Milliseconds that API Gateway waits for a backend when the integration does not say. */
const defaultTimeout = 29_000;

/** Reads an Integration Object. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html */
export function readIntegration(integration: JsonObject, variables: StageVariables): IntegrationSpec {
  const handling = readContentHandling(integration);
  const credentials = textAt(integration, 'credentials');
  return {
    type: (textAt(integration, 'type') ?? '').toLowerCase(),
    uri: withVariables(textAt(integration, 'uri') ?? '', variables),
    ...(credentials === undefined ? {} : { credentials: withVariables(credentials, variables) }),
    isPrivate: textAt(integration, 'connectionType')?.toUpperCase() === 'VPC_LINK',
    acceptsAnyAuthority: member(objectAt(integration, 'tlsConfig'), 'insecureSkipVerification') === true,
    httpMethod: (textAt(integration, 'httpMethod') ?? '').toUpperCase(),
    passthroughBehavior: readPassthrough(textAt(integration, 'passthroughBehavior') ?? ''),
    ...(handling === undefined ? {} : { contentHandling: handling }),
    timeoutMilliseconds: Number(textAt(integration, 'timeoutInMillis') ?? defaultTimeout),
    ...(textAt(integration, 'responseTransferMode') === 'STREAM' ? { responseTransferMode: 'STREAM' } : {}),
    requestParameters: textsOf(objectAt(integration, 'requestParameters')),
    requestTemplates: byMediaType(objectAt(integration, 'requestTemplates')),
    responses: Object.entries(objectAt(integration, 'responses')).flatMap(([pattern, response]) =>
      isJsonObject(response) ? [readResponse(pattern, response)] : [],
    ),
  };
}

function readResponse(pattern: string, response: JsonObject): IntegrationResponse {
  const handling = readContentHandling(response);
  return {
    pattern,
    statusCode: Number(textAt(response, 'statusCode') ?? 200),
    ...(handling === undefined ? {} : { contentHandling: handling }),
    parameters: textsOf(objectAt(response, 'responseParameters')),
    templates: byMediaType(objectAt(response, 'responseTemplates')),
  };
}

function readPassthrough(behavior: string): IntegrationSpec['passthroughBehavior'] {
  const lower = behavior.toLowerCase();
  return lower === 'never' || lower === 'when_no_templates' ? lower : 'when_no_match';
}

function readContentHandling(object: JsonObject): IntegrationSpec['contentHandling'] {
  const handling = textAt(object, 'contentHandling');
  return handling === 'CONVERT_TO_TEXT' || handling === 'CONVERT_TO_BINARY' ? handling : undefined;
}

function byMediaType(templates: JsonObject): ReadonlyMap<string, Template> {
  return new Map(
    [...textsOf(templates)].map(([mediaType, template]) => [mediaType.toLowerCase(), new Template(template)]),
  );
}
