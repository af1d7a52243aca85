import { Annotations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { httpMethods } from '../../../openapi/gateway';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json';
import { constructError } from '../construct-error';
import { operationError } from '../operation-error';
import { checkTimeout } from './check-timeout';

/**
 * Limits of a document. A kilobyte is read as 1,024 bytes, so that nothing is refused which API Gateway would take.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export const documentLimits = {
  /** All models of an API together; cannot be raised. */
  modelBytes: 400 * 1024,
  /** Each mapping template; cannot be raised. */
  templateBytes: 300 * 1024,
  /** The document as it is imported; cannot be raised. */
  importBytes: 6 * 1024 * 1024,
  /** Nodes of the tree of paths; can be raised. */
  resources: 300,
} as const;

/** Measures what API Gateway makes of a document, before a deployment does. */
export function checkDocument(scope: Construct, document: JsonObject, isEdge: boolean): void {
  checkModels(scope, document);
  const paths = isJsonObject(document.paths) ? document.paths : {};
  warnResources(scope, Object.keys(paths));
  for (const [path, item] of Object.entries(paths)) {
    for (const method of httpMethods) {
      const operation = isJsonObject(item) ? item[method] : undefined;
      const integration = isJsonObject(operation) ? operation['x-amazon-apigateway-integration'] : undefined;
      if (!isJsonObject(operation) || !isJsonObject(integration)) continue;
      const named = { scope, operationId: String(operation.operationId ?? 'preflight'), method, path };
      for (const [name, template] of templatesOf(integration)) {
        const bytes = Buffer.byteLength(template);
        if (bytes <= documentLimits.templateBytes) continue;
        throw operationError(
          named,
          `its mapping template '${name}' is ${kibibytes(bytes)} and API Gateway takes ${kibibytes(documentLimits.templateBytes)}; make it shorter, such as the body of a mock, or let a function answer`,
        );
      }
      checkTimeout(named, integration, isEdge);
    }
  }
}

/** Measures a document as it is imported. */
export function checkImport(scope: Construct, bytes: number): void {
  if (bytes <= documentLimits.importBytes) return;
  throw constructError(
    scope,
    `the document of the API is ${kibibytes(bytes)} and API Gateway imports ${kibibytes(documentLimits.importBytes)}; split the model into several APIs, or let a function answer in place of mocks with large bodies`,
  );
}

function checkModels(scope: Construct, { components }: JsonObject): void {
  const schemas = isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
  const bytes = Object.values(schemas).reduce<number>(
    (sum, schema) => sum + Buffer.byteLength(JSON.stringify(schema)),
    0,
  );
  if (bytes <= documentLimits.modelBytes) return;
  const largest = Object.entries(schemas)
    .map(([name, schema]) => ({ name, size: JSON.stringify(schema).length }))
    .sort((one, other) => other.size - one.size)
    .slice(0, 3)
    .map(({ name, size }) => `${name} (${kibibytes(size)})`);
  throw constructError(
    scope,
    `the models of the API, the schemas of its request bodies, are ${kibibytes(bytes)}, and API Gateway takes ${kibibytes(documentLimits.modelBytes)} in all; make them smaller (the largest are ${largest.join(', ')}), or split the model into several APIs`,
  );
}

function warnResources(scope: Construct, paths: readonly string[]): void {
  const count = countResources(paths);
  if (count <= documentLimits.resources) return;
  Annotations.of(scope).addWarningV2(
    'type-safe-api-project:resources',
    `the API has ${count} resources (nodes of the tree of its paths) and the quota is ${documentLimits.resources}; have 'Resources per API' raised in Service Quotas, or split the model into several APIs`,
  );
}

function countResources(paths: readonly string[]): number {
  const nodes = new Set(['']);
  for (const path of paths) {
    const segments = path.split('/').slice(1);
    for (let length = 1; length <= segments.length; length++) nodes.add(segments.slice(0, length).join('/'));
  }
  // The root is '/' as a path, too.
  return nodes.size;
}

function templatesOf({ requestTemplates, responses }: JsonObject): (readonly [string, string])[] {
  const own = textsIn('requestTemplates', requestTemplates);
  const inner = Object.entries(isJsonObject(responses) ? responses : {}).flatMap(([pattern, response]) =>
    isJsonObject(response) ? textsIn(`responses.${pattern}.responseTemplates`, response.responseTemplates) : [],
  );
  return [...own, ...inner];
}

function textsIn(name: string, templates: Json | undefined): (readonly [string, string])[] {
  return Object.entries(isJsonObject(templates) ? templates : {}).flatMap(([mediaType, template]) =>
    typeof template === 'string' ? [[`${name}.${mediaType}`, template] as const] : [],
  );
}

/** Bytes for people, in the units of API Gateway. */
function kibibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024).toLocaleString('en-US')} KB`;
}
