import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Size, Stack } from 'aws-cdk-lib/core';
import {
  HandlerFunction,
  type HandlerFunctionProps,
  Integration,
  type IntegrationRenderProps,
  Integrations,
} from '../../src/constructs';
import { apiOf, gatewayDocument, integrationOf } from './support';

const directory = mkdtempSync(path.join(tmpdir(), 'handlers-'));
const props = {
  operation: 'sayHello',
  language: 'typescript',
  directory,
  source: 'handlers/typescript/src/say-hello.ts',
  bundle: 'handlers/typescript/dist/lambda/say-hello',
};

test('a handler without a bundle is an error that says how to get one', () => {
  const stack = new Stack(new App(), 'Stack');
  expect(() => new HandlerFunction(stack, 'Fn', { ...props, bundle: 'dist/none' })).toThrow(
    `the handler of operation 'sayHello' is not bundled: '${path.join(directory, 'dist/none')}' does not exist; run 'npx projen build' first [at Stack]`,
  );
});

test('a handler has its code, its settings, and says where it comes from', () => {
  // GIVEN
  mkdirSync(path.join(directory, props.bundle), { recursive: true });
  writeFileSync(path.join(directory, props.bundle, 'index.js'), 'exports.handler = 1');
  const stack = new Stack(new App(), 'Stack');
  // WHEN
  new HandlerFunction(stack, 'Fn', { ...props, memorySize: 1024, runtime: Runtime.NODEJS_24_X });
  // THEN
  const template = Template.fromStack(stack);
  template.hasResource('AWS::Lambda::Function', {
    Properties: { Handler: 'index.handler', Runtime: 'nodejs24.x', MemorySize: 1024, Timeout: 30 },
    Metadata: {
      'type-safe-api': {
        operation: 'sayHello',
        language: 'typescript',
        source: 'handlers/typescript/src/say-hello.ts',
        bundle: 'handlers/typescript/dist/lambda/say-hello',
      },
    },
  });
});

describe('a handler', () => {
  const inline = { ...props, code: Code.fromInline('exports.handler = 1') };
  const typesIn = (stack: Stack) =>
    Object.values(Template.fromStack(stack).toJSON().Resources as Record<string, { Type: string }>)
      .map(({ Type }) => Type)
      .sort();

  test('is two resources, the function and a role that may write its logs and its traces', () => {
    const stack = new Stack(new App(), 'Stack');
    new HandlerFunction(stack, 'Fn', inline);
    expect(typesIn(stack)).toEqual(['AWS::IAM::Role', 'AWS::Lambda::Function']);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'Active' } });
    const [role] = Object.values(template.findResources('AWS::IAM::Role'));
    expect(role?.Properties.ManagedPolicyArns).toHaveLength(1);
    expect(JSON.stringify(role?.Properties.ManagedPolicyArns)).toContain('AWSLambdaBasicExecutionRole');
    expect(role?.Properties.Policies).toEqual([
      {
        PolicyName: 'Tracing',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' },
          ],
        },
      },
    ]);
  });

  test('that is not traced may not write traces', () => {
    const stack = new Stack(new App(), 'Stack');
    new HandlerFunction(stack, 'Fn', { ...inline, tracing: Tracing.DISABLED });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Lambda::Function', { TracingConfig: Match.absent() });
    template.hasResourceProperties('AWS::IAM::Role', { Policies: Match.absent() });
  });

  test('that passes traces through may write them', () => {
    const stack = new Stack(new App(), 'Stack');
    new HandlerFunction(stack, 'Fn', { ...inline, tracing: Tracing.PASS_THROUGH });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'PassThrough' } });
    template.hasResourceProperties('AWS::IAM::Role', { Policies: [{ PolicyName: 'Tracing' }] });
  });

  test('in a role of the user is traced, and the role may write traces', () => {
    const stack = new Stack(new App(), 'Stack');
    const role = new Role(stack, 'Mine', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    new HandlerFunction(stack, 'Fn', { ...inline, role });
    expect(typesIn(stack)).toEqual(['AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::Lambda::Function']);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Lambda::Function', {
      TracingConfig: { Mode: 'Active' },
      Role: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Mine'), 'Arn'] },
    });
    expect(JSON.stringify(template.findResources('AWS::IAM::Policy'))).toContain('xray:PutTraceSegments');
  });

  test('can be granted more', () => {
    const stack = new Stack(new App(), 'Stack');
    const fn = new HandlerFunction(stack, 'Fn', inline);
    new Bucket(stack, 'Bucket').grantRead(fn);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::IAM::Role', { Policies: [{ PolicyName: 'Tracing' }] });
    template.hasResourceProperties('AWS::IAM::Policy', { Roles: [{ Ref: Match.stringLikeRegexp('^FnServiceRole') }] });
  });
});

