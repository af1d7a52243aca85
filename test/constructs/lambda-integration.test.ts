import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Alias, Code, type IFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
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
