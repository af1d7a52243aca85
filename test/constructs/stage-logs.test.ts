import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  AccessLogFormat,
  LogGroupLogDestination,
  MethodLoggingLevel,
  type RestApiBaseProps,
} from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { App, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { AccessLogOptions, TypeSafeRestApi, TypeSafeRestApiProps } from '../../src/constructs';
import { apiOf, gatewayDocument, mock, templateOf } from './support';

const hello = gatewayDocument({ sayHello: 'get /hello' });
const integrations = { sayHello: mock };

function api(props: Partial<TypeSafeRestApiProps> = {}, stack = new Stack(new App(), 'Stack')): TypeSafeRestApi {
  return apiOf(hello, { integrations, ...props }, stack);
}

function stageOf(props: Partial<TypeSafeRestApiProps> = {}): Readonly<Record<string, unknown>> {
  const [stage] = Object.values(templateOf(api(props)).findResources('AWS::ApiGateway::Stage'));
  return stage?.Properties;
}

/** The settings of all methods by default, as the template has them. */
const defaultSettings = {
  HttpMethod: '*',
  ResourcePath: '/*',
  LoggingLevel: 'ERROR',
  DataTraceEnabled: false,
  MetricsEnabled: true,
  ThrottlingRateLimit: 1000,
  ThrottlingBurstLimit: 500,
};

describe('the stage', () => {
  test('logs errors without data, measures, traces and limits by default', () => {
    expect(stageOf()).toMatchObject({ StageName: 'prod', TracingEnabled: true, MethodSettings: [defaultSettings] });
  });

  test('has the options of the user over the defaults', () => {
    const deployOptions = { stageName: 'dev', throttlingRateLimit: 10, tracingEnabled: false, loggingLevel: undefined };
    const stage = stageOf({ deployOptions });
    expect(stage).toMatchObject({
      StageName: 'dev',
      TracingEnabled: false,
      MethodSettings: [{ ...defaultSettings, ThrottlingRateLimit: 10 }],
    });
    expect(stage.AccessLogSetting).toBeDefined();
  });

  test('lets single methods differ in what they say, and in nothing else', () => {
    const methodOptions = { '/hello/GET': { throttlingRateLimit: 5, metricsEnabled: false } };
    expect(stageOf({ deployOptions: { methodOptions } })).toMatchObject({
      MethodSettings: [
        defaultSettings,
        {
          ...defaultSettings,
          ...{ HttpMethod: 'GET', ResourcePath: '/~1hello', ThrottlingRateLimit: 5, MetricsEnabled: false },
        },
      ],
    });
  });

  test('is not there with `deploy: false`, nor anything for it', () => {
    const { Resources } = templateOf(api({ deploy: false })).toJSON();
    expect(Object.values(Resources).map((each) => (each as { Type: string }).Type)).toEqual([
      'AWS::ApiGateway::RestApi',
    ]);
  });

  test.each([
    ['accessLogOptions', { accessLogOptions: {} }],
    ['webAclOptions', { webAclOptions: {} }],
  ])('cannot have %s where it is not there', (name, props) => {
    expect(() => api({ deploy: false, ...props })).toThrow(
      `'${name}' are about the stage of the API, and with 'deploy: false' there is none; remove one of them [at Stack/Api]`,
    );
  });
});

describe('the access log', () => {
  test('is JSON, kept for a month in a log group that outlives the stack', () => {
    const made = api();
    const template = templateOf(made);
    template.hasResource('AWS::Logs::LogGroup', { Properties: { RetentionInDays: 30 }, DeletionPolicy: 'Retain' });
    expect(made.accessLogGroup).toBeInstanceOf(LogGroup);
    const { Format, DestinationArn } = stageOf().AccessLogSetting as { Format: string; DestinationArn: unknown };
    expect(DestinationArn).toEqual({ 'Fn::GetAtt': [expect.stringContaining('AccessLogs'), 'Arn'] });
    expect(JSON.parse(Format)).toMatchObject({
      requestId: '$context.requestId',
      extendedRequestId: '$context.extendedRequestId',
      ip: '$context.identity.sourceIp',
      status: '$context.status',
      error: '$context.error.message',
      webAcl: '$context.wafResponseCode',
    });
  });

  test('has the options of the user', () => {
    const accessLogOptions = {
      ...{ retention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.DESTROY, format: AccessLogFormat.clf() },
    };
    const template = templateOf(api({ accessLogOptions }));
    template.hasResource('AWS::Logs::LogGroup', { Properties: { RetentionInDays: 365 }, DeletionPolicy: 'Delete' });
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      AccessLogSetting: { Format: AccessLogFormat.clf().toString() },
    });
  });

  test('goes to a log group of the user', () => {
    const stack = new Stack(new App(), 'Stack');
    const logGroup = new LogGroup(stack, 'Mine');
    const made = api({ accessLogOptions: { logGroup } }, stack);
    expect(made.accessLogGroup).toBe(logGroup);
    templateOf(made).resourceCountIs('AWS::Logs::LogGroup', 1);
  });

  test('goes to another destination, as JSON too', () => {
    const stack = new Stack(new App(), 'Stack');
    const accessLogDestination = new LogGroupLogDestination(new LogGroup(stack, 'Mine'));
    const made = api({ deployOptions: { accessLogDestination } }, stack);
    expect(made.accessLogGroup).toBeUndefined();
    const template = templateOf(made);
    template.resourceCountIs('AWS::Logs::LogGroup', 1);
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      AccessLogSetting: { Format: Match.stringLikeRegexp('extendedRequestId') },
    });
  });

  test('can be turned off', () => {
    const made = api({ accessLogOptions: { disable: true } });
    expect(made.accessLogGroup).toBeUndefined();
    templateOf(made).resourceCountIs('AWS::Logs::LogGroup', 0);
    expect(stageOf({ accessLogOptions: { disable: true } }).AccessLogSetting).toBeUndefined();
  });

  const stack = new Stack();
  const logGroup = new LogGroup(stack, 'Mine');
  const accessLogDestination = new LogGroupLogDestination(logGroup);
  const format = AccessLogFormat.clf();
  test.each<[string, AccessLogOptions, RestApiBaseProps['deployOptions'], string]>([
    [
      'a retention',
      { logGroup, retention: 7 },
      {},
      "to which 'retention' and 'removalPolicy' do not apply; set them on",
    ],
    ['a group', { logGroup }, { accessLogDestination }, 'both say where the access log goes; use one of them'],
    ['no log', { disable: true }, { accessLogDestination }, 'both say where the access log goes; use one of them'],
    ['a format', { format }, { accessLogFormat: format }, 'both say what is in the access log; use one of them'],
  ])('says %s once', (_, accessLogOptions, deployOptions, message) => {
    expect(() => api({ accessLogOptions, deployOptions })).toThrow(message);
  });
});

