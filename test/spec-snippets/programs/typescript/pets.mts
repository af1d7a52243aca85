// biome-ignore-all lint/correctness/noUnusedVariables: the snippets use them
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { type App, Stack } from 'aws-cdk-lib/core';
import {
  Api,
  type ApiGatewayIntegration,
  Authorizers,
  CreatePetFunction,
  ErrorIntegrationResponses,
  Integration,
  type IntegrationGrantProps,
  type IntegrationRenderProps,
  Integrations,
  MockIntegrations,
} from 'pets-typescript-infra';

const handler = 'index.handler';
const runtime = Runtime.NODEJS_22_X;
const code = Code.fromInline('exports.handler = async () => ({ statusCode: 200 })');

class Lambda extends Stack {
  constructor(scope: App) {
    super(scope, 'Lambda');
    const yourLambdaFunction = new LambdaFunction(this, 'Function', { runtime, handler, code });
    const integration = snippet('lambda');
    new Api(this, 'Api', { integrations: MockIntegrations.mockAll({ getPet: { integration } }) });
  }
}

class S3Default extends Stack {
  constructor(scope: App) {
    super(scope, 'S3Default');
    const yourS3Bucket = new Bucket(this, 'Bucket');
    const integration = snippet('s3-default');
    new Api(this, 'Api', { integrations: MockIntegrations.mockAll({ getPet: { integration } }) });
  }
}

class S3Customised extends Stack {
  constructor(scope: App) {
    super(scope, 'S3Customised');
    const yourS3Bucket = new Bucket(this, 'Bucket');
    const integration = snippet('s3-customised');
    new Api(this, 'Api', { integrations: MockIntegrations.mockAll({ deletePet: { integration } }) });
  }
}

class ErrorsCatchAll extends Stack {
  constructor(scope: App) {
    super(scope, 'ErrorsCatchAll');
    const bucket = new Bucket(this, 'Bucket');
    const errorIntegrationResponse = snippet('errors-catch-all');
    const integration = Integrations.s3({ bucket, errorIntegrationResponse });
    new Api(this, 'Api', { integrations: MockIntegrations.mockAll({ getPet: { integration } }) });
  }
}

class ErrorsNone extends Stack {
  constructor(scope: App) {
    super(scope, 'ErrorsNone');
    const bucket = new Bucket(this, 'Bucket');
    const errorIntegrationResponse = snippet('errors-none');
    const integration = Integrations.s3({ bucket, errorIntegrationResponse });
    new Api(this, 'Api', { integrations: MockIntegrations.mockAll({ getPet: { integration } }) });
  }
}

class ErrorsCustom extends Stack {
  constructor(scope: App) {
    super(scope, 'ErrorsCustom');
    const bucket = new Bucket(this, 'Bucket');
    const responses = {
      '404': { statusCode: '404', responseTemplates: { 'application/json': '{"message": "No such pet"}' } },
      '5\\d{2}': { statusCode: '503', responseParameters: { 'method.response.header.Content-Type': "'text/plain'" } },
    };
    const errorIntegrationResponse = snippet('errors-custom', { responses });
    const integration = Integrations.s3({ bucket, errorIntegrationResponse });
    new Api(this, 'Api', { integrations: MockIntegrations.mockAll({ getPet: { integration } }) });
  }
}

class MocksOfTheModel extends Stack {
  constructor(scope: App) {
    super(scope, 'MocksOfTheModel');
    new Api(this, 'Successes', { integrations: MockIntegrations.mockAll() });
    new Api(this, 'Failures', {
      integrations: {
        listPets: { integration: MockIntegrations.listPetsDefault(500) },
        createPet: { integration: MockIntegrations.createPet4XX(409) },
        getPet: { integration: MockIntegrations.getPet404() },
        deletePet: { integration: MockIntegrations.deletePet204() },
      },
    });
    new Api(this, 'Bodies', {
      integrations: {
        listPets: { integration: MockIntegrations.listPets200([{ kind: 'cat', name: 'Tom' }]) },
        createPet: { integration: MockIntegrations.createPet201({ name: 'Tom' }) },
        getPet: { integration: MockIntegrations.getPet503({ message: 'Out for a walk' }) },
        deletePet: { integration: MockIntegrations.deletePet204() },
      },
    });
  }
}

class MocksOfOthers extends Stack {
  constructor(scope: App) {
    super(scope, 'MocksOfOthers');
    const integration = Integrations.mock({ statusCode: 418, body: 'short and stout', mediaType: 'text/plain' });
    new Api(this, 'Api', { integrations: MockIntegrations.mockAll({ getPet: { integration } }) });
  }
}

class LinkIntegration extends Integration {
  constructor(private readonly yourLambdaFunction: LambdaFunction) {
    super();
  }

  public render({ operationId, method, path }: IntegrationRenderProps): ApiGatewayIntegration {
    return {
      type: 'HTTP_PROXY',
      connectionType: 'VPC_LINK',
      connectionId: 'link-id',
      httpMethod: method.toUpperCase(),
      uri: `http://pets.internal${path}`,
      requestParameters: {
        'integration.request.header.x-operation': `'${operationId}'`,
        'integration.request.path.petId': 'method.request.path.petId',
      },
    };
  }

  public override grant({ api, operationId, method }: IntegrationGrantProps): void {
    this.yourLambdaFunction.addEnvironment(operationId, api.arnForExecuteApi(method.toUpperCase()));
  }
}

class CustomIntegration extends Stack {
  constructor(scope: App) {
    super(scope, 'CustomIntegration');
    const yourLambdaFunction = new LambdaFunction(this, 'Function', { runtime, handler, code });
    const integration = new LinkIntegration(yourLambdaFunction);
    new Api(this, 'Api', { integrations: MockIntegrations.mockAll({ getPet: { integration } }) });
  }
}

class SameApp extends Stack {
  constructor(scope: App) {
    super(scope, 'SameApp');
    const users = Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(this, 'Users')] });
    const guard = new LambdaFunction(this, 'Guard', { runtime, handler, code });
    const bucket = new Bucket(this, 'Bucket');
    new Api(this, 'Api', {
      defaultAuthorizer: users,
      corsOptions: { allowOrigins: ['https://example.com', 'https://example.org'], allowHeaders: ['x-trace'] },
      integrations: {
        createPet: {
          integration: Integrations.lambda(new CreatePetFunction(this, 'CreatePet', { code })),
          authorizer: Authorizers.custom({ authorizerId: 'guard', function: guard, authorizerResultTtlInSeconds: 60 }),
        },
        listPets: { integration: MockIntegrations.listPets200(), authorizer: Authorizers.none() },
        getPet: {
          integration: Integrations.s3({
            bucket,
            errorIntegrationResponse: ErrorIntegrationResponses.custom({
              responses: {
                '5\\d{2}': { statusCode: '503' },
                '40[34]': { statusCode: '404' },
                '4[1-9]\\d': { statusCode: '404' },
              },
            }),
          }),
          authorizer: users.withScopes('pets/read'),
        },
        deletePet: {
          integration: Integrations.s3({
            bucket,
            method: 'delete',
            path: 'my-pets/{petId}/details.json',
            successResponseStatusCode: 204,
          }),
          authorizer: Authorizers.iam(),
          options: { apiKeyRequired: true },
        },
      },
    });
  }
}

export const pets = [
  Lambda,
  S3Default,
  S3Customised,
  ErrorsCatchAll,
  ErrorsNone,
  ErrorsCustom,
  MocksOfTheModel,
  MocksOfOthers,
  CustomIntegration,
  SameApp,
];
