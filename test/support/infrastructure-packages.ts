import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { emitPackages, findPackages } from '../../src/codegen/emit-packages';
import { deriveGatewayDocument } from '../../src/openapi/gateway';
import type { LanguageName } from '../../src/shared/workspace';
import { emitInput } from './emit-input';
import type { ReadSpec } from './read-spec';

/** Writes the infrastructure packages of a service into the folder of an API. */
export function writeInfrastructure(
  { document, service }: ReadSpec,
  name: string,
  infrastructure: readonly LanguageName[],
  directory: string,
): void {
  const ids = new Map(service.operations.map(({ id, method, path: route }) => [`${method} ${route}`, id]));
  const operationId = (method: string, route: string) => ids.get(`${method} ${route}`);
  const gateway = deriveGatewayDocument({ document: document.root, operationId, place: document.place });
  const choices = { name, infrastructure, runtime: [], handlers: [], documentation: [], library: [] };
  const input = emitInput(service, { name, gatewayDocument: gateway.document, handlers: ['typescript'] });
  for (const file of emitPackages(findPackages(choices), input)) {
    const target = path.join(directory, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.text);
  }
}
