import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';
import { type AppSpec, mockOperation, writeAssembly } from './support/local-app';

const ok = (name: string): JsonObject => ({
  paths: { [`/${name}`]: { get: mockOperation({ responses: { default: { statusCode: '200' } } }) } },
});
const restApi = (properties: JsonObject): JsonObject => ({ Type: 'AWS::ApiGateway::RestApi', Properties: properties });

let root: string;
let gateway: LocalGateway | undefined;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'serve-'));
});
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
  rmSync(root, { recursive: true, force: true });
});

const assembly = () => path.join(root, 'cdk.out');
async function start(spec: AppSpec, port = 0): Promise<LocalGateway> {
  writeAssembly(assembly(), spec);
  gateway = await serve({ assembly: assembly(), root, port });
  return gateway;
}
const status = async (url: string | undefined) => (await fetch(String(url))).status;

test('the next free port is taken when the one asked for is in use', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const taken = (other.address() as { port: number }).port;
  const { apis } = await start({ document: ok('a') }, taken);
  expect(Number(new URL(String(apis()[0]?.url)).port)).toBeGreaterThan(taken);
  other.close();
});

test('every API has a server of its own', async () => {
  const { apis } = await start({ document: ok('a'), resources: { Second: restApi({ Body: ok('b') }) } });
  expect(await status(`${apis()[0]?.url}/a`)).toBe(200);
  expect(await status(`${apis()[1]?.url}/b`)).toBe(200);
  expect(await status(`${apis()[1]?.url}/a`)).toBe(403);
});

test('a document that is an asset, whole or in part', async () => {
  writeAssembly(assembly(), {
    document: ok('a'),
    functions: { whole: '', part: '' },
    resources: {
      Whole: restApi({ BodyS3Location: { Bucket: 'b', Key: 'whole.json' } }),
      Part: restApi({
        Body: {
          info: { title: 'Mine' },
          'Fn::Transform': {
            Name: 'AWS::Include',
            Parameters: { Location: { 'Fn::Sub': 's3://b-${AWS::Region}/part.json' } },
          },
        },
      }),
    },
  });
  for (const name of ['whole', 'part']) {
    rmSync(path.join(assembly(), `asset.${name}`), { recursive: true });
    writeFileSync(path.join(assembly(), `asset.${name}`), JSON.stringify({ info: { title: name }, ...ok(name) }));
  }
  const template = path.join(assembly(), 'Stack.template.json');
  const { Resources } = JSON.parse(readFileSync(template, 'utf8'));
  const { Api, Whole, Part } = Resources;
  writeFileSync(template, JSON.stringify({ Resources: { Api, Whole, Part } }));
  gateway = await serve({ assembly: assembly(), root, port: 0 });
  const [, whole, part] = gateway.apis();
  expect([whole?.name, await status(`${whole?.url}/whole`)]).toEqual(['whole', 200]);
  expect([part?.name, await status(`${part?.url}/part`)]).toEqual(['Mine', 200]);
});

test('what cannot run here is said, and answered with 501', async () => {
  const integration = { type: 'aws', uri: 'arn:aws:apigateway:us-east-1:kinesis:action/PutRecord', httpMethod: 'POST' };
  const paths = { '/queue': { post: { operationId: 'send', 'x-amazon-apigateway-integration': integration } } };
  const { apis } = await start({ document: { paths }, resources: { Plain: restApi({}) } });
  const [api] = apis();
  expect(api?.operations[0]).toMatchObject({ kind: 'kinesis', unavailable: expect.stringContaining('kinesis:action') });
  expect(api?.caveats[0]).toContain('Plain: not served');
  const response = await fetch(`${api?.url}/queue`, { method: 'POST' });
  expect([response.status, await response.json()]).toEqual([
    501,
    {
      message:
        "not available in the local gateway: nothing here stands for the AWS service 'kinesis': arn:aws:apigateway:us-east-1:kinesis:action/PutRecord",
    },
  ]);
});

test.each<[what: string, integration: JsonObject | undefined, kind: string, unavailable: string]>([
  ['no integration', undefined, 'none', 'the operation has no integration'],
  ['no address', { type: 'http' }, 'http', "an integration of type 'http' without a uri"],
  ['another type', { type: 'grpc', uri: 'x:1' }, 'grpc', "an integration of type 'grpc' with x:1"],
  [
    'a service without templates',
    { type: 'aws_proxy', uri: 'arn:aws:apigateway:us-east-1:kinesis:action/PutRecord' },
    'kinesis',
    "nothing here stands for the AWS service 'kinesis': arn:aws:apigateway:us-east-1:kinesis:action/PutRecord",
  ],
])('why an operation is not served: %s', async (_, integration, kind, unavailable) => {
  const operation: JsonObject = integration === undefined ? {} : { 'x-amazon-apigateway-integration': integration };
  const { apis } = await start({ document: { paths: { '/a': { get: operation } } } });
  expect(apis()[0]?.operations[0]).toMatchObject({ kind, unavailable });
  expect(await status(`${apis()[0]?.url}/a`)).toBe(501);
});

