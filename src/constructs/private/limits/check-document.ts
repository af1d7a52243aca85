import { Annotations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { countResources, documentLimits, httpMethods, kibibytes, modelSizes } from '../../../openapi/gateway';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json';
import { constructError } from '../construct-error';
import { operationError } from '../operation-error';
import { checkTimeout } from './check-timeout';

/** Measures what API Gateway makes of a document, before a deployment does. */
export function checkDocument(scope: Construct, document: JsonObject, isEdge: boolean): void {
  checkModels(scope, document);
  const paths = isJsonObject(document.paths) ? document.paths : {};
  warnResources(scope, document);
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

function checkModels(scope: Construct, document: JsonObject): void {
  const sizes = [...modelSizes(document)];
  const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
  if (bytes <= documentLimits.modelBytes) return;
  const largest = sizes
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([name, size]) => `${name} (${kibibytes(size)})`);
  throw constructError(
    scope,
    `the models of the API, the schemas of its request bodies, are ${kibibytes(bytes)}, and API Gateway takes ${kibibytes(documentLimits.modelBytes)} in all; make them smaller (the largest are ${largest.join(', ')}), or split the model into several APIs`,
  );
}

function warnResources(scope: Construct, document: JsonObject): void {
  const count = countResources(document);
  if (count <= documentLimits.resources) return;
  Annotations.of(scope).addWarningV2(
    'type-safe-api-project:resources',
    `the API has ${count} resources (nodes of the tree of its paths) and the quota is ${documentLimits.resources}; have 'Resources per API' raised in Service Quotas, or split the model into several APIs`,
  );
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
