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
  /** Every stack of the assembly, this one among them: `Fn::ImportValue` finds in them what is exported. */
  readonly assembly: readonly Stack[];
}

/** Reads a template; parameters that were not passed take their defaults. */
export function toStack(
  name: string,
  prefix: string,
  template: JsonObject,
  passed: ReadonlyMap<string, Json>,
  assembly: readonly Stack[] = [],
): Stack {
  const parameters = new Map<string, Json>();
  for (const [parameter, declared] of Object.entries(objectOf(member(template, 'Parameters')))) {
    parameters.set(parameter, passed.get(parameter) ?? defaultOf(objectOf(declared)));
  }
  return {
    assembly,
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

/** What stands for the value of a parameter of Systems Manager, which nobody knows here: its path, in a form that fits into names. */
export function parameterName(path: string): string {
  return path.replace(/^\//, '').replaceAll('/', '-');
}

function defaultOf(parameter: JsonObject): Json {
  const value = member(parameter, 'Default') ?? '';
  const type = member(parameter, 'Type');
  const stored = typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value');
  return stored && typeof value === 'string' ? parameterName(value) : value;
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
