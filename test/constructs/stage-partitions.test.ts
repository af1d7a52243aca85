import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { EndpointType, VpcLink } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { InterfaceVpcEndpoint, Vpc } from 'aws-cdk-lib/aws-ec2';
import { NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  Authorizers,
  DynamoDbAction,
  type Integration,
  Integrations,
  RequestValue,
  TypeSafeRestApi,
} from '../../src/constructs';
import { gatewayDocument, mock, specFile } from './support';

const operations = {
  ...{ byFunction: 'get /fn', byObject: 'get /pets/{petId}', byMock: 'get /mock', guarded: 'get /guarded' },
  ...{ signed: 'get /signed', forUsers: 'get /users' },
};

/** All that an API can have, in a construct that may be there several times. */
function wholeApi(scope: Construct, id: string): void {
  const code = { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler = 1') };
  const fn = new LambdaFunction(scope, `${id}Fn`, code);
  const guard = new LambdaFunction(scope, `${id}Guard`, code);
  const users = new UserPool(scope, `${id}Users`);
  const vpcEndpoint = InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(scope, `${id}Endpoint`, {
    ...{ vpcEndpointId: 'vpce-1', port: 443 },
  });
  new TypeSafeRestApi(scope, id, {
    specPath: specFile(gatewayDocument(operations)),
    defaultAuthorizer: Authorizers.none(),
    corsOptions: { allowOrigins: ['https://example.com'] },
    endpointConfiguration: { types: [EndpointType.PRIVATE], vpcEndpoints: [vpcEndpoint] },
    webAclOptions: { cidrAllowList: { cidrRanges: ['10.0.0.0/8', '2001:db8::/32'] } },
    integrations: {
      byFunction: { integration: Integrations.lambda(fn) },
      byObject: { integration: Integrations.s3({ bucket: new Bucket(scope, `${id}Bucket`) }) },
      byMock: mock,
      guarded: { ...mock, authorizer: Authorizers.custom({ authorizerId: 'guard', function: guard }) },
      signed: { ...mock, authorizer: Authorizers.iam() },
      forUsers: { ...mock, authorizer: Authorizers.cognito({ authorizerId: 'users', userPools: [users] }) },
    },
  });
}

/** An API over everything that an integration can be over. */
function servicesApi(stack: Stack): void {
  const vpc = new Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0 });
  const loadBalancer = new NetworkLoadBalancer(stack, 'Balancer', { vpc });
  const vpcLink = new VpcLink(stack, 'Link', { targets: [loadBalancer] });
  const table = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
  const definitionBody = DefinitionBody.fromChainable(new Pass(stack, 'Pass'));
  const services: Readonly<Record<string, readonly [string, Integration]>> = {
    queue: ['post /queue', Integrations.sqs({ queue: new Queue(stack, 'Queue') })],
    topic: ['post /topic', Integrations.sns({ topic: new Topic(stack, 'Topic') })],
    event: [
      'post /event',
      Integrations.eventBridge({ eventBus: new EventBus(stack, 'Bus'), source: 'pets', detailType: 'created' }),
    ],
    steps: [
      'post /steps',
      Integrations.stepFunctions({ stateMachine: new StateMachine(stack, 'Steps', { definitionBody }) }),
    ],
    item: [
      'get /items/{id}',
      Integrations.dynamoDb({ table, action: DynamoDbAction.GET_ITEM, key: { id: RequestValue.path('id') } }),
    ],
    proxy: ['get /proxy', Integrations.httpProxy({ url: 'https://example.com' })],
    balanced: ['get /balanced', Integrations.nlb({ vpcLink, loadBalancer })],
  };
  const routes = Object.entries(services).map(([id, [route]]) => [id, route]);
  new TypeSafeRestApi(stack, 'Services', {
    specPath: specFile(gatewayDocument(Object.fromEntries(routes))),
    defaultAuthorizer: Authorizers.none(),
    integrations: Object.fromEntries(Object.entries(services).map(([id, [, integration]]) => [id, { integration }])),
  });
}

const environments: readonly [string, { region?: string; account?: string }, string, string][] = [
  ['China', { region: 'cn-north-1', account: '123456789012' }, 'aws-cn', 'amazonaws.com.cn'],
  ['GovCloud', { region: 'us-gov-west-1', account: '123456789012' }, 'aws-us-gov', 'amazonaws.com'],
  ['a region that is not known', {}, '', ''],
];

