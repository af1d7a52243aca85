import { Match } from 'aws-cdk-lib/assertions';
import { ApiKey, ApiKeySourceType, MethodLoggingLevel } from 'aws-cdk-lib/aws-apigateway';
import type { TypeSafeApiOperationOptions, TypeSafeRestApiProps } from '../../src/constructs';
import {
  expectOutcome,
  guard,
  iam,
  key,
  models,
  type Outcome,
  open,
  outcomeOf,
  type Said,
  secured,
  warned,
} from './security-outcomes';
import { apiOf, bodyOf, gatewayDocument, mock, templateOf } from './support';

describe('operations', () => {
  const contradiction =
    /the model (asks for the API key 'key', and the app says 'apiKeyRequired: false'|lets anybody call it, by '.*' in it, and the app says 'apiKeyRequired: true'); remove one/;
  test.each<[keyof typeof models, Said, boolean, Outcome | RegExp]>([
    ['nothing', 'nothing', true, secured(key)],
    ['nothing', 'nothing', false, warned],
    ['nothing', 'default none', true, { security: [key], open: true, warnings: [] }],
    ['nothing', 'own none', true, { security: [key], open: true, warnings: [] }],
    ['nothing', 'default iam', true, secured({ ...iam, ...key })],
    ['nothing', 'default iam', false, secured(iam)],
    ['[]', 'nothing', true, contradiction],
    ['[]', 'nothing', false, open],
    ['[{}]', 'own none', true, contradiction],
    ['complete', 'nothing', true, secured({ complete: [], ...key })],
    ['complete', 'nothing', false, secured({ complete: [] })],
    ['sigv4', 'nothing', true, secured({ sigv4: [], ...key })],
    ['guard', 'own guard', true, secured({ ...guard, ...key })],
    ['key', 'nothing', true, secured({ key: [] })],
    ['key', 'nothing', false, contradiction],
    ['key', 'own iam', true, secured({ ...iam, key: [] })],
    ['key', 'own iam', false, contradiction],
    ['key and guard', 'own guard', false, contradiction],
    ['key and bearer', 'nothing', true, secured({ key: [] }, 'unsecured')],
    ['bearer', 'nothing', true, secured(key, 'unsecured')],
    ['bearer', 'nothing', false, warned],
    ['bearer', 'own guard', true, secured({ ...guard, ...key })],
    ['key or sigv4', 'own iam', false, secured(iam)],
    ['key or sigv4', 'own iam', true, secured({ ...iam, ...key })],
    ['bearer or {}', 'nothing', true, contradiction],
    ['bearer or {}', 'own asked', false, secured({ asked: [] })],
  ])('where the model says %s, the app %s, and apiKeyRequired is %s', (model, said, apiKeyRequired, outcome) => {
    expectOutcome(() => outcomeOf(models[model], undefined, said, { apiKeyRequired }), outcome);
  });

  test.each<[keyof typeof models, Said, boolean | undefined, Outcome | RegExp]>([
    ['nothing', 'nothing', undefined, secured(key)],
    ['nothing', 'nothing', false, warned],
    ['nothing', 'default iam', undefined, secured({ ...iam, ...key })],
    ['nothing', 'own none', undefined, { security: [key], open: true, warnings: [] }],
    ['[]', 'nothing', undefined, open],
    ['bearer or {}', 'own none', undefined, open],
    ['key', 'own iam', undefined, secured({ ...iam, key: [] })],
    ['complete', 'nothing', undefined, secured({ complete: [], ...key })],
    ['complete', 'nothing', false, secured({ complete: [] })],
  ])(
    'needed by default, where the model says %s, the app %s, and apiKeyRequired is %s',
    (model, said, apiKeyRequired, outcome) => {
      const options = apiKeyRequired === undefined ? undefined : { apiKeyRequired };
      expectOutcome(() => outcomeOf(models[model], undefined, said, options, { requiredByDefault: true }), outcome);
    },
  );

  const noSource =
    /it needs an API key, which by 'apiKeyOptions.source' comes from a Lambda authorizer, and it has none/;
  test.each<[keyof typeof models, Said, Outcome | RegExp]>([
    ['nothing', 'own guard', secured({ ...guard, ...key })],
    ['complete', 'nothing', secured({ complete: [], ...key })],
    ['nothing', 'own iam', noSource],
    ['nothing', 'own users', noSource],
    ['nothing', 'own none', noSource],
    ['nothing', 'nothing', noSource],
    ['[]', 'nothing', open],
  ])('from the authorizer, where the model says %s and the app %s', (model, said, outcome) => {
    const apiKeyOptions = { source: ApiKeySourceType.AUTHORIZER, requiredByDefault: true };
    expectOutcome(() => outcomeOf(models[model], undefined, said, undefined, apiKeyOptions), outcome);
  });
});

test('options that say nothing of keys change nothing', () => {
  expect(outcomeOf(models.complete, undefined, 'nothing', {})).toEqual(secured({ complete: [] }));
  expect(outcomeOf(models.complete, undefined, 'nothing', { throttlingRateLimit: 1 })).toEqual(
    secured({ complete: [] }),
  );
});