describe('a handler in Python', () => {
  const own = {
    operation: 'sayHello',
    language: 'python',
    directory,
    source: 'handlers/python/pets_python_handlers/say_hello.py',
    bundle: 'handlers/python/dist/lambda',
  };
  const bundled = (packed?: object) => {
    const folder = path.join(directory, own.bundle);
    mkdirSync(folder, { recursive: true });
    rmSync(`${folder}.json`, { force: true });
    if (packed !== undefined) writeFileSync(`${folder}.json`, JSON.stringify(packed));
  };

  test('is named by its source, and runs on what its packages were chosen for', () => {
    bundled({ runtime: 'python3.12', architecture: 'arm64' });
    const stack = new Stack(new App(), 'Stack');
    new HandlerFunction(stack, 'Fn', own);
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'pets_python_handlers.say_hello.handler',
      Runtime: 'python3.12',
      Architectures: ['arm64'],
      MemorySize: 512,
    });
  });

  test.each([
    [{ runtime: Runtime.PYTHON_3_11 }, 'python3.11', 'python3.12', 'runtime', 'pythonVersion'],
    [{ architecture: Architecture.X86_64 }, 'x86_64', 'arm64', 'architecture', 'architecture'],
  ])('does not run on anything else: %#', (given, wanted, made, option, choice) => {
    bundled({ runtime: 'python3.12', architecture: 'arm64' });
    expect(() => new HandlerFunction(new Stack(new App(), 'Stack'), 'Fn', { ...own, ...given })).toThrow(
      `the function of operation 'sayHello' is to run on ${wanted}, but its handlers were packed for ${made}; leave '${option}' out, and choose it in .projenrc.ts: handlers: { options: { python: { ${choice} } } }`,
    );
  });

  test("whose code is the user's runs on what the user says", () => {
    bundled({ runtime: 'python3.12', architecture: 'arm64' });
    const stack = new Stack(new App(), 'Stack');
    const code = Code.fromInline('def main(event, context): ...');
    new HandlerFunction(stack, 'Fn', { ...own, code, handler: 'index.main', runtime: Runtime.PYTHON_3_11 });
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'index.main',
      Runtime: 'python3.11',
      Architectures: Match.absent(),
    });
  });
});

describe('a handler in Java', () => {
  const own = {
    operation: 'sayHello',
    language: 'java',
    directory,
    source: 'handlers/java/src/main/java/com/example/pets/handlers/SayHelloHandler.java',
    bundle: 'handlers/java/dist/lambda/handlers.jar',
  };
  beforeAll(() => {
    mkdirSync(path.join(directory, 'handlers/java/dist/lambda'), { recursive: true });
    writeFileSync(path.join(directory, own.bundle), 'jar');
  });
  const model = gatewayDocument({ sayHello: 'get /hello' });
  const functionOf = (options: Partial<HandlerFunctionProps> = {}) => {
    const stack = new Stack(new App(), 'Stack');
    const handler = new HandlerFunction(stack, 'Fn', { ...own, ...options });
    const api = apiOf(model, { integrations: { sayHello: { integration: Integrations.lambda(handler) } } }, stack);
    return { api, template: Template.fromStack(Stack.of(api)) };
  };

  test('is named by its class, starts from a snapshot, and is invoked as the version that has one', () => {
    const { api, template } = functionOf();
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'com.example.pets.handlers.SayHelloHandler',
      Runtime: 'java21',
      MemorySize: 1024,
      SnapStart: { ApplyOn: 'PublishedVersions' },
    });
    const [version] = Object.keys(template.findResources('AWS::Lambda::Version'));
    expect(JSON.stringify(integrationOf(api, '/hello', 'get').uri)).toContain(`{"Ref":"${version}"}`);
    expect(Annotations.fromStack(Stack.of(api)).findWarning('*', Match.stringLikeRegexp('SnapStart'))).toEqual([]);
  });

  test.each<[string, Partial<HandlerFunctionProps>]>([
    ['that is told not to', { startsFromSnapshot: false }],
    ['with more storage than snapshots have', { ephemeralStorageSize: Size.gibibytes(1) }],
  ])('%s starts from no snapshot, and is invoked itself', (_, options) => {
    const { api, template } = functionOf(options);
    template.hasResourceProperties('AWS::Lambda::Function', { SnapStart: Match.absent() });
    template.resourceCountIs('AWS::Lambda::Version', 0);
    expect(JSON.stringify(integrationOf(api, '/hello', 'get').uri)).toMatch(/"Fn::GetAtt":\["Fn/);
  });
});

test('code of the user is not said to come from the bundle', () => {
  const stack = new Stack(new App(), 'Stack');
  new HandlerFunction(stack, 'Fn', { ...props, code: Code.fromInline('exports.handler = 1') });
  const [own] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
  expect(own?.Metadata['type-safe-api']).toEqual({ operation: 'sayHello', language: 'typescript' });
});

test('an integration of the user declares nothing, the API does', () => {
  // GIVEN
  class Forward extends Integration {
    render({ path: route }: IntegrationRenderProps) {
      return {
        type: 'HTTP',
        httpMethod: 'GET',
        uri: `https://example.com${route}`,
        timeoutInMillis: undefined,
        requestParameters: { 'integration.request.header.X': 'method.request.header.X' },
        responses: { default: { statusCode: '202', responseParameters: { 'method.response.header.Y': "'y'" } } },
      };
    }
  }
  // WHEN
  const api = apiOf(gatewayDocument({ op: 'get /x' }), { integrations: { op: { integration: new Forward() } } });
  // THEN
  expect(integrationOf(api, '/x', 'get')).not.toHaveProperty('timeoutInMillis');
  Template.fromStack(Stack.of(api)).hasResourceProperties('AWS::ApiGateway::RestApi', {
    Body: {
      paths: {
        '/x': {
          get: {
            parameters: [{ name: 'X', in: 'header', required: false, schema: { type: 'string' } }],
            responses: { 202: { description: '202 response', headers: { Y: { schema: { type: 'string' } } } } },
          },
        },
      },
    },
  });
});
