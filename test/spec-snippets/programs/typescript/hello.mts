// biome-ignore-all lint/correctness/noUnusedImports: the snippets use them
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type App, Stack } from 'aws-cdk-lib/core';
import { Api, Integrations } from 'hello-typescript-infra';

class EveryOperation extends Stack {
  constructor(scope: App) {
    super(scope, 'EveryOperation');
    const yourLambdaFunction = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
    });
    snippet('every-operation', yourLambdaFunction);
  }
}

class MissingOperation extends Stack {
  constructor(scope: App) {
    super(scope, 'MissingOperation');
    // What code without types can do.
    new Api(this, 'Api', { integrations: {} as never });
  }
}

export const hello = [EveryOperation, MissingOperation];
