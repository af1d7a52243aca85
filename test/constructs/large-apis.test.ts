import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Code, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, NestedStack, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Authorizers, HandlerFunction, Integrations, TypeSafeRestApi } from '../../src/constructs';
import { account, region, type Template } from './resolved-bodies';
import { gatewayDocument, specFile } from './support';

// What the CDK finds in large templates takes it long.
process.env.CDK_VALIDATION = 'false';

const templateBytes = 1_000_000;

interface Synthesized {
  readonly template: Template;
  readonly bytes: number;
  readonly nested: readonly Template[];
  readonly stack: Stack;
}

/** An API of so many operations on 60 paths, each with the function that is made for it. */
function synthesize(
  count: number,
  functionFor: (stack: Stack, index: number) => IFunction,
  env: object = {},
): Synthesized {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Stack', { env });
  const methods = ['get', 'put', 'post', 'delete', 'patch'];
  const ids = Array.from({ length: count }, (_, index) => `operation${index}`);
  const routes = ids.map((id, index) => [id, `${methods[index % 5]} /things${Math.floor(index / 5)}/{thingId}`]);
  const integrations = ids.map((id, index) => [id, { integration: Integrations.lambda(functionFor(stack, index)) }]);
  new TypeSafeRestApi(stack, 'Api', {
    specPath: specFile(gatewayDocument(Object.fromEntries(routes))),
    defaultAuthorizer: Authorizers.none(),
    integrations: Object.fromEntries(integrations),
  });
  const assembly = app.synth();
  const { template } = assembly.getStackArtifact(stack.artifactId);
  const nested = stack.node
    .findAll()
    .filter((node): node is NestedStack => node instanceof NestedStack)
    .map(({ templateFile }) => JSON.parse(readFileSync(path.join(assembly.directory, templateFile), 'utf8')));
  const bytes = Buffer.byteLength(JSON.stringify(template, undefined, 1));
  return { template: template as Template, bytes, nested, stack };
}

function handler(scope: Construct, index: number): HandlerFunction {
  return new HandlerFunction(scope, `Operation${index}`, {
    ...{ operation: `operation${index}`, language: 'typescript', directory: '', source: 'a.ts', bundle: 'a' },
    code: Code.fromInline('exports.handler = 1'),
  });
}

/** One function for all. */
function router(): (stack: Stack) => IFunction {
  let made: IFunction | undefined;
  return (stack) => {
    made ??= handler(stack, 0);
    return made;
  };
}

function typesIn({ Resources }: Template): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { Type } of Object.values(Resources)) counts.set(Type, (counts.get(Type) ?? 0) + 1);
  return counts;
}

function warningsOf(stack: Stack): string[] {
  return Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => String(entry.data));
}

test('100 operations over one function take at most 12 resources besides it, and no function of ours', () => {
  const { template } = synthesize(100, router());
  const types = typesIn(template);
  expect(types.get('AWS::Lambda::Function')).toBe(1);
  expect(Object.keys(template.Resources).length - 2).toBeLessThanOrEqual(12);
  expect([...types.keys()].filter((type) => type.startsWith('Custom::'))).toEqual([]);
});

