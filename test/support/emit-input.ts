import type { EmitInput } from '../../src/codegen/languages/language';
import { mockResponses } from '../../src/codegen/mocks/mock-responses';
import type { Service } from '../../src/codegen/model/service';
import type { JsonObject } from '../../src/shared/json';

/** What emitters get of a service whose operations API Gateway can all serve. */
export function emitInput(service: Service, given: Partial<EmitInput> = {}): EmitInput {
  return {
    service,
    name: 'pets',
    gatewayDocument: gatewayDocumentOf(service),
    handlers: [],
    mocks: () => mockResponses(service).responses,
    ...given,
  };
}

/** As much of a gateway document as emitters look at. */
function gatewayDocumentOf({ operations }: Service): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const { id, method, path } of operations) paths[path] = { ...paths[path], [method]: { operationId: id } };
  return { openapi: '3.0.3', paths };
}
