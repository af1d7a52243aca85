import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Alias, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack } from 'aws-cdk-lib/core';
import { Authorizers, Integrations, type TypeSafeApiIntegration, TypeSafeRestApi } from '../../src/constructs';
import type { Body } from '../spec-snippets/support/outcome';
import { account, region, type Template } from './resolved-bodies';
import { gatewayDocument, specFile } from './support';

/** The template of an API whose document is deployed from S3, and that document as it is imported. */
export function largeApp(): { readonly template: Template; readonly document: Body } {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'large', { env: { account, region } });
  createApi(stack);
  const assembly = app.synth();
  const template = assembly.getStackArtifact(stack.artifactId).template as Template;
  const [api] = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::ApiGateway::RestApi');
  const { Key } = (api?.Properties?.BodyS3Location ?? { Key: '' }) as { readonly Key: string };
  const text = readFileSync(path.join(assembly.directory, `asset.${Key}`), 'utf8');
  return { template, document: JSON.parse(text) };
}

function createApi(stack: Stack): void {
  const code = { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler = 1') };
  const router = new LambdaFunction(stack, 'Router', code);
  const live = new Alias(stack, 'Live', { aliasName: 'live', version: router.currentVersion });
  const guard = new LambdaFunction(stack, 'Guard', { ...code, functionName: 'guard' });
  const large = { integration: Integrations.mock({ statusCode: 200, body: 'x'.repeat(150_000) }) };
  const operations: Record<string, [string, TypeSafeApiIntegration]> = {
    one: ['get /one', large],
    two: ['get /two', large],
    three: ['get /three', large],
    object: ['get /objects/{id}', { integration: Integrations.s3({ bucket: new Bucket(stack, 'Bucket') }) }],
    alias: ['get /alias', { integration: Integrations.lambda(live) }],
    version: ['get /version', { integration: Integrations.lambda(router.currentVersion) }],
    guarded: [
      'get /guarded',
      {
        integration: Integrations.lambda(router),
        authorizer: Authorizers.custom({ authorizerId: 'guard', function: guard }),
      },
    ],
  };
  const entries = Object.entries(operations);
  new TypeSafeRestApi(stack, 'Api', {
    specPath: specFile(gatewayDocument(Object.fromEntries(entries.map(([id, [route]]) => [id, route])))),
    integrations: Object.fromEntries(entries.map(([id, [, integration]]) => [id, integration])),
    defaultAuthorizer: Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, 'Users')] }),
  });
}
