import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { EndpointType } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { InterfaceVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, ArnPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { App, Aws, Size, Stack } from 'aws-cdk-lib/core';
import type { TypeSafeRestApi, TypeSafeRestApiProps } from '../../src/constructs';
import { apiOf, bodyOf, gatewayDocument, mock, templateOf } from './support';

const restApi = 'AWS::ApiGateway::RestApi';

function newStack(region?: string): Stack {
  return new Stack(new App(), 'Stack', { env: { region } });
}

function api(props: Partial<TypeSafeRestApiProps> = {}, stack = newStack()): TypeSafeRestApi {
  return apiOf(gatewayDocument({ sayHello: 'get /hello' }), { integrations: { sayHello: mock }, ...props }, stack);
}

function vpcEndpoint(stack: Stack, vpcEndpointId: string) {
  return InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, vpcEndpointId, { vpcEndpointId, port: 443 });
}

const allowAll = new PolicyStatement({
  actions: ['execute-api:Invoke'],
  resources: ['execute-api:/*'],
  principals: [new AnyPrincipal()],
});

test.each<[string, Partial<TypeSafeRestApiProps>, string]>([
  ['regional unless asked otherwise', {}, 'REGIONAL'],
  ['what endpointTypes say', { endpointTypes: [EndpointType.EDGE] }, 'EDGE'],
  ['what endpointConfiguration says', { endpointConfiguration: { types: [EndpointType.EDGE] } }, 'EDGE'],
])('the endpoint is %s', (_, props, type) => {
  templateOf(api(props)).hasResourceProperties(restApi, { EndpointConfiguration: { Types: [type] } });
});

test('the endpoint is said once', () => {
  const props = { endpointTypes: [EndpointType.EDGE], endpointConfiguration: { types: [EndpointType.EDGE] } };
  expect(() => api(props)).toThrow(
    "'endpointTypes' and 'endpointConfiguration' both say what kind of endpoint the API has; use one of them [at Stack/Api]",
  );
});

test('there are no edge-optimized endpoints in China', () => {
  const props = { endpointTypes: [EndpointType.EDGE] };
  expect(() => api(props, newStack('cn-north-1'))).toThrow(
    "the API is edge-optimized, and there are no such endpoints in 'cn-north-1'; use EndpointType.REGIONAL [at Stack/Api]",
  );
});

describe('a private API', () => {
  test('lets in what comes through its VPC endpoints, and nothing else', () => {
    const stack = newStack();
    const vpcEndpoints = ['vpce-1', 'vpce-2'].map((id) => vpcEndpoint(stack, id));
    const made = api({ endpointConfiguration: { types: [EndpointType.PRIVATE], vpcEndpoints } }, stack);
    const statement = { Action: 'execute-api:Invoke', Principal: { AWS: '*' }, Resource: 'execute-api:/*' };
    templateOf(made).hasResourceProperties(restApi, {
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1', 'vpce-2'] },
      Policy: {
        Statement: [
          { ...statement, Effect: 'Allow' },
          {
            ...{ ...statement, Effect: 'Deny' },
            Condition: { StringNotEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] } },
          },
        ],
      },
    });
  });

  test('has the policy of the app, if there is one', () => {
    const stack = newStack();
    const policy = new PolicyDocument({ statements: [allowAll] });
    const vpcEndpoints = [vpcEndpoint(stack, 'vpce-1')];
    const made = api({ policy, endpointConfiguration: { types: [EndpointType.PRIVATE], vpcEndpoints } }, stack);
    templateOf(made).hasResourceProperties(restApi, { Policy: { Statement: [Match.objectLike({ Effect: 'Allow' })] } });
    expect(() => api({ policy, endpointTypes: [EndpointType.PRIVATE] })).not.toThrow();
  });

  test.each<[string, Partial<TypeSafeRestApiProps>]>([
    ['endpointTypes', { endpointTypes: [EndpointType.PRIVATE] }],
    ['endpointConfiguration', { endpointConfiguration: { types: [EndpointType.PRIVATE], vpcEndpoints: [] } }],
  ])('that nobody could call is an error, made by %s', (_, props) => {
    expect(() => api(props)).toThrow(
      "the API is private, and without a resource policy API Gateway does not deploy it; name the VPC endpoints that may call it in 'endpointConfiguration: { types: [EndpointType.PRIVATE], vpcEndpoints: [...] }', or set 'policy' [at Stack/Api]",
    );
  });

  test('has no public domain', () => {
    const stack = newStack();
    const domainName = {
      domainName: 'pets.example.com',
      certificate: Certificate.fromCertificateArn(stack, 'C', 'arn'),
    };
    const policy = new PolicyDocument({ statements: [allowAll] });
    expect(() => api({ domainName, policy, endpointTypes: [EndpointType.PRIVATE] }, stack)).toThrow(
      "the API is private and 'domainName' makes a public domain; remove it, and make",
    );
  });

  test('alone has VPC endpoints', () => {
    const stack = newStack();
    const endpointConfiguration = { types: [EndpointType.REGIONAL], vpcEndpoints: [vpcEndpoint(stack, 'vpce-1')] };
    expect(() => api({ endpointConfiguration }, stack)).toThrow(
      "'endpointConfiguration' has VPC endpoints, which only a private API can have; add 'types: [EndpointType.PRIVATE]', or remove",
    );
  });
});

