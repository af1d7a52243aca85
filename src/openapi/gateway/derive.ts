import type { Diagnostic, Place } from '../../shared/diagnostics';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { binaryMediaTypes } from './binary-media-types';
import { binaryMediaTypesExtension, extensions } from './extensions';
import { Models } from './models';
import { type FoundOperations, findOperations, gatewayOperation } from './operations';
import { Parameters } from './parameters';
import { Responses } from './responses';
import { functionsOf } from './rules';
import { gatewaySchemes } from './security';
import type { Source } from './source';

const documentRules = functionsOf('document');
const operationRules = functionsOf('operation');
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
  for (const rule of documentRules) rule(source);
  for (const operation of found.operations) for (const rule of operationRules) rule(operation, source);
  const bodies = found.operations.flatMap(({ gatewayBody }) => gatewayBody ?? []);
  const validated = bodies.flatMap(({ contents }) => contents.flatMap((content) => content.validated ?? []));
  const responses = new Responses(source);
  const parts = { models: new Models(source, validated), parameters: new Parameters(source), responses };
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of found.operations) {
    const item = paths[operation.route.path] ?? {};
    paths[operation.route.path] = item;
    item[operation.method] = gatewayOperation(source, operation, parts);
  }
  const binary = binaryMediaTypes(bodies, responses.mediaTypes);
  const document = assemble(source, found, { paths, binary, models: parts.models });
  return { document, diagnostics: [...diagnostics.values()] };
}

/** Measures a derived document against the limits of API Gateway. This takes a while, and synth does so as well. */
export function measureGatewayDocument(document: JsonObject, place: GatewayInput['place']): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const rule of resultRules) rule(document, (kind, pointer) => diagnostics.push(kind(place(pointer))));
  return diagnostics;
}

interface Derived {
  readonly paths: JsonObject;
  readonly binary: readonly string[];
  readonly models: Models;
}

function assemble(source: Source, found: FoundOperations, { paths, binary, models }: Derived): JsonObject {
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
