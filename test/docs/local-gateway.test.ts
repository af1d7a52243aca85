import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describeApi } from '../../src/dev/terminal-reporter';
import { readIdentities } from '../../src/gateway/identities/read-identities';
import type { JsonObject } from '../../src/shared/json';
import { type AppSpec, lambdaOperation, mockOperation, type RunningApp, startApp } from '../gateway/support/local-app';
import { readPages, type Snippet } from './support/markdown';

/** The page, and the app that it shows. */
const page = readPages().find(({ file }) => file === 'docs/local-gateway.md');
const blocks = (language: string): Snippet[] => (page?.snippets ?? []).filter((each) => each.language === language);

const scheme = (rest: JsonObject): JsonObject => ({ type: 'apiKey', in: 'header', name: 'Authorization', ...rest });
const inRole = (policy: JsonObject): JsonObject => ({
  AssumeRolePolicyDocument: {
    Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'apigateway.amazonaws.com' } },
  },
  Policies: [{ PolicyDocument: { Statement: { Effect: 'Allow', Resource: '*', ...policy } } }],
});
const app: AppSpec = {
  document: {
    info: { title: 'Pets' },
    components: {
      securitySchemes: {
        users: scheme({
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': {
            type: 'cognito_user_pools',
            providerARNs: [{ 'Fn::GetAtt': ['Users', 'Arn'] }],
          },
        }),
        iam: scheme({ 'x-amazon-apigateway-authtype': 'awsSigv4' }),
        key: scheme({ name: 'x-api-key' }),
      },
    },
    paths: {
      '/hello': { get: lambdaOperation('SayHello', { security: [{ users: [] }] }) },
      '/pets': { get: mockOperation({ responses: { default: { statusCode: '200' } } }, { security: [{ iam: [] }] }) },
      '/pets/{petId}': {
        get: {
          security: [{ key: [] }],
          'x-amazon-apigateway-integration': {
            type: 'aws',
            httpMethod: 'GET',
            uri: 'arn:aws:apigateway:us-east-1:s3:path/Bucket/pets/{petId}',
            credentials: { 'Fn::GetAtt': ['Role', 'Arn'] },
            requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
            responses: { default: { statusCode: '200' } },
          },
        },
      },
    },
  },
  resources: {
    SayHello: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: 'exports.handler = async () => ({ statusCode: 200, body: "hi" });' },
      },
      Metadata: {
        'type-safe-api': {
          operation: 'sayHello',
          language: 'typescript',
          bundle: 'handlers/typescript/dist/lambda/say-hello',
          source: 'handlers/typescript/src/say-hello.ts',
        },
      },
    },
    Users: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
    Role: { Type: 'AWS::IAM::Role', Properties: inRole({ Action: 's3:*' }) },
    Reports: { Type: 'AWS::IAM::Role', Properties: inRole({ Action: 'execute-api:Invoke' }) },
    Acl: {
      Type: 'AWS::WAFv2::WebACLAssociation',
      Properties: { ResourceArn: { 'Fn::Sub': 'arn:aws:apigateway:us-east-1::/restapis/${Api}/stages/prod' } },
    },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: {
        RestApiId: { Ref: 'Api' },
        StageName: 'prod',
        MethodSettings: [{ ThrottlingBurstLimit: 1, ThrottlingRateLimit: 1 }],
      },
    },
  },
};

let running: RunningApp | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

test('what it prints at the start is what the page shows', async () => {
  running = await startApp(app);
  const [api] = running.gateway.apis();
  if (api === undefined) throw new Error('nothing is served');
  const shown = blocks('text')[0]?.text.split('\n') ?? [];
  const atStart = shown.slice(
    0,
    shown.findIndex((line) => /^\d\d:/.test(line)),
  );
  expect(describeApi({ ...api, url: 'http://localhost:3000' }).split('\n')).toEqual(atStart);
});

const identities = blocks('json').find(({ text }) => text.includes('accessKeyId'))?.text ?? '';
const calls = blocks('sh').flatMap(({ text }) =>
  text.split('\n').filter((line) => /^curl (-H|--aws-sigv4) /.test(line)),
);

test('the identities of the page are valid, and its calls get through', async () => {
  running = await startApp({ ...app, files: { 'identities.json': identities } });
  expect([...(readIdentities(running.root).iam?.keys() ?? [])]).toEqual(['AKIALOCALADA', 'AKIALOCALREPORTS']);
  expect(running.gateway.apis()[0]?.operations.map(({ caveats }) => caveats)).toEqual([
    ['Cognito: tokens are decoded, their signatures are not checked; declared users: local:ada'],
    ['IAM: signatures are not checked without a secretAccessKey: reports'],
    undefined,
  ]);
  expect(calls).toHaveLength(4);
  const { url } = running;
  const ask = (lines: readonly string[]) =>
    Promise.all(lines.map((line) => curl(line.replace('http://localhost:3000', url))));
  expect(await ask(calls)).toEqual(['200', '200', '200', '200']);
  expect(await ask(calls.map(withoutCredentials))).toEqual(['403', '401', '403', '401']);
});

/** The status that a call of the page gets. */
async function curl(line: string): Promise<string | undefined> {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const [program = '', ...rest] = words;
  const { stdout } = await promisify(execFile)(program, ['--silent', '--write-out', '\n%{http_code}', ...rest]);
  return stdout.split('\n').at(-1);
}

function withoutCredentials(line: string): string {
  return line.replace(/ (?:--aws-sigv4 \S+ --user \S+|-H "[^"]*")/, '');
}
