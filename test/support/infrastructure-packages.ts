import { emitPackages, findPackages } from '../../src/codegen/emit-packages';
import type { LanguageName } from '../../src/shared/workspace';
import { emitInput } from './emit-input';
import { gatewayDocumentOf, writeFiles } from './generated-packages';
import type { ReadSpec } from './read-spec';

/** Writes the infrastructure packages of a service, in some languages, into the folder of an API. */
export function writeInfrastructure(
  spec: ReadSpec,
  name: string,
  infrastructure: readonly LanguageName[],
  directory: string,
): void {
  const choices = { name, infrastructure, runtime: [], handlers: [], documentation: [], library: [] };
  const gatewayDocument = gatewayDocumentOf(spec);
  const input = emitInput(spec.service, { name, gatewayDocument, handlers: ['typescript'] });
  writeFiles(emitPackages(findPackages(choices), input), directory);
}
