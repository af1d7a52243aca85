import type { Diagnostic, Place } from '../../shared/diagnostics';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { applyRules } from './apply-rules';
import { binaryMediaTypes } from './binary-media-types';
import { binaryMediaTypesExtension, extensions } from './extensions';
import { Models } from './models';
import { type FoundOperations, findOperations, gatewayOperation } from './operations';
import { Parameters } from './parameters';
import { functionsOf } from './rules';
import { gatewaySchemes } from './security';
import type { Source } from './source';

const resultRules = functionsOf('result');

/** What the gateway document is derived from. */
export interface GatewayInput {
  /** The bundled model: OpenAPI 3.0 or 3.1 as JSON, every reference inside the document. */
  readonly document: JsonObject;
  /** The id that the IR gave the operation (`Operation.id`); an operation without one is left out. */
  readonly operationId: (method: string, path: string) => string | undefined;
  /** Where a pointer into the bundled document lies in the files of the user. */
  readonly place: (pointer: string) => Place;
}

/** The document that API Gateway imports, before integrations are added, and what there is to say about it. */
export interface GatewayResult {
  readonly document: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Derives from a model the OpenAPI 3.0.3 document that API Gateway imports. Whatever is valid under the model is valid under the derived
 * document; what the gateway cannot enforce is reported as `gateway-not-enforced`, a path that it cannot serve as `gateway-path`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export function deriveGatewayDocument(input: GatewayInput): GatewayResult {
  // What several operations share is met once for each of them.
  const diagnostics = new Map<string, Diagnostic>();
  const source: Source = {
    root: input.document,
    version: String(input.document.openapi).startsWith('3.0') ? '3.0' : '3.1',
    report: (kind, pointer) => {
      const diagnostic = kind(input.place(pointer));
      diagnostics.set(`${diagnostic.code} ${pointer} ${diagnostic.message}`, diagnostic);
    },
  };
  const found = findOperations(source, input.operationId);
  applyRules(source, found.operations);
  const bodies = found.operations.flatMap(({ gatewayBody }) =>
    (gatewayBody?.contents ?? []).flatMap(({ validated }) => validated ?? []),
  );
  const parts = { models: new Models(source, bodies), parameters: new Parameters(source) };
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of found.operations) {
    const item = paths[operation.route.path] ?? {};
    paths[operation.route.path] = item;
    item[operation.method] = gatewayOperation(source, operation, parts);
  }
  const document = assemble(source, found, paths, parts.models);
  for (const rule of resultRules) rule(document, source);
  return { document, diagnostics: [...diagnostics.values()] };
}

function assemble(source: Source, found: FoundOperations, paths: JsonObject, models: Models): JsonObject {
  const binary = binaryMediaTypes(
    source,
    found.operations.map(({ operation }) => operation.value),
  );
  const security = Object.values(paths).flatMap((item) => Object.values(item as JsonObject).map(securityOf));
  const schemas = models.all();
  const securitySchemes = gatewaySchemes(source, security);
  const components = {
    ...(Object.keys(schemas).length > 0 ? { schemas } : {}),
    ...(Object.keys(securitySchemes).length > 0 ? { securitySchemes } : {}),
  };
  return {
    openapi: '3.0.3',
    info: infoOf(source.root),
    ...(binary.length > 0 ? { [binaryMediaTypesExtension]: binary } : {}),
    ...(found.leftOut.size > 0 ? { [extensions.leftOut]: Object.fromEntries(found.leftOut) } : {}),
    paths,
    ...(Object.keys(components).length > 0 ? { components } : {}),
  };
}

function infoOf({ info }: JsonObject): JsonObject {
  const { title, version } = isJsonObject(info) ? info : {};
  return { title: String(title ?? 'API'), version: String(version ?? '1.0.0') };
}

function securityOf(operation: Json): readonly Json[] {
  return isJsonObject(operation) && Array.isArray(operation.security) ? operation.security : [];
}
