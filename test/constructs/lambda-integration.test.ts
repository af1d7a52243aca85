import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import {
  Alias,
  Code,
  type IFunction,
  Function as LambdaFunction,
  Runtime,
  SnapStartConf,
  Version,
} from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack } from 'aws-cdk-lib/core';
import { Integrations } from '../../src/constructs';
import { apiOf, gatewayDocument, integrationOf, templateOf } from './support';

function functionIn(stack: Stack, id = 'Fn'): LambdaFunction {
  return new LambdaFunction(stack, id, {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = 1'),
  });
}

function apiOver(count: number, make: (stack: Stack) => IFunction, stack = new Stack(new App(), 'Stack')) {
  const operations = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`op${index}`, `get /t${index}/{id}`]),
  );
  const setup = { integration: Integrations.lambda(make(stack)) };
  return apiOf(
    gatewayDocument(operations),
    { integrations: Object.fromEntries(Object.keys(operations).map((id) => [id, setup])) },
    stack,
  );
}

test('a function is a proxy integration that API Gateway may invoke for this operation', () => {
  // WHEN
  const api = apiOver(1, functionIn);
  // THEN
  expect(integrationOf(api, '/t0/{id}', 'get')).toEqual({
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    passthroughBehavior: 'WHEN_NO_MATCH',
    uri: {
      'Fn::Join': [
        '',
        [
          'arn:',
          { Ref: 'AWS::Partition' },
          ':apigateway:',
          { Ref: 'AWS::Region' },
          ':lambda:path/2015-03-31/functions/',
          { 'Fn::GetAtt': ['Fn9270CBC0', 'Arn'] },
          '/invocations',
        ],
      ],
    },
  });
  templateOf(api).hasResourceProperties('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    FunctionName: { 'Fn::GetAtt': ['Fn9270CBC0', 'Arn'] },
    SourceArn: { 'Fn::Join': ['', Match.arrayWith(['/*/GET/t0/*'])] },
  });
});

test.each([
  [3, 3],
  [4, 1],
  [200, 1],
])('a function of %d operations has %d permissions', (operations, permissions) => {
  const template = templateOf(apiOver(operations, functionIn));
  template.resourceCountIs('AWS::Lambda::Permission', permissions);
  const policy = Object.values(template.findResources('AWS::Lambda::Permission'));
  expect(JSON.stringify(policy).length).toBeLessThan(20_480);
  if (permissions === 1) {
    template.hasResourceProperties('AWS::Lambda::Permission', {
      SourceArn: { 'Fn::Join': ['', Match.arrayWith(['/*/*/*'])] },
    });
  }
});

test('an alias is invoked and permitted as such', () => {
  const api = apiOver(
    1,
    (stack) => new Alias(stack, 'Live', { aliasName: 'live', version: functionIn(stack).currentVersion }),
  );
  templateOf(api).hasResourceProperties('AWS::Lambda::Permission', {
    FunctionName: { Ref: Match.stringLikeRegexp('^Live') },
  });
});

test('the latest version is permitted as the function, which has the policy', () => {
  const api = apiOver(1, (stack) => functionIn(stack).latestVersion);
  templateOf(api).hasResourceProperties('AWS::Lambda::Permission', {
    FunctionName: { 'Fn::GetAtt': ['Fn9270CBC0', 'Arn'] },
  });
});

test('an imported function of the same region is permitted', () => {
  const api = apiOver(1, (stack) => LambdaFunction.fromFunctionName(stack, 'Imported', 'mine'));
  templateOf(api).resourceCountIs('AWS::Lambda::Permission', 1);
});

