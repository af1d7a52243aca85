import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type GatewayListener, type LocalGateway, serve } from '../../../src/gateway/serve';
import type { Json, JsonObject } from '../../../src/shared/json';

/** A small cloud assembly, written by hand. */
export interface AppSpec {
  /** Members of the API's document; `openapi` and `info` are added. */
  readonly document: JsonObject;
  /** Source of `index.js` by logical id; the function runs it as it would a bundle. */
  readonly functions?: Readonly<Record<string, string>>;
  /** Folders and archives with code by logical id, such as that of a function in Python. */
  readonly code?: Readonly<Record<string, string>>;
  /** Properties by logical id, over the defaults of a function. */
  readonly functionProperties?: Readonly<Record<string, JsonObject>>;
  /** Metadata `type-safe-api` by logical id: what the function was generated from. */
  readonly origins?: Readonly<Record<string, JsonObject>>;
  /** Further resources of the template. */
  readonly resources?: JsonObject;
  readonly listener?: GatewayListener;
  /** Texts of files by their names, in the folder of the API. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A served app with the folder it lives in. */
export interface RunningApp {
  readonly url: string;
  readonly root: string;
  readonly gateway: LocalGateway;
  close(): Promise<void>;
}

/** Writes an assembly into a new folder and serves it on a free port. */
export async function startApp(spec: AppSpec): Promise<RunningApp> {
  const root = mkdtempSync(path.join(tmpdir(), 'gateway-'));
  writeAssembly(path.join(root, 'cdk.out'), spec);
  for (const [name, text] of Object.entries(spec.files ?? {})) writeFileSync(path.join(root, name), text);
  const options = spec.listener === undefined ? {} : { listener: spec.listener };
  const gateway = await serve({ assembly: path.join(root, 'cdk.out'), port: 0, root, ...options });
  const close = async () => {
    await gateway.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { url: gateway.apis()[0]?.url ?? '', root, gateway, close };
}

/** Writes manifest, template and assets of one stack `Stack`. */
export function writeAssembly(directory: string, spec: AppSpec): void {
  const functions = Object.entries(spec.functions ?? {});
  const assets = [...functions.map(([id]) => [id, `asset.${id}`] as const), ...Object.entries(spec.code ?? {})];
  const write = (name: string, value: Json) => writeFileSync(path.join(directory, name), JSON.stringify(value));
  for (const [logicalId, source] of functions) {
    mkdirSync(path.join(directory, `asset.${logicalId}`), { recursive: true });
    writeFileSync(path.join(directory, `asset.${logicalId}`, 'index.js'), source);
  }
  mkdirSync(directory, { recursive: true });
  write('manifest.json', {
    version: '36.0.0',
    artifacts: {
      'Stack.assets': { type: 'cdk:asset-manifest', properties: { file: 'Stack.assets.json' } },
      Stack: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Stack.template.json' } },
    },
  });
  write('Stack.assets.json', {
    files: Object.fromEntries(assets.map(([id, place]) => [id, { source: { path: place, packaging: 'zip' } }])),
  });
  write('Stack.template.json', {
    Resources: {
      Api: {
        Type: 'AWS::ApiGateway::RestApi',
        Properties: { Body: { openapi: '3.0.1', info: { title: 'Test', version: '1' }, ...spec.document } },
      },
      ...Object.fromEntries(assets.map(([id]) => [id, functionResource(id, spec)])),
      ...spec.resources,
    },
  });
}

function functionResource(logicalId: string, { functionProperties, origins }: AppSpec): JsonObject {
  const code = { S3Bucket: 'assets', S3Key: `${logicalId}.zip` };
  const defaults = { Runtime: 'nodejs22.x', Handler: 'index.handler', Code: code };
  const origin = origins?.[logicalId];
  return {
    Type: 'AWS::Lambda::Function',
    Properties: { ...defaults, ...functionProperties?.[logicalId] },
    ...(origin === undefined ? {} : { Metadata: { 'type-safe-api': origin } }),
  };
}

/** An operation integrated with the function of a logical id. */
export function lambdaOperation(logicalId: string, rest: JsonObject = {}): JsonObject {
  return {
    responses: {},
    'x-amazon-apigateway-integration': {
      type: 'AWS_PROXY',
      httpMethod: 'POST',
      uri: {
        'Fn::Join': [
          '',
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':apigateway:',
            { Ref: 'AWS::Region' },
            ':lambda:path/2015-03-31/functions/',
            { 'Fn::GetAtt': [logicalId, 'Arn'] },
            '/invocations',
          ],
        ],
      },
    },
    ...rest,
  };
}

/** An operation with a mock integration; the request template asks for 200 unless given. */
export function mockOperation(integration: JsonObject, rest: JsonObject = {}): JsonObject {
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  return {
    responses: {},
    'x-amazon-apigateway-integration': { type: 'mock', requestTemplates, ...integration },
    ...rest,
  };
}