describe('the role by which API Gateway writes logs', () => {
  const account = 'AWS::ApiGateway::Account';

  test('is there before the stage, and outlives the stack', () => {
    const template = templateOf(api());
    const [[id = '', resource] = []] = Object.entries(template.findResources(account));
    expect(resource).toMatchObject({ DeletionPolicy: 'Retain' });
    template.hasResource('AWS::ApiGateway::Stage', { DependsOn: Match.arrayWith([id]) });
    template.hasResource('AWS::IAM::Role', {
      DeletionPolicy: 'Retain',
      Properties: { ManagedPolicyArns: [{ 'Fn::Join': Match.anyValue() }] },
    });
  });

  test('is shared by the APIs of a stack and of its nested stacks', () => {
    const stack = new Stack(new App(), 'Stack');
    api({}, stack);
    const nested = new NestedStack(stack, 'Nested');
    api({}, nested);
    const template = Template.fromStack(stack);
    template.resourceCountIs(account, 1);
    Template.fromStack(nested).resourceCountIs(account, 0);
    template.hasResource('AWS::CloudFormation::Stack', {
      DependsOn: Match.arrayWith(Object.keys(template.findResources(account))),
    });
  });

  test('is in each stack of an app', () => {
    const app = new App();
    const stacks = ['One', 'Two'].map((id) => new Stack(app, id));
    for (const stack of stacks) api({}, stack);
    for (const stack of stacks) Template.fromStack(stack).resourceCountIs(account, 1);
  });

  test.each<[string, Partial<TypeSafeRestApiProps>, number]>([
    ['is not there when the app says so', { cloudWatchRole: false }, 0],
    [
      'is not there when nothing is logged',
      { accessLogOptions: { disable: true }, deployOptions: { loggingLevel: MethodLoggingLevel.OFF } },
      0,
    ],
    [
      'is there when one method is logged',
      {
        accessLogOptions: { disable: true },
        deployOptions: {
          loggingLevel: MethodLoggingLevel.OFF,
          methodOptions: { '/hello/GET': { loggingLevel: MethodLoggingLevel.INFO } },
        },
      },
      1,
    ],
    ['is there without a stage when the app asks for it', { deploy: false, cloudWatchRole: true }, 1],
  ])('%s', (_, props, count) => {
    templateOf(api(props)).resourceCountIs(account, count);
  });

  test('is removed with the stack when the app says so', () => {
    const template = templateOf(api({ cloudWatchRoleRemovalPolicy: RemovalPolicy.DESTROY }));
    template.hasResource(account, { DeletionPolicy: 'Delete' });
  });

  test('is not removed and kept at once', () => {
    const stack = new Stack(new App(), 'Stack');
    api({ cloudWatchRoleRemovalPolicy: RemovalPolicy.DESTROY }, stack);
    const nested = new NestedStack(stack, 'Nested');
    expect(() => api({ cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN }, nested)).toThrow(
      "'cloudWatchRoleRemovalPolicy' is 'retain', and another API of the stack, with which this one shares the role, says 'destroy'; set the same for both [at Stack/Nested/Api]",
    );
  });

  test('has no removal policy when it is not there', () => {
    const props = { cloudWatchRole: false, cloudWatchRoleRemovalPolicy: RemovalPolicy.DESTROY };
    expect(() => api(props)).toThrow("and 'cloudWatchRole' is false, so there is no role that it could apply to");
  });
});
