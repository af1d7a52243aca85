import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  Integrations,
  type TypeSafeApiIntegration,
  TypeSafeRestApi,
  type TypeSafeRestApiProps,
} from '../../src/constructs';
import type { Json, JsonObject } from '../../src/shared/json';

const folder = mkdtempSync(path.join(tmpdir(), 'constructs-'));
let files = 0;

/** Writes a gateway document for an API. */
export function specFile(document: JsonObject): string {
  const file = path.join(folder, `gateway-${files++}.json`);
  writeFileSync(file, JSON.stringify(document));
  return file;
}

/** A gateway document of operations such as `{ sayHello: 'get /hello' }`, the values with more in them if need be. */
export function gatewayDocument(operations: Record<string, string>, more: JsonObject = {}): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [operationId, route] of Object.entries(operations)) {
    const [method = '', route2 = ''] = route.split(' ');
    const item = paths[route2] ?? {};
    paths[route2] = item;
    const names = [...route2.matchAll(/\{([^{}]+?)\+?\}/g)].map((match) => match[1] ?? '');
    item[method] = {
      operationId,
      ...(names.length > 0
        ? { parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })) }
        : {}),
      responses: { 200: { description: '200 response' } },
      ...((more[operationId] ?? {}) as JsonObject),
    };
  }
  return { openapi: '3.0.3', info: { title: 'T', version: '1' }, paths };
}

/** A mock that answers 200 with an empty object. */
export const mock: TypeSafeApiIntegration = { integration: Integrations.mock({ statusCode: 200, body: '{}' }) };

/** An API in a stack of its own. */
export function apiOf(
  document: JsonObject,
  props: Partial<TypeSafeRestApiProps> & Pick<TypeSafeRestApiProps, 'integrations'>,
  stack: Stack = new Stack(new App(), 'Stack'),
): TypeSafeRestApi {
  return new TypeSafeRestApi(stack, 'Api', { specPath: specFile(document), ...props });
}

/** The template of the stack that an API is in. */
export function templateOf(api: TypeSafeRestApi): Template {
  return Template.fromStack(Stack.of(api));
}

/** The document in a template. */
export function bodyOf(api: TypeSafeRestApi): BodyDocument {
  const [resource] = Object.values(templateOf(api).findResources('AWS::ApiGateway::RestApi'));
  return (resource as { Properties: { Body: BodyDocument } }).Properties.Body;
}

export interface BodyDocument {
  readonly [name: string]: unknown;
  readonly paths: Readonly<Record<string, Readonly<Record<string, BodyOperation>>>>;
  readonly components: { readonly securitySchemes?: Readonly<Record<string, unknown>> };
}

export interface BodyOperation {
  readonly [name: string]: unknown;
  readonly responses: Readonly<Record<string, { readonly headers?: Readonly<Record<string, unknown>> }>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly 'x-amazon-apigateway-integration': BodyIntegration;
}

export interface BodyIntegration {
  readonly [name: string]: unknown;
  readonly requestTemplates: Readonly<Record<string, string>>;
  readonly requestParameters: Readonly<Record<string, string>>;
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly statusCode: string;
        readonly responseParameters: Readonly<Record<string, string>>;
        readonly responseTemplates?: Readonly<Record<string, string>>;
        readonly contentHandling?: string;
      }
    >
  >;
}

/** The integration of an operation in a template. */
export function integrationOf(api: TypeSafeRestApi, route: string, method: string): BodyIntegration {
  const operation = bodyOf(api).paths[route]?.[method];
  if (operation === undefined) throw new Error(`there is no ${method} ${route}`);
  return operation['x-amazon-apigateway-integration'];
}
