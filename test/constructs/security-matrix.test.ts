import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { ApiKeySourceType } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  type Authorizer,
  Authorizers,
  CustomAuthorizerType,
  type TypeSafeApiKeyOptions,
  type TypeSafeApiOperationOptions,
} from '../../src/constructs';
import type { Json, JsonObject } from '../../src/shared/json';
import { derive, documentOf } from '../openapi/gateway/derive';
import { apiOf, bodyOf, mock } from './support';

const inHeader = { type: 'apiKey', in: 'header', name: 'Authorization' };
const securitySchemes: JsonObject = {
  guard: { ...inHeader, 'x-amazon-apigateway-authtype': 'custom' },
  complete: {
    ...inHeader,
    'x-amazon-apigateway-authtype': 'Corporate',
    'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: 'arn:aws:apigateway:…:guard/invocations' },
  },
  sigv4: { ...inHeader, 'x-amazon-apigateway-authtype': 'awsSigv4' },
  users: { ...inHeader, 'x-amazon-apigateway-authtype': 'cognito_user_pools' },
  key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
  bearer: { type: 'http', scheme: 'bearer' },
  oauth: { type: 'oauth2', flows: {} },
};

/** What the model may say about an operation. */
const models = {
  nothing: undefined,
  '[]': [],
  '[{}]': [{}],
  guard: [{ guard: [] }],
  complete: [{ complete: [] }],
  sigv4: [{ sigv4: [] }],
  users: [{ users: [] }],
  'users read': [{ users: ['read'] }],
  key: [{ key: [] }],
  'key and guard': [{ key: [], guard: [] }],
  'key and bearer': [{ key: [], bearer: [] }],
  bearer: [{ bearer: [] }],
  'oauth read': [{ oauth: ['read'] }],
  'oauth read and write': [{ oauth: ['read', 'write'] }],
  'sigv4 or users': [{ sigv4: [] }, { users: [] }],
  'sigv4 and users': [{ sigv4: [], users: [] }],
  'sigv4 or bearer': [{ sigv4: [] }, { bearer: [] }],
  'key or sigv4': [{ key: [] }, { sigv4: [] }],
  'sigv4 and bearer': [{ sigv4: [], bearer: [] }],
  'read or write': [{ oauth: ['read'] }, { oauth: ['write'] }],
  'bearer or {}': [{ bearer: [] }, {}],
  'guard or {}': [{ guard: [] }, {}],
} satisfies Record<string, Json | undefined>;

/** What the app may say: own is for the operation, default for the API. */
type Said = 'nothing' | `${'default' | 'own'} ${'none' | 'iam' | 'guard' | 'other' | 'users' | 'users read' | 'asked'}`;

interface Outcome {
  readonly security?: Json;
  /** The operation says that nobody is asked. */
  readonly open: boolean;
  readonly warnings: readonly string[];
}

function authorizer(name: string, stack: Stack): Authorizer {
  const make: Record<string, () => Authorizer> = {
    none: () => Authorizers.none(),
    iam: () => Authorizers.iam(),
    guard: () => Authorizers.custom({ authorizerId: 'guard', function: functionIn(stack) }),
    other: () => Authorizers.custom({ authorizerId: 'other', function: functionIn(stack) }),
    users: () => users(stack),
    'users read': () => users(stack).withScopes('read'),
    asked: () =>
      Authorizers.custom({
        ...{ authorizerId: 'asked', function: functionIn(stack), type: CustomAuthorizerType.REQUEST },
        ...{ identitySource: '', authorizerResultTtlInSeconds: 0 },
      }),
  };
  const made = make[name]?.();
  if (made === undefined) throw new Error(`there is no authorizer ${name}`);
  return made;
}

function users(stack: Stack) {
  return Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, 'Users')] });
}

function functionIn(stack: Stack): LambdaFunction {
  const code = Code.fromInline('exports.handler = 1');
  return new LambdaFunction(stack, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });
}

