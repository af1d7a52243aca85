import { type CfnRestApi, EndpointType, MethodLoggingLevel } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AnyPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, CfnOutput, Size, Stack, Tags } from 'aws-cdk-lib/core';
import { Authorizers, Integrations, type TypeSafeRestApi, type TypeSafeRestApiProps } from '../../src/constructs';
import { account, region } from './resolved-bodies';
import { apiOf, gatewayDocument, mock, templateOf } from './support';

// Nothing here is deployed.
process.env.CDK_VALIDATION = 'false';

const document = gatewayDocument({ sayHello: 'get /hello', sayBye: 'get /bye' });

type Props = Partial<TypeSafeRestApiProps>;

interface Variant {
  readonly props?: Props | ((stack: Stack) => Props);
  readonly model?: typeof document;
  readonly after?: (api: TypeSafeRestApi, stack: Stack) => void;
  readonly before?: (stack: Stack) => void;
}

/** The logical id of the deployment of an API over two functions. */
function deploymentOf({ props = {}, model = document, after, before }: Variant, env = {}): string {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack', { env });
  before?.(stack);
  const given = typeof props === 'function' ? props(stack) : props;
  const hello = { integration: Integrations.lambda(functionIn(stack, 'Hello')) };
  const integrations = { sayHello: hello, sayBye: mock };
  const api = apiOf(model, { defaultAuthorizer: Authorizers.none(), integrations, ...given }, stack);
  after?.(api, stack);
  const [id = ''] = Object.keys(templateOf(api).findResources('AWS::ApiGateway::Deployment'));
  return id;
}

function functionIn(stack: Stack, id: string): LambdaFunction {
  const code = Code.fromInline('exports.handler = 1');
  return new LambdaFunction(stack, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });
}

const policy = new PolicyDocument({
  statements: [
    new PolicyStatement({ actions: ['execute-api:Invoke'], principals: [new AnyPrincipal()], resources: ['*'] }),
  ],
});

const original = deploymentOf({});

test('stays while nothing changes', () => {
  expect(deploymentOf({})).toBe(original);
});

describe('changes with', () => {
  const variants: Readonly<Record<string, Variant>> = {
    'an integration': {
      props: { integrations: { sayHello: mock, sayBye: { integration: Integrations.mock({ statusCode: 204 }) } } },
    },
    'the function of an integration': {
      props: (stack) => ({
        integrations: { sayHello: { integration: Integrations.lambda(functionIn(stack, 'Other')) }, sayBye: mock },
      }),
    },
    'the version of a function': {
      props: (stack) => ({
        integrations: {
          sayHello: { integration: Integrations.lambda(functionIn(stack, 'Versioned').currentVersion) },
          sayBye: mock,
        },
      }),
    },
    'an authorizer': { props: { defaultAuthorizer: Authorizers.iam() } },
    'the authorizer of one operation': {
      props: (stack) => ({
        integrations: {
          sayHello: { integration: Integrations.lambda(functionIn(stack, 'Hi')), authorizer: Authorizers.iam() },
          sayBye: mock,
        },
      }),
    },
    'what an authorizer refers to': {
      props: (stack) => ({
        defaultAuthorizer: Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, 'Users')] }),
      }),
    },
    'what an authorizer refers to, by another name': {
      props: (stack) => ({
        defaultAuthorizer: Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, 'Others')] }),
      }),
    },
    'an API key': {
      props: { integrations: { sayHello: { ...mock, options: { apiKeyRequired: true } }, sayBye: mock } },
    },
    'the model': { model: { ...document, info: { title: 'T', version: '2' } } },
    'an operation': {
      model: gatewayDocument({ sayHello: 'get /hello', sayBye: 'delete /bye' }),
    },
    'a policy of CORS, and its gateway responses': { props: { corsOptions: { allowOrigins: ['*'] } } },
    'the origins of CORS': { props: { corsOptions: { allowOrigins: ['https://example.com'] } } },
    'the resource policy': { props: { policy } },
    'media types of bytes': { props: { binaryMediaTypes: ['image/png'] } },
    compression: { props: { minCompressionSize: Size.kibibytes(1) } },
    'the endpoint': { props: { endpointConfiguration: { types: [EndpointType.EDGE] } } },
    'the address that AWS gives it': { props: { disableExecuteApiEndpoint: true } },
    'a document that was changed by hand': {
      after: ({ api }) => (api.node.defaultChild as CfnRestApi).addPropertyOverride('Body.info.version', '3'),
    },
    'a document that was replaced by hand': {
      after: ({ api }) => {
        (api.node.defaultChild as CfnRestApi).body = {
          openapi: '3.0.3',
          info: { title: 'T', version: '1' },
          paths: {},
        };
      },
    },
    'a property that was set by hand': {
      after: ({ api }) => {
        (api.node.defaultChild as CfnRestApi).apiKeySourceType = 'AUTHORIZER';
      },
    },
  };
  const ids = new Map<string, string>();

  test.each(Object.entries(variants))('%s', (name, variant) => {
    const id = deploymentOf(variant);
    expect(id).not.toBe(original);
    expect([...ids].filter(([, other]) => other === id)).toEqual([]);
    ids.set(name, id);
  });
});