describe('300 operations over one function', () => {
  test.each([
    ['anywhere', {}],
    ['in a known place', { account, region }],
  ])('fit into one stack %s, without a warning', (_, env) => {
    const { template, bytes, stack } = synthesize(300, router(), env);
    expect(bytes).toBeLessThan(0.8 * templateBytes);
    expect(Object.keys(template.Resources).length).toBeLessThan(20);
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('a function for each of 230 operations', () => {
  let synthesized: Synthesized;
  beforeAll(() => {
    synthesized = synthesize(230, handler);
  });

  test('fits into one stack', () => {
    const { template, bytes } = synthesized;
    const types = typesIn(template);
    expect(types.get('AWS::Lambda::Function')).toBe(230);
    expect(types.has('AWS::Lambda::Permission')).toBe(false);
    expect(types.has('AWS::IAM::Policy')).toBe(false);
    expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(490);
    expect(bytes).toBeLessThan(templateBytes);
  });

  test('fits into the policies of one role, whatever the names of the functions', () => {
    const { Resources } = synthesized.template;
    const role = Object.entries(Resources).find(
      ([id]) => id.startsWith('ApiInvocationRole') && !id.includes('Policy'),
    )?.[1];
    const [inline] = (role?.Properties?.Policies ?? []) as readonly { readonly PolicyDocument: unknown }[];
    const managed = Object.values(Resources).filter(({ Type }) => Type === 'AWS::IAM::ManagedPolicy');
    expect(managed.length).toBeLessThanOrEqual(10);
    expect(role?.Properties?.ManagedPolicyArns).toHaveLength(managed.length);
    const longest = `arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:${'x'.repeat(64)}`;
    const characters = (policy: unknown) =>
      JSON.stringify(policy).replace(/\{"Fn::GetAtt":\["\w+","Arn"\]\}/g, JSON.stringify(longest)).length;
    expect(characters(inline?.PolicyDocument)).toBeLessThanOrEqual(10_240);
    for (const { Properties } of managed) expect(characters(Properties?.PolicyDocument)).toBeLessThanOrEqual(6_144);
    const all = JSON.stringify([inline, ...managed.map(({ Properties }) => Properties?.PolicyDocument)]);
    expect(new Set(all.match(/\{"Fn::GetAtt":\["\w+","Arn"\]\}/g)).size).toBe(230);
    expect(all).not.toContain('*');
  });
});

test('a function for each of 300 operations does not fit into one stack, and the error says how to split', () => {
  expect(() => synthesize(300, handler)).toThrow(
    /the stack 'Stack' has 6\d\d resources \(30\d of AWS::IAM::Role, 300 of AWS::Lambda::Function, .*\) and CloudFormation takes 500; make the functions in nested stacks of at most 200 functions each/,
  );
});

describe('functions of handlers in Java', () => {
  const inJava =
    (startsFromSnapshot?: boolean) =>
    (scope: Construct, index: number): HandlerFunction =>
      new HandlerFunction(scope, `Operation${index}`, {
        ...{ operation: `operation${index}`, language: 'java', directory: '', source: '/java/src/main/java/A.java' },
        ...{ bundle: '', code: Code.fromBucket(Bucket.fromBucketName(scope, `Code${index}`, 'code'), 'handlers.jar') },
        ...(startsFromSnapshot === undefined ? {} : { startsFromSnapshot }),
      });

  test('have a version besides, so fewer fit into a stack, and the error says so', () => {
    expect(() => synthesize(166, inJava())).toThrow(
      /has 51\d resources .* in nested stacks of at most 166 functions each, .*, or let one function handle many operations; versions, which starting from a snapshot needs, are 166 of the resources: 'startsFromSnapshot: false' does without/,
    );
  });

  test('are two resources without snapshots', () => {
    const { template } = synthesize(230, inJava(false));
    expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(490);
  });
});

test('a function for each of 300 operations fits into nested stacks', () => {
  const { template, bytes, nested } = synthesize(300, (stack, index) => {
    const id = `Functions${Math.floor(index / 150)}`;
    return handler((stack.node.tryFindChild(id) as NestedStack | undefined) ?? new NestedStack(stack, id), index);
  });
  expect(bytes).toBeLessThan(templateBytes);
  expect(Object.keys(template.Resources).length).toBeLessThan(30);
  expect(nested).toHaveLength(2);
  for (const each of nested) {
    expect(Object.keys(each.Resources)).toHaveLength(300);
    expect(Object.keys((each as { Outputs?: object }).Outputs ?? {})).toHaveLength(150);
    expect(Buffer.byteLength(JSON.stringify(each, undefined, 1))).toBeLessThan(templateBytes);
  }
  expect(JSON.stringify(template)).toContain('Outputs.');
});