describe('the resource policy', () => {
  const principals = (count: number, partition = 'aws') =>
    Array.from(
      { length: count },
      (_, index) => new ArnPrincipal(`arn:${partition}:iam::123456789012:role/role-${index}`),
    );
  const statement = (count: number, partition?: string) =>
    new PolicyStatement({
      actions: ['execute-api:Invoke'],
      resources: ['execute-api:/*'],
      principals: principals(count, partition),
    });

  test('is measured, also what is added later', () => {
    const stack = newStack();
    api({ policy: new PolicyDocument({ statements: [statement(100, Aws.PARTITION)] }) }, stack);
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('resource policy'))).toEqual([]);
    const more = newStack();
    const larger = api({ policy: new PolicyDocument({ statements: [statement(100, Aws.PARTITION)] }) }, more);
    larger.api.addToResourcePolicy(statement(100).copy({ sid: 'More' }));
    Annotations.fromStack(more).hasWarning(
      '/Stack/Api/Api',
      Match.stringLikeRegexp('the resource policy of the API has at least 8,4\\d\\d characters and the quota is 8,192'),
    );
  });

  test('changes the deployment', () => {
    const ids = [undefined, new PolicyDocument({ statements: [allowAll] })].map((policy) =>
      Object.keys(templateOf(api({ policy })).findResources('AWS::ApiGateway::Deployment')),
    );
    expect(ids[0]).not.toEqual(ids[1]);
  });
});

describe('a custom domain', () => {
  const domain = (stack: Stack, basePath?: string): TypeSafeRestApiProps['domainName'] => ({
    domainName: 'pets.example.com',
    certificate: Certificate.fromCertificateArn(
      stack,
      'Certificate',
      'arn:aws:acm:eu-west-1:123456789012:certificate/c',
    ),
    basePath,
  });

  test('is mapped to the stage, at a path, and can be the only way in', () => {
    const stack = newStack();
    const made = api({ domainName: domain(stack, 'v1'), disableExecuteApiEndpoint: true }, stack);
    const template = templateOf(made);
    template.hasResourceProperties('AWS::ApiGateway::DomainName', {
      ...{ DomainName: 'pets.example.com', EndpointConfiguration: { Types: ['REGIONAL'] } },
    });
    template.hasResourceProperties('AWS::ApiGateway::BasePathMapping', {
      ...{ BasePath: 'v1', Stage: { Ref: Match.stringLikeRegexp('DeploymentStageprod') } },
    });
    template.hasResourceProperties(restApi, { DisableExecuteApiEndpoint: true });
  });

  test('is mapped at a path of several levels', () => {
    const stack = newStack();
    templateOf(api({ domainName: domain(stack, 'v1/pets') }, stack)).hasResourceProperties(
      'AWS::ApiGatewayV2::ApiMapping',
      { ApiMappingKey: 'v1/pets' },
    );
  });

  test('answers some paths itself, of which the CDK warns', () => {
    const stack = newStack();
    const document = gatewayDocument({ ping: 'get /ping', deep: 'get /a/ping', sping: 'get /sping' });
    const integrations = { ping: mock, deep: mock, sping: mock };
    apiOf(document, { integrations, domainName: domain(stack) }, stack);
    Annotations.fromStack(stack).hasWarning(
      '/Stack/Api',
      Match.stringLikeRegexp(
        "the API has '/ping' and '/sping', where a custom domain answers health checks of API Gateway",
      ),
    );
    const without = newStack();
    apiOf(document, { integrations, defaultAuthorizer: undefined }, without);
    expect(Annotations.fromStack(without).findWarning('*', Match.stringLikeRegexp('health checks'))).toEqual([]);
  });
});

describe('other options of REST APIs', () => {
  test('reach the API', () => {
    const made = api({
      ...{ failOnWarnings: true, parameters: { ignore: 'documentation' }, minCompressionSize: Size.kibibytes(1) },
      ...{ retainDeployments: true, endpointExportName: 'pets-url', binaryMediaTypes: ['image/png'] },
    });
    const template = templateOf(made);
    template.hasResourceProperties(restApi, {
      ...{ FailOnWarnings: true, Parameters: { ignore: 'documentation' }, MinimumCompressionSize: 1024 },
    });
    template.hasResource('AWS::ApiGateway::Deployment', { DeletionPolicy: 'Retain' });
    template.hasOutput('*', { Export: { Name: 'pets-url' } });
    expect(bodyOf(made)['x-amazon-apigateway-binary-media-types']).toEqual(['image/png']);
  });

  test('describe the API in its document, and the deployment', () => {
    const made = api({ description: 'says hello' });
    expect(bodyOf(made).info).toMatchObject({ description: 'says hello' });
    templateOf(made).hasResourceProperties('AWS::ApiGateway::Deployment', { Description: 'says hello' });
  });

  test('compress responses up to a size', () => {
    expect(() => api({ minCompressionSize: Size.mebibytes(11) })).toThrow(
      "'minCompressionSize' is 11,534,336 bytes and API Gateway allows 10,485,760 (10 MiB) at most [at Stack/Api]",
    );
    expect(() => api({ minCompressionSize: Size.mebibytes(10) })).not.toThrow();
  });

  test('the API is named after its stack and itself unless it has a name', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { stackName: 'pets-prod' });
    api({}, stack);
    Template.fromStack(stack).hasResourceProperties(restApi, { Name: 'pets-prod-Api' });
    templateOf(api({ restApiName: 'pets' })).hasResourceProperties(restApi, { Name: 'pets' });
  });
});