describe.each(environments)('in %s', (_, env, partition, urlSuffix) => {
  test.each([true, false])('no other partition is named (partition literals: %s)', (literals) => {
    const app = new App({ context: { '@aws-cdk/core:enablePartitionLiterals': literals } });
    const stack = new Stack(app, 'Stack', { env });
    wholeApi(stack, 'Api');
    servicesApi(stack);
    const { Resources, Outputs } = Template.fromStack(stack).toJSON();
    const text = JSON.stringify({ Resources: withoutMetadata(Resources), Outputs });
    const named = [...text.matchAll(/arn:([a-z-]+):/g)].map((match) => match[1]);
    expect(named.filter((each) => each !== partition)).toEqual([]);
    const suffixes = [...text.matchAll(/execute-api\.[^"]*?(amazonaws\.com(\.cn)?)/g)].map((match) => match[1]);
    expect(suffixes.filter((each) => each !== urlSuffix)).toEqual([]);
  });
});

/** Reasons of cdk-nag have words, not ARNs that are deployed. */
function withoutMetadata(resources: Readonly<Record<string, object>>): object[] {
  return Object.values(resources).map((resource) => ({ ...resource, Metadata: undefined }));
}

interface TemplateFile {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;
}

/** The templates of an app, those of its stages and nested stacks as well. */
function templatesBelow(directory: string): TemplateFile[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const templates = files.filter((file) => file.endsWith('.template.json'));
  return templates.map((file) => JSON.parse(readFileSync(path.join(directory, file), 'utf8')));
}

test("APIs of a stack, of nested stacks and of several stacks do not get in each other's way", () => {
  const app = new App();
  const stacks = ['One', 'Two'].map((id) => new Stack(app, id));
  const staged = ['Beta', 'Prod'].map((id) => new Stack(new Stage(app, id), 'One'));
  const nested = [...stacks, ...staged].flatMap((stack) => {
    for (const id of ['Api', 'Other']) wholeApi(stack, id);
    return ['Left', 'Right'].map((id) => new NestedStack(stack, id));
  });
  for (const stack of nested) wholeApi(stack, 'Api');
  const resources = templatesBelow(app.synth().directory).flatMap(({ Resources }) => Object.values(Resources));
  const nameOf = (type: string) =>
    resources.filter(({ Type }) => Type === type).map(({ Properties }) => (Properties as { Name?: string }).Name);
  const names = nameOf('AWS::ApiGateway::RestApi');
  expect(names).toHaveLength(16);
  expect(new Set(names).size).toBe(16);
  expect(names).toEqual(expect.arrayContaining(['One-Api', 'Beta-One-Api', 'One-Left-Api', 'One-Right-Api']));
  // Names that nobody gives are made by CloudFormation, which makes them unique.
  for (const type of ['AWS::WAFv2::WebACL', 'AWS::WAFv2::IPSet', 'AWS::Logs::LogGroup', 'AWS::IAM::Role']) {
    expect(nameOf(type).every((name) => name === undefined)).toBe(true);
  }
  expect(resources.filter(({ Type }) => Type === 'AWS::ApiGateway::Account')).toHaveLength(4);
});

test('an API over one function is at most 12 resources besides the function and its role', () => {
  const stack = new Stack();
  const fn = new LambdaFunction(stack, 'Fn', {
    ...{ runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler = 1') },
  });
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`op${index}`, `get /things/t${index}`]));
  const setup = { integration: Integrations.lambda(fn), authorizer: Authorizers.none() };
  new TypeSafeRestApi(stack, 'Api', {
    specPath: specFile(gatewayDocument(many)),
    integrations: Object.fromEntries(Object.keys(many).map((id) => [id, setup])),
    webAclOptions: { cidrAllowList: { cidrRanges: ['10.0.0.0/8', '2001:db8::/32'] } },
  });
  const template = Template.fromStack(stack);
  expect(Object.keys(template.toJSON().Resources).length - 2).toBeLessThanOrEqual(12);
  template.resourceCountIs('AWS::Lambda::Function', 1);
});