describe('stays when', () => {
  const variants: Readonly<Record<string, Variant>> = {
    'the name is another': { props: { restApiName: 'other' } },
    'the description is another': { props: { description: 'says hello' } },
    'tags are added': { after: (api) => Tags.of(api).add('team', 'pets') },
    'the stage is set up otherwise': {
      props: {
        deployOptions: {
          stageName: 'v1',
          loggingLevel: MethodLoggingLevel.INFO,
          throttlingRateLimit: 1,
          variables: { colour: 'blue' },
          tracingEnabled: false,
        },
      },
    },
    'logs and the web ACL are turned off': {
      props: { accessLogOptions: { disable: true }, webAclOptions: { disable: true }, cloudWatchRole: false },
    },
    'there is an output': { after: (api) => new CfnOutput(api, 'Url', { value: api.url }) },
    'other resources come before': { before: (stack) => new Bucket(stack, 'Bucket') },
    'other resources come after': { after: (_, stack) => new Bucket(stack, 'Bucket') },
  };

  test.each(Object.entries(variants))('%s', (_, variant) => {
    expect(deploymentOf(variant)).toBe(original);
  });

  test('integrations come in another order, and their members too', () => {
    const ids = [
      ['sayHello', 'sayBye'],
      ['sayBye', 'sayHello'],
    ].map((order) => {
      const stack = new Stack(new App(), 'Stack');
      const integrations = {
        sayHello: { integration: Integrations.lambda(functionIn(stack, 'Hello')) },
        sayBye: mock,
      };
      const inOrder = order.map((id) => [id, integrations[id as keyof typeof integrations]]);
      const props = { defaultAuthorizer: Authorizers.none(), integrations: Object.fromEntries(inOrder) };
      return Object.keys(templateOf(apiOf(document, props, stack)).findResources('AWS::ApiGateway::Deployment'))[0];
    });
    expect(ids).toEqual([original, original]);
  });
});

describe('of a document in S3', () => {
  const env = { account, region };
  const large = 'x'.repeat(200_000);
  const props =
    (text: string, router: string): ((stack: Stack) => Props) =>
    (stack) => ({
      integrations: {
        sayHello: { integration: Integrations.mock({ statusCode: 200, body: large + text }) },
        sayBye: { integration: Integrations.mock({ statusCode: 200, body: large + text }) },
        ask: { integration: Integrations.lambda(functionIn(stack, router)) },
      },
    });
  const model = gatewayDocument({ sayHello: 'get /hello', sayBye: 'get /bye', ask: 'get /ask' });
  const first = deploymentOf({ model, props: props('a', 'Router') }, env);

  test('stays while nothing but the description changes', () => {
    expect(deploymentOf({ model, props: props('a', 'Router') }, env)).toBe(first);
    const described: Variant = { model, props: (stack) => ({ ...props('a', 'Router')(stack), description: 'd' }) };
    expect(deploymentOf(described, env)).toBe(first);
  });

  test('changes with the document, and with what its variables stand for', () => {
    const ids = [
      first,
      deploymentOf({ model, props: props('b', 'Router') }, env),
      deploymentOf({ model, props: props('a', 'Other') }, env),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});
