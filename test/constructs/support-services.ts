import { Template } from 'aws-cdk-lib/assertions';
import { App, Stack } from 'aws-cdk-lib/core';
import type { Integration, TypeSafeRestApi, TypeSafeRestApiProps } from '../../src/constructs';
import type { Pair } from '../../src/gateway/http/request';
import { type Rendered, render } from '../../src/gateway/templates/render';
import { Template as VelocityTemplate } from '../../src/gateway/templates/template';
import type { Json, JsonObject } from '../../src/shared/json';
import { createExchange } from '../gateway/support/exchange';
import { apiOf, type BodyIntegration, gatewayDocument, integrationOf } from './support';
import { type Statement, statementsIn } from './support-s3';

/** A request as templates see it. */
export interface RequestSpec {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: readonly Pair[];
  readonly headers?: readonly Pair[];
  readonly body?: string;
}

/** An operation with an integration over a service. */
export interface ServiceOperation {
  readonly api: TypeSafeRestApi;
  readonly stack: Stack;
  /** Tokens are what they stand for in words: `Ref` the logical id without its hash, attributes after a dot. */
  readonly integration: BodyIntegration;
  /** What is sent to the service. */
  send(request?: RequestSpec, mediaType?: string): string;
  /** What is answered to the reply of the service, as JSON unless it is text. */
  answer(status: number, reply: Json): { status: number; body: string; contentType: string | undefined };
}

/** An API with one operation, such as `post /pets/{petId}`; `more` is what else the document of the operation has. */
export function serviceOperation(
  route: string,
  create: (stack: Stack) => Integration,
  more: JsonObject = {},
  props: Partial<TypeSafeRestApiProps> = {},
  stack: Stack = new Stack(new App(), 'Stack'),
): ServiceOperation {
  const [method = '', path = ''] = route.split(' ');
  const api = apiOf(
    gatewayDocument({ op: route }, { op: more }),
    { integrations: { op: { integration: create(stack) } }, ...props },
    stack,
  );
  const integration = inWords(integrationOf(api, path, method) as unknown as Json) as unknown as BodyIntegration;
  return {
    api,
    stack,
    integration,
    send: (request = {}, mediaType = 'application/json') =>
      rendered(integration.requestTemplates[mediaType] ?? '', request, request.body ?? '').text,
    answer: (status, reply) => answerOf(integration, status, typeof reply === 'string' ? reply : JSON.stringify(reply)),
  };
}

/** Declares parameters, a JSON body if wanted, and the statuses with the media types of their bodies. */
export function declared(spec: {
  readonly path?: readonly string[];
  readonly query?: readonly string[];
  readonly headers?: readonly string[];
  readonly body?: readonly string[];
  readonly responses?: Readonly<Record<string, readonly string[]>>;
}): JsonObject {
  const { path = [], query = [], headers = [], body = [], responses = { 200: ['application/json'] } } = spec;
  const schema = { type: 'string' };
  const content = Object.fromEntries(body.map((type) => [type, { schema: {} }]));
  return {
    parameters: [
      ...path.map((name) => ({ name, in: 'path', required: true, schema })),
      ...query.map((name) => ({ name, in: 'query', schema })),
      ...headers.map((name) => ({ name, in: 'header', schema })),
    ],
    ...(body.length === 0 ? {} : { requestBody: { content } }),
    responses: Object.fromEntries(Object.keys(responses).map((status) => [status, { description: status }])),
    'x-type-safe-api-responses': Object.fromEntries(
      Object.entries(responses).map(([status, mediaTypes]) => [status, { mediaTypes: [...mediaTypes] }]),
    ),
  };
}

/** The statements of the role of an API, as `sqs:SendMessage Queue.Arn`. */
export function allowedActions(stack: Stack): string[] {
  const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  return statementsIn(Template.fromStack(stack)).flatMap(({ Action, Resource }: Statement) =>
    listOf(Action).flatMap((action) => listOf(Resource).map((resource) => `${action} ${inWords(resource as Json)}`)),
  );
}

function rendered(template: string, { path = {}, query = [], headers = [] }: RequestSpec, body: string): Rendered {
  const encoded = Object.entries(path).map(([name, value]) => [name, encodeURIComponent(value)]);
  const exchange = createExchange({ pathParameters: Object.fromEntries(encoded), query, headers });
  return render(new VelocityTemplate(template), exchange, body);
}

function answerOf({ responses }: BodyIntegration, status: number, reply: string) {
  const pattern = Object.keys(responses).find((each) => new RegExp(`^(?:${each})$`).test(String(status)));
  const response = responses[pattern ?? 'default'];
  if (response === undefined) throw new Error(`nothing is answered to ${status}`);
  const [template] = Object.values(response.responseTemplates ?? {});
  const { text, responseOverride } = rendered(template ?? '$input.body', {}, reply);
  const mapped = response.responseParameters['method.response.header.Content-Type'];
  return {
    status: responseOverride.status ?? Number(response.statusCode),
    body: text,
    contentType: responseOverride.header.get('Content-Type') ?? mapped?.slice(1, -1),
  };
}

function inWords(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => inWords(item));
  if (typeof value !== 'object' || value === null) return value;
  const object = value as JsonObject;
  const readable = (id: unknown) => String(id).replace(/[0-9A-F]{8}$/, '');
  if ('Ref' in object) return readable(object.Ref);
  if ('Fn::GetAtt' in object) {
    const [id, attribute] = object['Fn::GetAtt'] as unknown as [string, string];
    return `${readable(id)}.${attribute}`;
  }
  if ('Fn::Join' in object) {
    const [separator, parts] = object['Fn::Join'] as unknown as [string, Json[]];
    return parts.map((part) => inWords(part)).join(separator);
  }
  return Object.fromEntries(Object.entries(object).map(([name, item]) => [name, inWords(item)]));
}
