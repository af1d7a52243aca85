import { statSync } from 'node:fs';
import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import type { Assets } from './assets';
import { type FunctionCode, type FunctionOrigin, type LocalFunction, type Resource, textOf } from './local-app';
import { attributeOf, refOf } from './physical-names';
import { resolveIntrinsics } from './resolve-intrinsics';
import { objectOf, type Stack } from './stack';

/** The Lambda functions that a stack creates. */
export function readFunctions(stack: Stack, assets: Assets): LocalFunction[] {
  return [...stack.resources.values()]
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .map((resource) => readFunction(resource, stack, assets));
}

function readFunction(resource: Resource, stack: Stack, assets: Assets): LocalFunction {
  const resolve = (value: Json): Json => resolveIntrinsics(value, stack);
  const properties = objectOf(resolve(resource.properties));
  const origin = readOrigin(resource.metadata);
  return {
    name: refOf(stack, resource, resolve),
    arn: attributeOf(stack, resource, 'Arn', resolve),
    runtime: textOf(member(properties, 'Runtime')) ?? '',
    handler: textOf(member(properties, 'Handler')) ?? '',
    code: readCode(objectOf(member(properties, 'Code')), assets),
    environment: readEnvironment(properties),
    timeoutSeconds: Number(textOf(member(properties, 'Timeout')) ?? 3),
    memoryMegabytes: Number(textOf(member(properties, 'MemorySize')) ?? 128),
    ...(origin === undefined ? {} : { origin }),
  };
}

function readCode(code: JsonObject, assets: Assets): FunctionCode {
  const inline = member(code, 'ZipFile');
  if (typeof inline === 'string') return { kind: 'inline', source: inline };
  if (member(code, 'ImageUri') !== undefined) return { kind: 'unavailable', reason: 'its code is a container image' };
  const place = assets.find(textOf(member(code, 'S3Key')) ?? '');
  if (place === undefined) return { kind: 'unavailable', reason: 'its code is not in the cloud assembly' };
  const folder = statSync(place, { throwIfNoEntry: false })?.isDirectory();
  if (folder === undefined) return { kind: 'unavailable', reason: `its code is not there: ${place}` };
  return { kind: folder ? 'folder' : 'archive', path: place };
}

function readEnvironment(properties: JsonObject): Readonly<Record<string, string>> {
  const variables = objectOf(member(objectOf(member(properties, 'Environment')), 'Variables'));
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, textOf(value) ?? '']));
}

function readOrigin(metadata: JsonObject): FunctionOrigin | undefined {
  const origin = member(metadata, 'type-safe-api');
  if (!isJsonObject(origin)) return undefined;
  const part = (name: string): string | undefined => textOf(member(origin, name));
  const [source, bundle] = [part('source'), part('bundle')];
  return {
    operation: part('operation') ?? '',
    language: part('language') ?? '',
    ...(source === undefined ? {} : { source }),
    ...(bundle === undefined ? {} : { bundle }),
  };
}
