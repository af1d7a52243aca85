import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, Stack } from 'aws-cdk-lib/core';
import { type Authorizer, Authorizers, CustomAuthorizerType } from '../../src/constructs';
import { apiOf, bodyOf, gatewayDocument, mock, templateOf } from './support';

const two = gatewayDocument({ one: 'get /one', other: 'get /other' });

function apiWith(
  defaultAuthorizer: Authorizer | undefined,
  one: Authorizer | undefined,
  stack = new Stack(new App(), 'Stack'),
) {
  return apiOf(two, { defaultAuthorizer, integrations: { one: { ...mock, authorizer: one }, other: mock } }, stack);
}

function functionIn(stack: Stack): LambdaFunction {
  const code = Code.fromInline('exports.handler = 1');
  return new LambdaFunction(stack, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });
}

test('IAM, and an operation that anybody may call', () => {
  const body = bodyOf(apiWith(Authorizers.iam(), Authorizers.none()));
  expect(body.paths['/one']?.get).toMatchObject({ security: [], 'x-amazon-apigateway-auth': { type: 'NONE' } });
  expect(body.paths['/other']?.get).toMatchObject({ security: [{ 'aws.auth.sigv4': [] }] });
  expect(body.components.securitySchemes).toEqual({
    'aws.auth.sigv4': {
      type: 'apiKey',
      name: 'Authorization',
      in: 'header',
      'x-amazon-apigateway-authtype': 'awsSigv4',
    },
  });
});

test('a Cognito user pool, with scopes for one operation', () => {
  const stack = new Stack(new App(), 'Stack');
  const users = Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, 'Users')] });
  const body = bodyOf(apiWith(users, users.withScopes('pets/read'), stack));
  expect(body.paths['/one']?.get?.security).toEqual([{ users: ['pets/read'] }]);
  expect(body.paths['/other']?.get?.security).toEqual([{ users: [] }]);
  expect(body.components.securitySchemes).toMatchObject({
    users: {
      'x-amazon-apigateway-authtype': 'cognito_user_pools',
      'x-amazon-apigateway-authorizer': {
        type: 'cognito_user_pools',
        providerARNs: [{ 'Fn::GetAtt': [expect.stringMatching(/^Users/), 'Arn'] }],
      },
    },
  });
});

test('a Lambda function decides, and API Gateway may invoke it', () => {
  const stack = new Stack(new App(), 'Stack');
  const api = apiWith(Authorizers.custom({ authorizerId: 'mine', function: functionIn(stack) }), undefined, stack);
  expect(bodyOf(api).components.securitySchemes).toMatchObject({
    mine: {
      name: 'Authorization',
      'x-amazon-apigateway-authtype': 'custom',
      'x-amazon-apigateway-authorizer': {
        type: 'token',
        authorizerCredentials: { 'Fn::GetAtt': [expect.stringMatching(/^ApiInvocationRole/), 'Arn'] },
        identitySource: 'method.request.header.Authorization',
        authorizerResultTtlInSeconds: 300,
      },
    },
  });
  templateOf(api).resourceCountIs('AWS::Lambda::Permission', 0);
  templateOf(api).hasResourceProperties('AWS::IAM::Role', {
    Policies: [
      {
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: { 'Fn::GetAtt': ['Fn9270CBC0', 'Arn'] } },
          ],
        },
      },
    ],
  });
});

test('a request authorizer may have several sources, a token authorizer one header', () => {
  const stack = new Stack(new App(), 'Stack');
  const identitySource = 'method.request.header.A, method.request.querystring.b';
  const props = { authorizerId: 'mine', function: functionIn(stack), identitySource };
  const request = Authorizers.custom({ ...props, type: CustomAuthorizerType.REQUEST });
  expect(bodyOf(apiWith(request, undefined, stack)).components.securitySchemes).toMatchObject({
    mine: { name: 'Unused' },
  });
  const other = new Stack(new App(), 'Other');
  expect(() => apiWith(Authorizers.custom({ ...props, function: functionIn(other) }), undefined, other)).toThrow(
    "the token authorizer 'mine' needs one header as identitySource",
  );
});

test('two different authorizers with one id are an error', () => {
  const stack = new Stack(new App(), 'Stack');
  const users = (id: string) => Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, id)] });
  expect(() => apiWith(users('A'), users('B'), stack)).toThrow("two different authorizers have the id 'users'");
});

test('an API key is asked for besides', () => {
  const api = apiOf(gatewayDocument({ one: 'get /one' }), {
    defaultAuthorizer: Authorizers.iam(),
    integrations: { one: { ...mock, options: { apiKeyRequired: true } } },
  });
  expect(bodyOf(api).paths['/one']?.get?.security).toEqual([{ 'aws.auth.sigv4': [], api_key: [] }]);
});

test('security of the model that API Gateway does not know is a warning unless there is an authorizer', () => {
  const document = {
    ...gatewayDocument({ one: 'get /one' }, { one: { security: [{ bearer: [] }] } }),
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
  const open = apiOf(document, { integrations: { one: mock } });
  expect(bodyOf(open).paths['/one']?.get?.security).toBeUndefined();
  expect(bodyOf(open).components.securitySchemes).toBeUndefined();
  Annotations.fromStack(Stack.of(open)).hasWarning('*', Match.stringLikeRegexp('the model secures one in a way'));
  const secured = apiOf(document, { integrations: { one: mock }, defaultAuthorizer: Authorizers.none() });
  Annotations.fromStack(Stack.of(secured)).hasNoWarning('*', Match.anyValue());
});

test('API keys of the model are kept', () => {
  const scheme = { type: 'apiKey', in: 'header', name: 'x-api-key' };
  const document = {
    ...gatewayDocument({ one: 'get /one' }, { one: { security: [{ key: [] }] } }),
    components: { securitySchemes: { key: scheme } },
  };
  const body = bodyOf(apiOf(document, { integrations: { one: mock } }));
  expect(body.paths['/one']?.get?.security).toEqual([{ key: [] }]);
  expect(body.components.securitySchemes).toEqual({ key: scheme });
});
