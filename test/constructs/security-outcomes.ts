import type { CfnRestApi } from 'aws-cdk-lib/aws-apigateway';
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
import { apiOf, type BodyDocument, mock } from './support';

const inHeader = { type: 'apiKey', in: 'header', name: 'Authorization' };
export const securitySchemes: JsonObject = {
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

function byName<Name extends string>(requirements: Readonly<Record<Name, Json | undefined>>) {
  return requirements;
}

/** What the model may say about an operation. */
export const models = byName({
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
});

/** What the app may say: own is for the operation, default for the API. */
export type Said =
  | 'nothing'
  | `${'default' | 'own'} ${'none' | 'iam' | 'guard' | 'other' | 'users' | 'users read' | 'asked'}`;

export interface Outcome {
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
export function outcomeOf(
  own: Json | undefined,
  root: Json | undefined,
  said: Said,
  options?: TypeSafeApiOperationOptions,
  apiKeyOptions?: TypeSafeApiKeyOptions,
): Outcome {
  const operation: JsonObject = own === undefined ? {} : { security: own };
  const rest = { components: { securitySchemes }, ...(root === undefined ? {} : { security: root }) };
  const { document } = derive(documentOf('/op', 'get', operation, rest));
  const stack = new Stack(new App(), 'Stack');
  const [place, ...names] = said.split(' ');
  const named = names.length > 0 ? authorizer(names.join(' '), stack) : undefined;
  const setup = { ...mock, options, authorizer: place === 'own' ? named : undefined };
  const defaultAuthorizer = place === 'default' ? named : undefined;
  const api = apiOf(document, { defaultAuthorizer, apiKeyOptions, integrations: { op: setup } }, stack);
  // As in the template, without the seconds that synthesizing an app for every cell takes.
  const { body } = api.api.node.defaultChild as CfnRestApi;
  const found = (stack.resolve(body) as BodyDocument).paths['/op']?.get;
  const warnings = api.node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
  return {
    security: found?.security as Json,
    open: found?.['x-amazon-apigateway-auth'] !== undefined,
    warnings: warnings.map(({ data }) => /type-safe-api-project:([\w-]+)/.exec(String(data))?.[1] ?? ''),
  };
}

export const key = { api_key: [] };
export const iam = { 'aws.auth.sigv4': [] };
export const guard = { guard: [] };

/** Public, because somebody said so. */
export const open: Outcome = { security: [], open: true, warnings: [] };
/** Public, and nobody said so. */
export const warned: Outcome = { security: undefined, open: false, warnings: ['unsecured'] };
export const secured = (requirement: JsonObject, ...warnings: string[]): Outcome => ({
  security: [requirement],
  open: false,
  warnings,
});
/** A contradiction is an error, anything else has an outcome. */
export function expectOutcome(run: () => Outcome, outcome: Outcome | RegExp): void {
  if (outcome instanceof RegExp) expect(run).toThrow(outcome);
  else expect(run()).toEqual(outcome);
}