describe('the document', () => {
  const hello = gatewayDocument({ sayHello: 'get /hello' });
  const sourceOf = (apiKeyOptions: TypeSafeRestApiProps['apiKeyOptions']) =>
    bodyOf(apiOf(hello, { integrations: { sayHello: mock }, apiKeyOptions }))['x-amazon-apigateway-api-key-source'];

  test('says where keys come from, if the app does', () => {
    expect(sourceOf(undefined)).toBeUndefined();
    expect(sourceOf({ requiredByDefault: true })).toBeUndefined();
    expect(sourceOf({ source: ApiKeySourceType.HEADER })).toBe('HEADER');
    expect(sourceOf({ source: ApiKeySourceType.AUTHORIZER })).toBe('AUTHORIZER');
  });

  test('has one scheme for keys, and preflight requests need none', () => {
    const corsOptions = { allowOrigins: ['*'] };
    const body = bodyOf(
      apiOf(hello, { integrations: { sayHello: mock }, corsOptions, apiKeyOptions: { requiredByDefault: true } }),
    );
    expect(body.components.securitySchemes).toEqual({ api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } });
    expect(body.paths['/hello']?.get?.security).toEqual([key]);
    expect(body.paths['/hello']?.options?.security).toEqual([]);
  });
});

describe('usage plans of the CDK', () => {
  const api = apiOf(gatewayDocument({ sayHello: 'get /hello' }), {
    integrations: { sayHello: { ...mock, options: { apiKeyRequired: true } } },
  });
  const plan = api.api.addUsagePlan('Plan', {
    throttle: { rateLimit: 10, burstLimit: 2 },
    apiStages: [{ stage: api.api.deploymentStage }],
  });
  plan.addApiKey(api.api.addApiKey('Key'));
  plan.addApiKey(new ApiKey(api, 'Other', { stages: [api.api.deploymentStage] }));
  const template = templateOf(api);

  test('are for the stage', () => {
    template.hasResourceProperties('AWS::ApiGateway::UsagePlan', {
      Throttle: { RateLimit: 10, BurstLimit: 2 },
      ApiStages: [
        {
          ApiId: { Ref: Match.stringLikeRegexp('^Api') },
          Stage: { Ref: Match.stringLikeRegexp('DeploymentStage') },
        },
      ],
    });
  });

  test('have keys', () => {
    template.resourceCountIs('AWS::ApiGateway::ApiKey', 2);
    template.resourceCountIs('AWS::ApiGateway::UsagePlanKey', 2);
    template.hasResourceProperties('AWS::ApiGateway::ApiKey', {
      StageKeys: [{ RestApiId: { Ref: Match.stringLikeRegexp('^Api') }, StageName: Match.anyValue() }],
    });
  });
});

describe('throttling of single operations', () => {
  const document = gatewayDocument({ root: 'get /', getPet: 'get /pets/{petId}', files: 'put /files/{proxy+}' });

  function settingsOf(options: Record<string, TypeSafeApiOperationOptions>, props: Partial<TypeSafeRestApiProps> = {}) {
    const integrations = Object.fromEntries(
      ['root', 'getPet', 'files'].map((id) => [id, { ...mock, options: options[id] }]),
    );
    const stages = templateOf(apiOf(document, { ...props, integrations })).findResources('AWS::ApiGateway::Stage');
    const [stage] = Object.values(stages) as { Properties: { MethodSettings: Record<string, unknown>[] } }[];
    return stage?.Properties.MethodSettings.filter(({ ResourcePath }) => ResourcePath !== '/*');
  }

  test('is a setting of the stage by path and method, which has all else from the stage', () => {
    const options = {
      root: { throttlingRateLimit: 5 },
      getPet: { throttlingRateLimit: 0.5, throttlingBurstLimit: 1 },
      files: { throttlingBurstLimit: 0 },
    };
    const deployOptions = { throttlingRateLimit: 50, throttlingBurstLimit: 20, loggingLevel: MethodLoggingLevel.INFO };
    const common = { DataTraceEnabled: false, LoggingLevel: 'INFO', MetricsEnabled: true };
    expect(settingsOf(options, { deployOptions })).toEqual([
      { ...common, HttpMethod: 'GET', ResourcePath: '/', ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 },
      {
        ...common,
        ...{ HttpMethod: 'GET', ResourcePath: '/~1pets~1{petId}', ThrottlingRateLimit: 0.5, ThrottlingBurstLimit: 1 },
      },
      {
        ...common,
        ...{ HttpMethod: 'PUT', ResourcePath: '/~1files~1{proxy+}', ThrottlingRateLimit: 50, ThrottlingBurstLimit: 0 },
      },
    ]);
  });

  test('goes together with settings of methods that the stage has', () => {
    const methodOptions = { '/pets/{petId}/GET': { throttlingRateLimit: 1, metricsEnabled: false } };
    const settings = settingsOf({ getPet: { throttlingRateLimit: 2 } }, { deployOptions: { methodOptions } });
    expect(settings).toMatchObject([{ ThrottlingRateLimit: 2, MetricsEnabled: false }]);
  });

  test('is none where no operation says something', () => {
    expect(settingsOf({ getPet: { apiKeyRequired: false } })).toEqual([]);
  });

  test.each<[TypeSafeApiOperationOptions, RegExp]>([
    [
      { throttlingRateLimit: -1 },
      /operation 'getPet' \(GET \/pets\/\{petId\}\): its throttlingRateLimit is -1; use a number/,
    ],
    [{ throttlingRateLimit: Number.NaN }, /its throttlingRateLimit is NaN/],
    [{ throttlingBurstLimit: 1.5 }, /its throttlingBurstLimit is 1.5; use a whole number from 0 on/],
  ])('%j is an error', (options, message) => {
    expect(() => settingsOf({ getPet: options })).toThrow(message);
  });

  test('needs a stage', () => {
    expect(() => settingsOf({ getPet: { throttlingRateLimit: 1 } }, { deploy: false })).toThrow(
      "operation 'getPet' (GET /pets/{petId}): its throttling is a setting of the stage, and with 'deploy: false' the API has none",
    );
  });
});