/** What becomes of an operation. */
function outcomeOf(
  own: Json | undefined,
  root: Json | undefined,
  said: Said,
  options?: TypeSafeApiOperationOptions,
  apiKeyOptions?: TypeSafeApiKeyOptions,
): Outcome {
  const operation = own === undefined ? {} : { security: own };
  const rest = { components: { securitySchemes }, ...(root === undefined ? {} : { security: root }) };
  const { document } = derive(documentOf('/op', 'get', operation, rest));
  const stack = new Stack(new App(), 'Stack');
  const [place, ...names] = said.split(' ');
  const named = names.length > 0 ? authorizer(names.join(' '), stack) : undefined;
  const setup = { ...mock, options, authorizer: place === 'own' ? named : undefined };
  const defaultAuthorizer = place === 'default' ? named : undefined;
  const api = apiOf(document, { defaultAuthorizer, apiKeyOptions, integrations: { op: setup } }, stack);
  const found = bodyOf(api).paths['/op']?.get;
  const warnings = Annotations.fromStack(stack).findWarning('/Stack/Api', Match.stringLikeRegexp('.*'));
  return {
    security: found?.security as Json,
    open: found?.['x-amazon-apigateway-auth'] !== undefined,
    warnings: warnings.map(({ entry }) => /type-safe-api-project:([\w-]+)/.exec(String(entry.data))?.[1] ?? ''),
  };
}

const key = { api_key: [] };
const iam = { 'aws.auth.sigv4': [] };
const guard = { guard: [] };

/** Public, because somebody said so. */
const open: Outcome = { security: [], open: true, warnings: [] };
/** Public, and nobody said so. */
const warned: Outcome = { security: undefined, open: false, warnings: ['unsecured'] };
const secured = (requirement: JsonObject, ...warnings: string[]): Outcome => ({
  security: [requirement],
  open: false,
  warnings,
});
const partly = 'partly-secured';
const clash = /the model secures it by '.*' \(.*\) and the app by (the default|its) authorizer '.*' \(.*\); (give|use)/;
const choose = /the model lets callers choose between .*, and a method of API Gateway has one authorizer; give/;
const public_ =
  /the model lets anybody call it, by '(security: \[\]|\{\}.*)'?.*, and its authorizer '.*' does not; remove/;
const scopes = /the model asks for the scopes '.*', and (the default|its) authorizer 'users' for '.*'; leave them out/;
const unnamed = /nothing says which authorizer that is; give it an authorizer with the authorizerId '(guard|users)'/;

type Row = Partial<Record<Said, Outcome | RegExp>>;

