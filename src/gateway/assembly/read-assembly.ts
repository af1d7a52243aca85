import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../shared/diagnostics';
import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { type Assets, readAssets, readJsonObject } from './assets';
import type { LocalApp } from './local-app';
import { readApiKeys } from './read-api-keys';
import { readApis } from './read-apis';
import { readBuckets } from './read-buckets';
import { readFunctions } from './read-functions';
import { readRoles } from './read-roles';
import { resolveIntrinsics } from './resolve-intrinsics';
import { objectOf, type Stack, toStack } from './stack';

/** Reads a cloud assembly (`cdk.out`): every stack of it, nested ones included. */
export function readAssembly(directory: string): LocalApp {
  const stacks: Stack[] = [];
  const assets = openAssembly(directory, stacks);
  const notes: string[] = [];
  return {
    apis: stacks.flatMap((stack) => readApis(stack, assets, notes)),
    functions: stacks.flatMap((stack) => readFunctions(stack, assets)),
    buckets: stacks.flatMap((stack) => readBuckets(stack)),
    roles: readRoles(stacks),
    apiKeys: readApiKeys(stacks),
    notes,
  };
}

function openAssembly(directory: string, stacks: Stack[]): Assets {
  const manifest = path.join(directory, 'manifest.json');
  if (!existsSync(manifest)) {
    throw new UsageError(`${directory} is not a cloud assembly: it has no manifest.json; synthesize the app first`);
  }
  const artifacts = Object.entries(objectOf(member(readJsonObject(manifest), 'artifacts')));
  const ofType = (type: string) =>
    artifacts.flatMap(([name, artifact]) =>
      isJsonObject(artifact) && member(artifact, 'type') === type
        ? [{ name, properties: objectOf(member(artifact, 'properties')) }]
        : [],
    );
  const nested = ofType('cdk:cloud-assembly').flatMap(({ properties }) => directoryName(properties));
  const manifests = ofType('cdk:asset-manifest').flatMap(({ properties }) => fileOf(directory, properties, 'file'));
  const assets = readAssets(directory, manifests);
  const roots = ofType('aws:cloudformation:stack').flatMap(({ name, properties }) =>
    fileOf(directory, properties, 'templateFile').map((file) =>
      addStack(name, readJsonObject(file), new Map(), stacks),
    ),
  );
  // What nested stacks are passed may come from any of the others, so they are all there before.
  for (const root of roots) addNested(root, directory, assets, stacks);
  const stages = nested.map((name) => openAssembly(path.join(directory, name), stacks));
  return { find: (key) => [assets, ...stages].map((each) => each.find(key)).find((place) => place !== undefined) };
}

function addStack(name: string, template: JsonObject, parameters: ReadonlyMap<string, Json>, stacks: Stack[]): Stack {
  const prefix = stacks.length === 0 ? '' : `${name}-`;
  const stack = toStack(name, prefix, template, parameters, stacks);
  stacks.push(stack);
  return stack;
}

function addNested(stack: Stack, directory: string, assets: Assets, stacks: Stack[]): void {
  for (const { logicalId, type, properties, metadata } of stack.resources.values()) {
    if (type !== 'AWS::CloudFormation::Stack') continue;
    const file = nestedTemplate(metadata, properties, directory, assets, stack);
    if (file === undefined) continue;
    const passed = objectOf(resolveIntrinsics(member(properties, 'Parameters') ?? {}, stack));
    const nested = addStack(logicalId, readJsonObject(file), new Map(Object.entries(passed)), stacks);
    stack.nested.set(logicalId, nested);
    addNested(nested, directory, assets, stacks);
  }
}

function nestedTemplate(
  metadata: JsonObject,
  properties: JsonObject,
  directory: string,
  assets: Assets,
  stack: Stack,
): string | undefined {
  const named = member(metadata, 'aws:asset:path');
  if (typeof named === 'string') return path.resolve(directory, named);
  const url = resolveIntrinsics(member(properties, 'TemplateURL') ?? '', stack);
  return typeof url === 'string' ? assets.find(url) : undefined;
}

function fileOf(directory: string, properties: JsonObject, name: string): string[] {
  const file = member(properties, name);
  return typeof file === 'string' ? [path.join(directory, file)] : [];
}

function directoryName(properties: JsonObject): string[] {
  const name = member(properties, 'directoryName');
  return typeof name === 'string' ? [name] : [];
}