test('a reload swaps the routes of the same server', async () => {
  const { apis, reload } = await start({ document: ok('a') });
  const url = apis()[0]?.url;
  writeAssembly(assembly(), { document: ok('b') });
  reload();
  expect(apis()[0]?.url).toBe(url);
  expect([await status(`${url}/a`), await status(`${url}/b`)]).toEqual([403, 200]);
});

test('a reload of a broken assembly leaves what there was', async () => {
  const { apis, reload } = await start({ document: ok('a') });
  rmSync(path.join(assembly(), 'manifest.json'));
  expect(reload).toThrow('is not a cloud assembly');
  expect(await status(`${apis()[0]?.url}/a`)).toBe(200);
});

test('documentation: the generated pages, else a list of the operations', async () => {
  const { apis } = await start({ document: ok('a') });
  const page = async (file = '') => (await fetch(`${apis()[0]?.url}/_docs${file}`)).text();
  expect(await page()).toContain('<td>/a</td>');
  const folder = path.join(root, 'generated', 'documentation', 'html');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), 'generated');
  expect(await page()).toBe('generated');
  expect(await page('/%2e%2e/%2e%2e/../../../cdk.out/manifest.json')).not.toContain('artifacts');
});

test('an assembly without an API is the fault of the app', async () => {
  writeAssembly(assembly(), { document: {} });
  writeFileSync(path.join(assembly(), 'Stack.template.json'), '{"Resources":{}}');
  await expect(serve({ assembly: assembly(), root, port: 0 })).rejects.toThrow('holds no REST API');
  await expect(serve({ assembly: root, root, port: 0 })).rejects.toThrow('is not a cloud assembly');
});

const stage = (properties: JsonObject): JsonObject => ({
  Type: 'AWS::ApiGateway::Stage',
  Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod', ...properties },
});
const inStage = { ApiStages: [{ ApiId: { Ref: 'Api' }, Stage: 'prod' }] };
const ofApi = { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/prod' };

test.each<[limit: string, resources: JsonObject, document?: JsonObject]>([
  ['WAF', { Acl: { Type: 'AWS::WAFv2::WebACLAssociation', Properties: { ResourceArn: ofApi } } }],
  ['throttling', { Stage: stage({ MethodSettings: [{ ThrottlingRateLimit: 0 }] }) }],
  [
    'throttling',
    { Plan: { Type: 'AWS::ApiGateway::UsagePlan', Properties: { ...inStage, Throttle: { RateLimit: 1 } } } },
  ],
  [
    'quotas of usage plans',
    { Plan: { Type: 'AWS::ApiGateway::UsagePlan', Properties: { ...inStage, Quota: { Limit: 1 } } } },
  ],
  ['resource policy', {}, { 'x-amazon-apigateway-policy': { Statement: [] } }],
  ['client certificate', { Stage: stage({ ClientCertificateId: 'c' }) }],
  ['caches of responses', { Stage: stage({ CacheClusterEnabled: true }) }],
  ['compression', {}, { 'x-amazon-apigateway-minimum-compression-size': 0 }],
  [
    'mutual TLS',
    {
      Domain: {
        Type: 'AWS::ApiGateway::DomainName',
        Properties: { DomainName: 'a.example', MutualTlsAuthentication: { TruststoreUri: 's3://b/c' } },
      },
      Mapping: {
        Type: 'AWS::ApiGateway::BasePathMapping',
        Properties: { DomainName: { Ref: 'Domain' }, RestApiId: { Ref: 'Api' } },
      },
    },
  ],
])('what is not enforced is said at the start: %s', async (limit, resources, document = {}) => {
  const { apis } = await start({ document: { ...ok('a'), ...document }, resources });
  expect(apis()[0]?.caveats).toEqual([`not enforced here: ${limit}`]);
});

test('restrictions of another API, or none, are not said', async () => {
  const body = { openapi: '3.0.1', info: { title: 'Second' }, ...ok('b') };
  const { apis } = await start({
    document: ok('a'),
    resources: {
      Second: restApi({ Body: body, Policy: { Statement: [] }, EndpointConfiguration: { Types: ['PRIVATE'] } }),
      Stage: stage({ CacheClusterEnabled: false, MethodSettings: [{ MetricsEnabled: true }] }),
    },
  });
  expect(apis().map(({ caveats }) => caveats)).toEqual([[], ['not enforced here: resource policy, private endpoint']]);
});
