import { App, Stack } from 'aws-cdk-lib';
import {
  type ApiGatewayIntegration,
  Authorizers,
  Integration,
  type IntegrationRenderProps,
  Integrations,
  TypeSafeRestApi,
} from '../../../src/constructs';

/** An integration of the app's own. */
class HttpBin extends Integration {
  override render({ method, path }: IntegrationRenderProps): ApiGatewayIntegration {
    return { type: 'HTTP_PROXY', httpMethod: method.toUpperCase(), uri: `https://example.com${path}` };
  }
}

/** The app that is written in three languages. */
export function synthesize(specPath: string, outdir: string): void {
  const app = new App({ outdir });
  const stack = new Stack(app, 'Stack');
  new TypeSafeRestApi(stack, 'Api', {
    specPath,
    restApiName: 'smoke',
    defaultAuthorizer: Authorizers.iam(),
    integrations: {
      sayHello: {
        integration: Integrations.mock({
          statusCode: 200,
          body: '{"message":"Hello"}',
          headers: { 'x-mock': 'yes' },
        }),
        authorizer: Authorizers.none(),
      },
      forward: { integration: new HttpBin() },
    },
  });
  app.synth();
}
