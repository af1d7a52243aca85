import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { deriveGatewayDocument, type GatewayResult } from '../../../src/openapi/gateway/derive';
import { isJsonObject, type Json, type JsonObject } from '../../../src/shared/json';

/** Derives with operation ids as in the document, and places that are pointers. */
export function derive(document: JsonObject): GatewayResult {
  return deriveGatewayDocument({
    document,
    operationId: (method, route) => {
      const item = isJsonObject(document.paths) ? document.paths[route] : undefined;
      const operation = isJsonObject(item) ? item[method] : undefined;
      return isJsonObject(operation)
        ? String(operation.operationId ?? `${method}${route.replace(/\W/g, '')}`)
        : undefined;
    },
    place: (pointer) => ({ file: 'main.yaml', pointer }),
  });
}

/** A document with one operation. */
export function documentOf(route: string, method: string, operation: JsonObject, rest: JsonObject = {}): JsonObject {
  const paths = { [route]: { [method]: { operationId: 'op', responses: { 204: { description: '' } }, ...operation } } };
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths, ...rest };
}

/** A document whose one operation has this request body. */
export function documentWithBody(schema: Json, schemas: JsonObject = {}, openapi = '3.1.0'): JsonObject {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  return { ...documentOf('/x', 'post', { requestBody }), openapi, components: { schemas } };
}

/** The value at a path of names. */
export function at(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((found, name) => (isJsonObject(found) ? found[name] : undefined), value);
}

/** The codes and pointers of what was reported. */
export function reported({ diagnostics }: GatewayResult): string[] {
  return diagnostics.map(({ severity, code, place }) => `${severity} ${code} ${place.pointer}`);
}

/** A document of test/specs. */
export function readSpec(name: string): JsonObject {
  return load(readFileSync(path.join(__dirname, '../../specs', name), 'utf8')) as JsonObject;
}
