import { isJsonObject, type Json, type JsonObject } from '../../../shared/json';
import type { Service } from '../../model/service';
import type { EmitInput } from '../language';

/** The operations that API Gateway can serve: what it cannot is not in its document, as a warning has said. */
export function deployable({ service, gatewayDocument }: Pick<EmitInput, 'service' | 'gatewayDocument'>): Service {
  const served = new Set(operationIds(gatewayDocument));
  return { ...service, operations: service.operations.filter(({ id }) => served.has(id)) };
}

function operationIds({ paths = {} }: JsonObject): Json[] {
  const items = Object.values(paths ?? {}).filter(isJsonObject);
  return items
    .flatMap((item) => Object.values(item).filter(isJsonObject))
    .flatMap(({ operationId = [] }) => operationId);
}
