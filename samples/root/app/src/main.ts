// As 'aws-cdk-lib', but the compiler need not read the types of every AWS service.
import { App, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Api, Authorizers, Integrations, MockIntegrations, SayHelloFunction } from 'pets-typescript-infra';

class ApiStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    new Api(this, 'Api', {
      // Everyone may call this API. Before it is deployed with more than a greeting: Authorizers.iam(), for example.
      defaultAuthorizer: Authorizers.none(),
      corsOptions: { allowOrigins: ['*'] },
      // One integration for each operation of the model: leave one out, and this does not compile.
      integrations: {
        sayHello: { integration: Integrations.lambda(new SayHelloFunction(this, 'SayHello')) },
        // Until there is something better, API Gateway answers with the examples of the model.
        listPets: { integration: MockIntegrations.listPets200() },
        getPet: { integration: MockIntegrations.getPet200() },
      },
    });
  }
}

new ApiStack(new App(), 'Pets');
