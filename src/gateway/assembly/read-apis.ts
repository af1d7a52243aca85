import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { type Assets, readJsonObject } from './assets';
import { readImportedDocument } from './imported-document';
import { type LocalApi, type Resource, textOf } from './local-app';
import { refOf } from './physical-names';
import { readLimits } from './read-limits';
import { resolveIntrinsics } from './resolve-intrinsics';
import { objectOf, type Stack } from './stack';

/** The REST APIs of a stack that are defined by a document. */
export function readApis(stack: Stack, assets: Assets, notes: string[]): LocalApi[] {
  const apis: LocalApi[] = [];
  for (const resource of stack.resources.values()) {
    if (resource.type !== 'AWS::ApiGateway::RestApi') continue;
    const stage = findStage(resource.logicalId, stack);
    const document = readDocument(resource, stack, assets);
    if (document === undefined) notes.push(`${resource.logicalId}: not served, it has no OpenAPI document`);
    else apis.push(toApi(resource, stack, document, stage));
  }
  return apis;
}

function toApi(resource: Resource, stack: Stack, document: JsonObject, stage: JsonObject): LocalApi {
  const { logicalId, properties } = resource;
  const id = refOf(stack, resource, (value) => resolveIntrinsics(value, stack));
  const title = member(objectOf(member(document, 'info')), 'title');
  const given = resolveIntrinsics(title ?? member(properties, 'Name') ?? logicalId, stack);
  const { Body: _, ...others } = properties;
  const settings = objectOf(resolveIntrinsics(others, stack));
  const keySource = member(document, 'x-amazon-apigateway-api-key-source') ?? member(settings, 'ApiKeySourceType');
  return {
    id,
    name: textOf(given) ?? logicalId,
    stage: textOf(member(stage, 'StageName')) ?? 'prod',
    stageVariables: variablesOf(stage),
    document,
    apiKeySource: keySource === 'AUTHORIZER' ? 'AUTHORIZER' : 'HEADER',
    limits: readLimits({ id, properties: settings, document, stage }, stack.assembly),
  };
}

function variablesOf(stage: JsonObject): Readonly<Record<string, string>> {
  const variables = Object.entries(objectOf(member(stage, 'Variables')));
  return Object.fromEntries(variables.map(([name, value]) => [name, textOf(value) ?? '']));
}

function findStage(api: string, stack: Stack): JsonObject {
  for (const { type, properties } of stack.resources.values()) {
    const staged = type === 'AWS::ApiGateway::Stage' || type === 'AWS::ApiGateway::Deployment';
    const owner = objectOf(member(properties, 'RestApiId'));
    if (!staged || member(owner, 'Ref') !== api || member(properties, 'StageName') === undefined) continue;
    return objectOf(resolveIntrinsics(properties, stack));
  }
  return {};
}

/** The body with what `AWS::Include` brings in, or the asset that the body is. */
function readDocument({ properties }: Resource, stack: Stack, assets: Assets): JsonObject | undefined {
  const body = member(properties, 'Body');
  if (isJsonObject(body)) {
    return objectOf(resolveIntrinsics(include(body, stack, assets), stack));
  }
  const location = objectOf(resolveIntrinsics(member(properties, 'BodyS3Location') ?? {}, stack));
  const file = assets.find(textOf(member(location, 'Key')) ?? '');
  return file === undefined ? undefined : readImportedDocument(file);
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-aws-include.html */
function include(value: Json, stack: Stack, assets: Assets): Json {
  if (Array.isArray(value)) return value.map((item: Json) => include(item, stack, assets));
  if (!isJsonObject(value)) return value;
  const { 'Fn::Transform': transform, ...rest } = value;
  const own = Object.fromEntries(Object.entries(rest).map(([name, item]) => [name, include(item, stack, assets)]));
  if (!isJsonObject(transform)) return own;
  const place = resolveIntrinsics(member(objectOf(member(transform, 'Parameters')), 'Location') ?? '', stack);
  const file = typeof place === 'string' ? assets.find(place) : undefined;
  return file === undefined ? own : { ...readJsonObject(file), ...own };
}
