import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import type { Resource } from './local-app';

/** One template of the assembly with what its intrinsics refer to. */
export interface Stack {
  readonly name: string;
  /** Before every physical name, so that two stacks of the same constructs stay apart; empty for the first stack. */
  readonly prefix: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  readonly outputs: JsonObject;
  /** Values of the template's parameters, already resolved. */
  readonly parameters: ReadonlyMap<string, Json>;
  /** The nested stacks by the logical id of their resource here. */
  readonly nested: Map<string, Stack>;
}

/** Reads a template; parameters that were not passed take their defaults. */
export function toStack(name: string, prefix: string, template: JsonObject, passed: ReadonlyMap<string, Json>): Stack {
  const parameters = new Map<string, Json>();
  for (const [parameter, declared] of Object.entries(objectOf(member(template, 'Parameters')))) {
    const fallback = isJsonObject(declared) ? member(declared, 'Default') : undefined;
    parameters.set(parameter, passed.get(parameter) ?? fallback ?? '');
  }
  return {
    name,
    prefix,
    resources: readResources(objectOf(member(template, 'Resources'))),
    conditions: objectOf(member(template, 'Conditions')),
    mappings: objectOf(member(template, 'Mappings')),
    outputs: objectOf(member(template, 'Outputs')),
    parameters,
    nested: new Map(),
  };
}

/** The member as an object; an empty one when it is something else. */
export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function readResources(declared: JsonObject): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const [logicalId, resource] of Object.entries(declared)) {
    if (!isJsonObject(resource)) continue;
    const type = member(resource, 'Type');
    resources.set(logicalId, {
      logicalId,
      type: typeof type === 'string' ? type : '',
      properties: objectOf(member(resource, 'Properties')),
      metadata: objectOf(member(resource, 'Metadata')),
    });
  }
  return resources;
}
