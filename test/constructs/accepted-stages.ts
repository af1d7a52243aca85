import { EndpointType } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { InterfaceVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import { Size, type Stack } from 'aws-cdk-lib/core';
import { Authorizers, TypeSafeRestApi, type TypeSafeRestApiProps } from '../../src/constructs';
import { gatewayDocument, mock, specFile } from './support';

/** Apps whose APIs have stages, endpoints and web ACLs of all kinds. */
export const stageApps: readonly [string, (stack: Stack) => void][] = [
  ['stage-public', publicApp],
  ['stage-private', privateApp],
];

function publicApp(stack: Stack): void {
  const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
  const certificate = Certificate.fromCertificateArn(stack, 'Certificate', certificateArn);
  api(stack, 'Api', {
    disableExecuteApiEndpoint: true,
    minCompressionSize: Size.kibibytes(1),
    domainName: { domainName: 'pets.example.com', certificate, basePath: 'v1/pets' },
    deployOptions: { stageName: 'v1', methodOptions: { '/hello/GET': { throttlingRateLimit: 1 } } },
    webAclOptions: {
      cidrAllowList: { cidrRanges: ['192.0.2.0/24', '2001:db8::/32'] },
      managedRules: [
        { name: 'AWSManagedRulesSQLiRuleSet', priority: 7, countOnly: true },
        {
          name: 'AWSManagedRulesCommonRuleSet',
          version: 'Version_1.0',
          ruleActionOverrides: [{ name: 'NoUserAgent_HEADER', actionToUse: { allow: {} } }],
          scopeDownStatement: { geoMatchStatement: { countryCodes: ['DE'] } },
        },
      ],
    },
  });
  const webAclArn = 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/mine/12345678-1234-1234-1234-123456789012';
  api(stack, 'Edge', { endpointTypes: [EndpointType.EDGE], webAclOptions: { webAclArn } });
}

function privateApp(stack: Stack): void {
  const attributes = { vpcEndpointId: 'vpce-0123456789abcdef0', port: 443 };
  const endpoint = InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', attributes);
  api(stack, 'Api', {
    endpointConfiguration: { types: [EndpointType.PRIVATE], vpcEndpoints: [endpoint] },
    webAclOptions: { disable: true },
    accessLogOptions: { disable: true },
  });
}

function api(stack: Stack, id: string, props: Partial<TypeSafeRestApiProps>): void {
  new TypeSafeRestApi(stack, id, {
    specPath: specFile(gatewayDocument({ sayHello: 'get /hello' })),
    defaultAuthorizer: Authorizers.none(),
    integrations: { sayHello: mock },
    ...props,
  });
}
