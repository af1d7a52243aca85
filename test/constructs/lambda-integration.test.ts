import { Annotations, Match } from 'aws-cdk-lib/assertions';
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
import { Authorizers, Integrations, type TypeSafeRestApi } from '../../src/constructs';
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
  const setup = { integration: Integrations.lambda(make(stack)), authorizer: Authorizers.none() };
  return apiOf(
    gatewayDocument(operations),
    {
      integrations: Object.fromEntries(Object.keys(operations).map((id) => [id, setup])),
      defaultAuthorizer: Authorizers.none(),
    },
    stack,
  );
}

/** What API Gateway may invoke, as it stands in the policy of the role. */
function invokableOf(api: TypeSafeRestApi): unknown {
  const [role] = Object.values(templateOf(api).findResources('AWS::IAM::Role', isInvocationRole));
  return (role as InvocationRole | undefined)?.Properties.Policies[0].PolicyDocument.Statement[0].Resource;
}

const isInvocationRole = {
  Properties: { Policies: [{ PolicyName: 'Invoke' }] },
};

interface InvocationRole {
  readonly Properties: {
    readonly Policies: readonly [{ readonly PolicyDocument: { readonly Statement: readonly [{ Resource: unknown }] } }];
  };
}

test('a function is a proxy integration that API Gateway invokes by a role', () => {
  // WHEN
  const api = apiOver(1, functionIn);
  // THEN
  expect(integrationOf(api, '/t0/{id}', 'get')).toEqual({
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    passthroughBehavior: 'WHEN_NO_MATCH',
    credentials: { 'Fn::GetAtt': [expect.stringMatching(/^ApiInvocationRole/), 'Arn'] },
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
});

test('the role may invoke the function and nothing else, whoever assumes it for API Gateway', () => {
  const template = templateOf(apiOver(1, functionIn));
  const [role] = Object.values(template.findResources('AWS::IAM::Role', isInvocationRole));
  expect(role?.Properties).toEqual({
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' } }],
    },
    Policies: [
      {
        PolicyName: 'Invoke',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: { 'Fn::GetAtt': ['Fn9270CBC0', 'Arn'] } },
          ],
        },
      },
    ],
  });
});

test.each([1, 3, 4, 200])(
  'a function of %d operations is named once, and has no permission of its own',
  (operations) => {
    const api = apiOver(operations, functionIn);
    expect(invokableOf(api)).toEqual({ 'Fn::GetAtt': ['Fn9270CBC0', 'Arn'] });
    templateOf(api).resourceCountIs('AWS::Lambda::Permission', 0);
    templateOf(api).resourceCountIs('AWS::IAM::Policy', 0);
  },
);

test('an alias is invoked and permitted as such', () => {
  const api = apiOver(
    3,
    (stack) => new Alias(stack, 'Live', { aliasName: 'live', version: functionIn(stack).currentVersion }),
  );
  expect(invokableOf(api)).toEqual({ Ref: expect.stringMatching(/^Live/) });
});

test('the latest version is permitted as it is invoked', () => {
  const api = apiOver(1, (stack) => functionIn(stack).latestVersion);
  expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain(':$LATEST/invocations');
  expect(JSON.stringify(invokableOf(api))).toContain(':$LATEST');
});

test('a version is invoked and permitted as such', () => {
  const api = apiOver(1, (stack) => functionIn(stack).currentVersion);
  expect(invokableOf(api)).toEqual({ Ref: expect.stringMatching(/^FnCurrentVersion/) });
  expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toMatch(/functions\/",\{"Ref":"FnCurrentVersion/);
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
  const unclear = Match.stringLikeRegexp("may be in another account than this stack: .* 'sameEnvironment: true'");

  test('of the same account is permitted', () => {
    const stack = new Stack(new App(), 'Stack');
    const api = apiOver(1, () => LambdaFunction.fromFunctionName(stack, 'Imported', 'mine'), stack);
    expect(JSON.stringify(invokableOf(api))).toContain(':function:mine');
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('that may be in another account is a warning that says how to tell', () => {
    const stack = new Stack(new App(), 'Stack');
    const api = apiOver(5, () => LambdaFunction.fromFunctionArn(stack, 'Imported', arn), stack);
    expect(invokableOf(api)).toBe(arn);
    expect(Annotations.fromStack(stack).findWarning('*', unclear)).toHaveLength(1);
  });

  test('that is said to be in the same account is permitted', () => {
    const stack = new Stack(new App(), 'Stack');
    const attributes = { functionArn: arn, sameEnvironment: true };
    const api = apiOver(5, () => LambdaFunction.fromFunctionAttributes(stack, 'Imported', attributes), stack);
    expect(invokableOf(api)).toBe(arn);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('of the account that the stack is in is permitted', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
    const api = apiOver(1, () => LambdaFunction.fromFunctionArn(stack, 'Imported', arn), stack);
    expect(invokableOf(api)).toBe(arn);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('of another region of the account is invoked there', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'us-east-1' } });
    const api = apiOver(1, () => LambdaFunction.fromFunctionArn(stack, 'Imported', arn), stack);
    expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain(
      `:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
    );
    expect(invokableOf(api)).toBe(arn);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('whose permissions are left to others is invoked', () => {
    const stack = new Stack(new App(), 'Stack');
    const attributes = { functionArn: arn, skipPermissions: true };
    const api = apiOver(1, () => LambdaFunction.fromFunctionAttributes(stack, 'Imported', attributes), stack);
    expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain(arn);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('may be a version', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
    const api = apiOver(1, () => Version.fromVersionArn(stack, 'Imported', `${arn}:7`), stack);
    expect(invokableOf(api)).toBe(`${arn}:7`);
  });
});

test('a function of another account is invoked, and a warning says whom to let in there', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const arn = 'arn:aws:lambda:eu-west-1:222222222222:function:theirs';
  const api = apiOver(2, () => LambdaFunction.fromFunctionArn(stack, 'Imported', arn), stack);
  expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain(arn);
  expect(invokableOf(api)).toBe(arn);
  const message =
    "is in another account, where this stack cannot let the API invoke it; add there: function.addPermission\\('Api', { principal: new ArnPrincipal\\('<the ARN of the role Stack/Api/InvocationRole>'\\) }\\)";
  expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp(message))).toHaveLength(1);
});

test('a function of the app in another region is invoked there', () => {
  const app = new App();
  const far = new Stack(app, 'Far', { env: { account: '111111111111', region: 'us-east-1' } });
  const stack = new Stack(app, 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } });
  const code = Code.fromInline('exports.handler = 1');
  const props = { functionName: 'far', runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code };
  const api = apiOver(1, () => new LambdaFunction(far, 'Fn', props), stack);
  const arn = ':lambda:us-east-1:111111111111:function:far';
  expect(JSON.stringify(integrationOf(api, '/t0/{id}', 'get').uri)).toContain(`${arn}/invocations`);
  expect(JSON.stringify(invokableOf(api))).toContain(arn);
  Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
});