const matrix: Record<keyof typeof models, Row> = {
  nothing: {
    nothing: warned,
    'default none': open,
    'default iam': secured(iam),
    'default guard': secured(guard),
    'default users': secured({ users: [] }),
    'own none': open,
    'own iam': secured(iam),
    'own guard': secured(guard),
    'own users read': secured({ users: ['read'] }),
  },
  '[]': {
    nothing: open,
    'default none': open,
    'default iam': open,
    'default guard': open,
    'default asked': open,
    'own none': open,
    'own iam': public_,
    'own guard': public_,
    'own asked': public_,
  },
  '[{}]': { nothing: open, 'default iam': open, 'own none': open, 'own iam': public_ },
  guard: {
    nothing: unnamed,
    'default none': unnamed,
    'default iam': clash,
    'default guard': secured(guard),
    'default other': clash,
    'own none': clash,
    'own iam': clash,
    'own guard': secured(guard),
    'own other': clash,
    'own users': clash,
  },
  complete: {
    nothing: secured({ complete: [] }),
    'default none': secured({ complete: [] }),
    'default iam': clash,
    'own none': clash,
    'own other': clash,
  },
  sigv4: {
    nothing: secured({ sigv4: [] }),
    'default none': secured({ sigv4: [] }),
    'default iam': secured(iam),
    'default guard': clash,
    'own none': clash,
    'own iam': secured(iam),
    'own guard': clash,
  },
  users: {
    nothing: unnamed,
    'default iam': clash,
    'default users': secured({ users: [] }),
    'own users': secured({ users: [] }),
    'own users read': secured({ users: ['read'] }),
    'own guard': clash,
  },
  'users read': {
    'default users': secured({ users: ['read'] }),
    'own users': secured({ users: ['read'] }),
    'own users read': secured({ users: ['read'] }),
  },
  key: {
    nothing: secured({ key: [] }),
    'default none': { security: [{ key: [] }], open: false, warnings: [] },
    'default iam': secured({ ...iam, key: [] }),
    'default guard': secured({ ...guard, key: [] }),
    'own none': { security: [{ key: [] }], open: true, warnings: [] },
    'own iam': secured({ ...iam, key: [] }),
    'own guard': secured({ ...guard, key: [] }),
  },
  'key and guard': {
    nothing: unnamed,
    'default iam': clash,
    'default guard': secured({ ...guard, key: [] }),
    'own none': clash,
    'own guard': secured({ ...guard, key: [] }),
    'own other': clash,
  },
  'key and bearer': {
    nothing: secured({ key: [] }, 'unsecured'),
    'default none': { security: [{ key: [] }], open: true, warnings: [] },
    'default guard': secured({ ...guard, key: [] }),
    'own none': { security: [{ key: [] }], open: true, warnings: [] },
  },
  bearer: {
    nothing: warned,
    'default none': open,
    'default iam': secured(iam),
    'default guard': secured(guard),
    'own none': open,
    'own iam': secured(iam),
    'own guard': secured(guard),
    'own users read': secured({ users: ['read'] }),
  },
  'oauth read': {
    nothing: warned,
    'default none': open,
    'default users': secured({ users: ['read'] }),
    'default users read': secured({ users: ['read'] }),
    'default guard': secured(guard),
    'own none': open,
    'own users': secured({ users: ['read'] }),
    'own users read': secured({ users: ['read'] }),
  },
  'oauth read and write': {
    'default users': secured({ users: ['read', 'write'] }, partly),
    'default users read': scopes,
    'own users read': scopes,
    'own guard': secured(guard),
  },
  'read or write': {
    'default users': secured({ users: ['read', 'write'] }),
    'own users read': scopes,
  },
  'sigv4 or users': {
    nothing: choose,
    'default none': choose,
    'default iam': secured(iam, partly),
    'default guard': clash,
    'own none': clash,
    'own iam': secured(iam),
    'own users': secured({ users: [] }),
    'own guard': secured(guard),
  },
  'sigv4 and users': {
    nothing: /the model asks for 'sigv4' \(IAM\) and 'users' \(Cognito\) at once, and a method of API Gateway has one/,
    'own iam': /at once, and a method of API Gateway has one authorizer; leave one/,
    'own guard': secured(guard),
  },
  'sigv4 or bearer': {
    nothing: choose,
    'default iam': secured(iam, partly),
    'default guard': secured(guard, partly),
    'own none': clash,
    'own iam': secured(iam),
    'own guard': secured(guard),
  },
  'key or sigv4': {
    nothing: choose,
    'own none': { security: [{ key: [] }], open: true, warnings: [] },
    'own iam': secured(iam),
    'own guard': secured({ ...guard, key: [] }),
  },
  'sigv4 and bearer': {
    nothing: secured({ sigv4: [] }, partly),
    'default iam': secured(iam, partly),
    'own guard': clash,
    'own none': clash,
  },
  'bearer or {}': {
    nothing: { ...open, warnings: [partly] },
    'default none': open,
    'default iam': { ...open, warnings: [partly] },
    'default asked': secured({ asked: [] }),
    'own none': open,
    'own iam': public_,
    'own guard': public_,
    'own asked': secured({ asked: [] }),
  },
  'guard or {}': {
    nothing: { ...open, warnings: [partly] },
    'default guard': { ...open, warnings: [partly] },
    'own none': open,
    'own guard': public_,
    'own asked': clash,
  },
};

const cells = Object.entries(matrix).flatMap(([model, row]) =>
  Object.entries(row).map(([said, outcome]) => [model as keyof typeof models, said as Said, outcome] as const),
);

function expectOutcome(run: () => Outcome, outcome: Outcome | RegExp): void {
  if (outcome instanceof RegExp) expect(run).toThrow(outcome);
  else expect(run()).toEqual(outcome);
}

test.each(cells)('an operation whose model says %s and whose app says %s', (model, said, outcome) => {
  expectOutcome(() => outcomeOf(models[model], undefined, said), outcome);
});

// Requirements of the whole model are those of its operations, but a list that is empty makes no operation public by name.
test.each(cells.filter(([model]) => !['nothing', '[]'].includes(model)))(
  'a model that says %s for all its operations and an app that says %s',
  (model, said, outcome) => {
    expectOutcome(() => outcomeOf(undefined, models[model], said), outcome);
  },
);

test.each(cells.filter(([model]) => ['[]', '[{}]', 'guard', 'key', 'bearer or {}'].includes(model)))(
  'an operation whose model says %s, unlike the whole model, and whose app says %s',
  (model, said, outcome) => {
    expectOutcome(() => outcomeOf(models[model], [{ complete: [] }, { bearer: [] }], said), outcome);
  },
);

test('an empty list for the whole model says nothing about an operation', () => {
  expect(outcomeOf(undefined, [], 'nothing')).toEqual(warned);
});

describe('API keys', () => {
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
