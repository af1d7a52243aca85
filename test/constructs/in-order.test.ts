import { type ApiGatewayIntegration, Integration, Integrations } from '../../src/constructs';
import { apiOf, bodyOf, gatewayDocument, templateOf } from './support';

class FixedIntegration extends Integration {
  constructor(private readonly rendered: ApiGatewayIntegration) {
    super();
  }

  public render(): ApiGatewayIntegration {
    return this.rendered;
  }
}

const documentOf = (integration: Integration) =>
  JSON.stringify(
    bodyOf(apiOf(gatewayDocument({ getPet: 'get /pets/{petId}' }), { integrations: { getPet: { integration } } })),
  );

test('the order in which an integration is written does not show in the document', () => {
  const type = 'HTTP';
  const requestParameters = { 'integration.request.header.a': "'1'", 'integration.request.header.b': "'2'" };
  const reversed = { 'integration.request.header.b': "'2'", 'integration.request.header.a': "'1'" };
  const responses = { '5\\d{2}': { statusCode: '500' }, default: { statusCode: '200' } };
  const otherwise = { default: { statusCode: '200' }, '5\\d{2}': { statusCode: '500' } };
  const one = documentOf(new FixedIntegration({ type, httpMethod: 'GET', requestParameters, responses }));
  const other = documentOf(
    new FixedIntegration({ responses: otherwise, requestParameters: reversed, httpMethod: 'GET', type }),
  );
  expect(other).toBe(one);
});

test('nor does it make another deployment', () => {
  const deploymentOf = (headers: { [name: string]: string }) => {
    const integration = Integrations.mock({ statusCode: 200, headers });
    const api = apiOf(gatewayDocument({ getPet: 'get /pet' }), { integrations: { getPet: { integration } } });
    return Object.keys(templateOf(api).findResources('AWS::ApiGateway::Deployment'));
  };
  expect(deploymentOf({ b: '2', a: '1' })).toEqual(deploymentOf({ a: '1', b: '2' }));
});
