// As 'aws-cdk-lib', but the compiler need not read the types of every AWS service.
import { App, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Api, Authorizers, GetPetFunction, Integrations, ListPetsFunction, SayHelloFunction } from 'pets-typescript-infra';

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
        // Functions are constructs in the language of the app, whatever their handlers are written in.
        listPets: { integration: Integrations.lambda(new ListPetsFunction(this, 'ListPets')) },
        getPet: { integration: Integrations.lambda(new GetPetFunction(this, 'GetPet')) },
      },
    });
  }
}

new ApiStack(new App(), 'Pets');
