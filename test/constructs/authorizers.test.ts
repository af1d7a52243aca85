import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  Authorizer,
  type AuthorizerDefinition,
  type AuthorizerGrantProps,
  Authorizers,
  type CognitoAuthorizerProps,
  type CustomAuthorizerProps,
  CustomAuthorizerType,
  type TypeSafeRestApi,
  type TypeSafeRestApiProps,
} from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { apiOf, bodyOf, gatewayDocument, mock, templateOf } from './support';

const two = gatewayDocument({ one: 'get /one', other: 'get /other' });

function apiWith(
  defaultAuthorizer: Authorizer | undefined,
  one: Authorizer | undefined,
  stack = new Stack(new App(), 'Stack'),
) {
  return apiOf(two, { defaultAuthorizer, integrations: { one: { ...mock, authorizer: one }, other: mock } }, stack);
}

function schemesOf(api: TypeSafeRestApi) {
  return bodyOf(api).components.securitySchemes as Record<string, JsonObject>;
}

function authorizerOf(scheme: JsonObject | undefined): JsonObject {
  return (scheme?.['x-amazon-apigateway-authorizer'] ?? {}) as JsonObject;
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

describe('a Cognito authorizer', () => {
  const render = (props: Partial<CognitoAuthorizerProps>, stack = new Stack(new App(), 'Stack')) => {
    const userPools = [new UserPool(stack, 'Users'), new UserPool(stack, 'Partners')];
    return schemesOf(apiWith(Authorizers.cognito({ authorizerId: 'users', userPools, ...props }), undefined, stack));
  };

  test('knows the users of several pools, of this app and others', () => {
    const stack = new Stack(new App(), 'Stack');
    const arn = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc';
    const imported = UserPool.fromUserPoolArn(stack, 'Imported', arn);
    const schemes = render({ userPools: [new UserPool(stack, 'Own'), imported] }, stack);
    expect(schemes.users).toMatchObject({
      'x-amazon-apigateway-authorizer': { providerARNs: [{ 'Fn::GetAtt': [expect.anything(), 'Arn'] }, arn] },
    });
  });

  test('takes the token from another header', () => {
    expect(render({ identitySource: 'method.request.header.X-Token' }).users).toMatchObject({ name: 'X-Token' });
    expect(render({}).users).toMatchObject({ name: 'Authorization' });
  });

  test.each<[Partial<CognitoAuthorizerProps>, string]>([
    [{ userPools: [] }, "the Cognito authorizer 'users' has no user pool; name one in 'userPools' [at Stack/Api]"],
    [{ identitySource: 'method.request.querystring.token' }, "the Cognito authorizer 'users' needs one header"],
    [{ identitySource: 'method.request.header.A, method.request.header.B' }, 'needs one header as identitySource'],
  ])('with %j is an error', (props, message) => expect(() => render(props)).toThrow(message));
});

describe('a custom authorizer', () => {
  const { TOKEN, REQUEST } = CustomAuthorizerType;
  const render = (props: Partial<CustomAuthorizerProps>) => {
    const stack = new Stack(new App(), 'Stack');
    const mine = Authorizers.custom({ authorizerId: 'mine', function: functionIn(stack), ...props });
    return schemesOf(apiWith(mine, undefined, stack)).mine;
  };

  test.each<[Partial<CustomAuthorizerProps>, string, JsonObject]>([
    [
      { identitySource: 'method.request.header.X-Token', identityValidationExpression: '^Bearer .+' },
      'X-Token',
      {
        ...{ type: 'token', identitySource: 'method.request.header.X-Token' },
        ...{ identityValidationExpression: '^Bearer .+', authorizerResultTtlInSeconds: 300 },
      },
    ],
    [
      { type: REQUEST, authorizerResultTtlInSeconds: 3600 },
      'Authorization',
      {
        ...{ type: 'request', identitySource: 'method.request.header.Authorization' },
        authorizerResultTtlInSeconds: 3600,
      },
    ],
    [
      { type: REQUEST, identitySource: 'method.request.querystring.key,stageVariables.v, context.httpMethod' },
      'Unused',
      {
        ...{ type: 'request', identitySource: 'method.request.querystring.key,stageVariables.v, context.httpMethod' },
        authorizerResultTtlInSeconds: 300,
      },
    ],
    [
      { type: REQUEST, identitySource: '', authorizerResultTtlInSeconds: 0 },
      'Unused',
      { type: 'request', authorizerResultTtlInSeconds: 0 },
    ],
  ])('with %j', (props, name, authorizer) => {
    const scheme = render(props);
    const { authorizerUri: _, authorizerCredentials: __, ...rest } = authorizerOf(scheme);
    expect([scheme?.name, rest]).toEqual([name, authorizer]);
  });

  const ttl = 'authorizerResultTtlInSeconds must be a whole number from 0 to 3600';
  test.each<[Partial<CustomAuthorizerProps>, string]>([
    [{ authorizerResultTtlInSeconds: 3601 }, `the token authorizer 'mine' keeps verdicts for 3601 seconds; ${ttl}`],
    [{ authorizerResultTtlInSeconds: -1 }, ttl],
    [{ authorizerResultTtlInSeconds: 0.5, type: REQUEST }, ttl],
    [{ type: TOKEN, identitySource: 'method.request.querystring.key' }, 'needs one header as identitySource'],
    [{ type: TOKEN, identitySource: '', authorizerResultTtlInSeconds: 0 }, 'needs one header as identitySource'],
    [{ type: REQUEST, identitySource: '' }, 'keeps verdicts for 300 seconds and has no identitySource to keep them by'],
    [{ type: REQUEST, identitySource: 'method.request.path.id' }, "has 'method.request.path.id' in its identitySource"],
    [{ type: REQUEST, identitySource: 'Authorization' }, "has 'Authorization' in its identitySource; write method."],
    [{ type: REQUEST, identitySource: 'method.request.header.A,' }, "has '' in its identitySource"],
    [{ type: REQUEST, identityValidationExpression: '.' }, 'has an identityValidationExpression, which is for tokens'],
    [{ authorizerId: 'not a name' }, "'not a name' is no authorizerId; use letters, digits, '.', '_' and '-'"],
  ])('with %j is an error', (props, message) => expect(() => render(props)).toThrow(message));
});

describe("a user's own authorizer", () => {
  class Own extends Authorizer {
    readonly granted: AuthorizerGrantProps[] = [];
    constructor(private readonly definition: AuthorizerDefinition) {
      super('own');
    }
    override render(): AuthorizerDefinition {
      return this.definition;
    }
    override grant(props: AuthorizerGrantProps): void {
      this.granted.push(props);
    }
  }

  test('is rendered as it is, and allowed to be called once', () => {
    const authorizer = { type: 'request', authorizerUri: 'arn:aws:lambda', authorizerCredentials: 'arn:aws:iam' };
    const own = new Own({ scheme: { authType: 'Corporate', headerName: 'Unused', authorizer } });
    const api = apiWith(own, own);
    expect(own.granted).toEqual([{ scope: api, api: api.api }]);
    expect(schemesOf(api).own).toEqual({
      ...{ type: 'apiKey', name: 'Unused', in: 'header', 'x-amazon-apigateway-authtype': 'Corporate' },
      'x-amazon-apigateway-authorizer': authorizer,
    });
  });

  test('may let anybody in', () => {
    const own = new Own({});
    expect(bodyOf(apiWith(own, undefined)).paths['/one']?.get?.security).toEqual([]);
    expect(own.granted).toEqual([]);
  });
});

test('more authorizers than an API may have are a warning with their number and advice', () => {
  const names = Array.from({ length: 11 }, (_, index) => `op${index}`);
  const stack = new Stack(new App(), 'Stack');
  const guard = functionIn(stack);
  const document = gatewayDocument(Object.fromEntries(names.map((name) => [name, `get /${name}`])));
  const setup = (authorizerId: string) => ({
    ...mock,
    authorizer: Authorizers.custom({ authorizerId, function: guard }),
  });
  apiOf(document, { integrations: Object.fromEntries(names.map((name) => [name, setup(name)])) }, stack);
  Annotations.fromStack(stack).hasWarning(
    '*',
    Match.stringLikeRegexp('the API has 11 authorizers .*the quota is 10; let'),
  );
  const other = new Stack(new App(), 'Other');
  const same = Authorizers.custom({ authorizerId: 'same', function: functionIn(other) });
  const integrations = Object.fromEntries(names.map((name) => [name, { ...mock, authorizer: same }]));
  apiOf(document, { integrations }, other);
  Annotations.fromStack(other).hasNoWarning('*', Match.anyValue());
});

describe('operations that anybody may call without anybody having said so', () => {
  const bearer = { security: [{ bearer: [] }] };
  const names = ['one', 'two', 'three', 'four'];
  const routes = Object.fromEntries(names.map((name) => [name, `get /${name}`]));
  const document = {
    ...gatewayDocument(routes, { two: bearer, four: { security: [] } }),
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
  const integrations = Object.fromEntries(names.map((name) => [name, mock]));
  const warningsOf = (props: Partial<TypeSafeRestApiProps>) =>
    Annotations.fromStack(Stack.of(apiOf(document, { integrations, ...props }))).findWarning('*', Match.anyValue());

  test('are one warning, with their names', () => {
    const warnings = warningsOf({ corsOptions: { allowOrigins: ['*'] } });
    expect(warnings.map(({ entry }) => entry.data)).toEqual([
      expect.stringMatching(
        /^neither the app nor the model says who may call one, three, and the model secures two in a way that API Gateway does not know, so anybody may call them; set 'defaultAuthorizer'/,
      ),
    ]);
  });

  test('are none once the app says so', () => {
    expect(warningsOf({ defaultAuthorizer: Authorizers.none() })).toEqual([]);
    expect(warningsOf({ defaultAuthorizer: Authorizers.iam() })).toEqual([]);
  });
});

describe('a scheme of the model', () => {
  const authorizer = { type: 'token', authorizerUri: 'arn:aws:lambda', authorizerResultTtlInSeconds: '60' };
  const documentWith = (scheme: JsonObject): JsonObject => ({
    ...gatewayDocument({ one: 'get /one', other: 'get /other' }, { one: { security: [{ mine: [] }] } }),
    components: { securitySchemes: { mine: scheme } },
  });
  const pools: JsonObject = { type: 'cognito_user_pools', providerARNs: ['arn:aws:cognito-idp'] };
  const native = (more: JsonObject = {}, rest: JsonObject = {}, base = authorizer as JsonObject) => ({
    ...{ type: 'apiKey', in: 'header', name: 'Authorization', 'x-amazon-apigateway-authtype': 'custom', ...rest },
    'x-amazon-apigateway-authorizer': { ...base, ...more },
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['as it is', native(), native()],
    [
      'of another type as API Gateway imports it',
      { type: 'oauth2', 'x-amazon-apigateway-authorizer': authorizer },
      native(),
    ],
    [
      'whose credentials are in no header as such',
      native({ type: 'request' }, { in: 'query' }),
      native({ type: 'request' }, { name: 'Unused' }),
    ],
    [
      'whose credentials are in several places',
      native({ type: 'request', identitySource: 'method.request.header.A, method.request.header.B' }),
      native(
        { type: 'request', identitySource: 'method.request.header.A, method.request.header.B' },
        { name: 'Unused' },
      ),
    ],
    [
      'of user pools, also where it does not say so twice',
      { type: 'oauth2', 'x-amazon-apigateway-authorizer': pools },
      native({}, { 'x-amazon-apigateway-authtype': 'cognito_user_pools' }, pools),
    ],
  ])('is deployed %s', (_, scheme, expected) => {
    const api = apiOf(documentWith(scheme), { integrations: { one: mock, other: mock } });
    expect(schemesOf(api)).toEqual({ mine: expected });
    expect(bodyOf(api).paths['/one']?.get?.security).toEqual([{ mine: [] }]);
  });

  test.each<[JsonObject]>([[{ authorizerUri: 'arn' }], [{ authorizerUri: 'arn', type: 'lambda' }]])(
    'that says %j, which API Gateway does not import, is an error',
    (said) => {
      const document = documentWith({ type: 'http', scheme: 'bearer', 'x-amazon-apigateway-authorizer': said });
      expect(() => apiOf(document, { integrations: { one: mock, other: mock } })).toThrow(
        "operation 'one' (GET /one): x-amazon-apigateway-authorizer of 'mine' has no type that API Gateway knows; write 'type: token' or 'type: request'",
      );
    },
  );

  const deploy = (scheme: JsonObject, props: Partial<CustomAuthorizerProps>, operation = 'one') => {
    const stack = new Stack(new App(), 'Stack');
    const mine = Authorizers.custom({ authorizerId: 'mine', function: functionIn(stack), ...props });
    const integrations = { one: mock, other: mock, [operation]: { ...mock, authorizer: mine } };
    return apiOf(documentWith(scheme), { integrations }, stack);
  };

  test('is implemented by the authorizer of its name, as far as it says the same', () => {
    const said = {
      ...native(),
      'x-amazon-apigateway-authorizer': { type: 'TOKEN', authorizerResultTtlInSeconds: '60' },
    };
    const { mine } = schemesOf(deploy(said, { authorizerResultTtlInSeconds: 60 }));
    expect(mine).toMatchObject({
      'x-amazon-apigateway-authorizer': { type: 'token', authorizerResultTtlInSeconds: 60 },
    });
  });

  test.each<[string, JsonObject, Partial<CustomAuthorizerProps>]>([
    ['authorizerUri', native(), {}],
    [
      'authorizerResultTtlInSeconds',
      { ...native(), 'x-amazon-apigateway-authorizer': { authorizerResultTtlInSeconds: 1 } },
      {},
    ],
    ['name', native({}, { name: 'X-Token' }), {}],
    ['name', native(), { identitySource: 'method.request.header.X-Token' }],
  ])('that has another %s than the authorizer of its name is an error', (member, scheme, props) => {
    expect(() => deploy(scheme, props)).toThrow(
      `operation 'one' (GET /one): the model and its authorizer 'mine' do not have the same '${member}' for 'mine'; make`,
    );
  });

  test('and an authorizer of its name at another operation are two', () => {
    expect(() => deploy(native(), {}, 'other')).toThrow("two different authorizers have the id 'mine'");
  });
});