test('a function of another region is invoked there, and a warning says what to permit', () => {
  // GIVEN
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const arn = 'arn:aws:lambda:us-east-1:111111111111:function:mine';
  // WHEN
  const api = apiOver(1, () => LambdaFunction.fromFunctionArn(stack, 'Imported', arn), stack);
  // THEN
  expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain(
    `:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
  );
  templateOf(api).resourceCountIs('AWS::Lambda::Permission', 0);
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('is in another region or account'));
});

test('a version is invoked and permitted as such', () => {
  const api = apiOver(1, (stack) => functionIn(stack).currentVersion);
  templateOf(api).hasResourceProperties('AWS::Lambda::Permission', {
    FunctionName: { Ref: Match.stringLikeRegexp('^FnCurrentVersion') },
  });
  expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toMatch(/functions\/",\{"Ref":"FnCurrentVersion/);
});

test('an alias of many operations has one permission, and the function none', () => {
  const api = apiOver(
    200,
    (stack) => new Alias(stack, 'Live', { aliasName: 'live', version: functionIn(stack).currentVersion }),
  );
  templateOf(api).allResourcesProperties('AWS::Lambda::Permission', {
    FunctionName: { Ref: Match.stringLikeRegexp('^Live') },
  });
  templateOf(api).resourceCountIs('AWS::Lambda::Permission', 1);
});

describe('SnapStart', () => {
  const message = Match.stringLikeRegexp(
    "the API invokes 'Stack/Fn' itself, but SnapStart is for published versions only",
  );
  const snapped = (stack: Stack) =>
    new LambdaFunction(stack, 'Fn', {
      runtime: Runtime.JAVA_17,
      handler: 'a.B',
      code: Code.fromBucket(Bucket.fromBucketName(stack, 'Code', 'code'), 'b.jar'),
      snapStart: SnapStartConf.ON_PUBLISHED_VERSIONS,
    });

  test('works for the current version, with which the API changes', () => {
    const api = apiOver(1, (stack) => snapped(stack).currentVersion);
    expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain('{"Ref":"FnCurrentVersion');
    templateOf(api).hasResourceProperties('AWS::Lambda::Function', { SnapStart: { ApplyOn: 'PublishedVersions' } });
    Annotations.fromStack(Stack.of(api)).hasNoWarning('*', message);
  });

  test('does nothing for the function itself, which one warning says', () => {
    const stack = new Stack(new App(), 'Stack');
    apiOver(2, snapped, stack);
    Annotations.fromStack(stack).hasWarning('*', message);
    expect(Annotations.fromStack(stack).findWarning('*', message)).toHaveLength(1);
  });
});

describe('an imported function', () => {
  const arn = 'arn:aws:lambda:eu-west-1:111111111111:function:mine';
  const unclear = Match.stringLikeRegexp('pass sameEnvironment=true to fromFunctionAttributes');

  test('that may be in another account is a warning that says how to tell', () => {
    const stack = new Stack(new App(), 'Stack');
    apiOver(5, () => LambdaFunction.fromFunctionArn(stack, 'Imported', arn), stack);
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Permission', 0);
    expect(Annotations.fromStack(stack).findWarning('*', unclear)).toHaveLength(1);
  });

  test.each([
    [1, '/*/GET/t0/*'],
    [5, '/*/*/*'],
  ])('that is said to be in the same account is permitted %d operations', (count, source) => {
    const stack = new Stack(new App(), 'Stack');
    const attributes = { functionArn: arn, sameEnvironment: true };
    apiOver(count, () => LambdaFunction.fromFunctionAttributes(stack, 'Imported', attributes), stack);
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::Lambda::Permission', 1);
    template.hasResourceProperties('AWS::Lambda::Permission', {
      FunctionName: arn,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: { 'Fn::Join': ['', Match.arrayWith([source])] },
    });
    Annotations.fromStack(stack).hasNoWarning('*', unclear);
  });

  test('of the account that the stack is in is permitted', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
    apiOver(1, () => LambdaFunction.fromFunctionArn(stack, 'Imported', arn), stack);
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Permission', 1);
  });

  test('whose permissions are left to others is invoked', () => {
    const stack = new Stack(new App(), 'Stack');
    const attributes = { functionArn: arn, skipPermissions: true };
    const api = apiOver(1, () => LambdaFunction.fromFunctionAttributes(stack, 'Imported', attributes), stack);
    expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain(arn);
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Permission', 0);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('may be a version', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
    apiOver(1, () => Version.fromVersionArn(stack, 'Imported', `${arn}:7`), stack);
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Permission', { FunctionName: `${arn}:7` });
  });
});

test('a function of another account is invoked, and a warning says what to permit', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const arn = 'arn:aws:lambda:eu-west-1:222222222222:function:theirs';
  const api = apiOver(1, () => LambdaFunction.fromFunctionArn(stack, 'Imported', arn), stack);
  expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain(arn);
  templateOf(api).resourceCountIs('AWS::Lambda::Permission', 0);
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('is in another region or account'));
});

test('a function of the app in another region is invoked there', () => {
  const app = new App();
  const far = new Stack(app, 'Far', { env: { account: '111111111111', region: 'us-east-1' } });
  const stack = new Stack(app, 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const code = Code.fromInline('exports.handler = 1');
  const props = { functionName: 'far', runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code };
  const api = apiOver(1, () => new LambdaFunction(far, 'Fn', props), stack);
  expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toMatch(
    /:apigateway:us-east-1:lambda:path.*:lambda:us-east-1:111111111111:function:far\/invocations/,
  );
});
