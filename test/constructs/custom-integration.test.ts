import { Match, Template } from 'aws-cdk-lib/assertions';
import { type IVpcLink, VpcLink } from 'aws-cdk-lib/aws-apigateway';
import { type IConnectable, type IVpc, Peer, Port, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { NetworkLoadBalancedFargateService } from 'aws-cdk-lib/aws-ecs-patterns';
import type { NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  type ApiGatewayIntegration,
  Integration,
  type IntegrationGrantProps,
  type IntegrationRenderProps,
} from '../../src/constructs';
import { documentProblems } from './document-problems';
import { apiOf, bodyOf, gatewayDocument, integrationOf } from './support';

interface NlbIntegrationProps {
  readonly vpcLink: IVpcLink;
  readonly loadBalancer: NetworkLoadBalancer;
  readonly service: IConnectable;
  readonly vpc: IVpc;
}

/** Passes requests on to a service on ECS, through a network load balancer that is reached by a VPC link. */
class NlbIntegration extends Integration {
  constructor(private readonly props: NlbIntegrationProps) {
    super();
  }

  render({ operationId, method, path, pathVariables, parameters }: IntegrationRenderProps): ApiGatewayIntegration {
    const { vpcLink, loadBalancer } = this.props;
    const variables = Object.values(pathVariables).map((name) => [
      `integration.request.path.${name}`,
      `method.request.path.${name}`,
    ]);
    return {
      type: 'HTTP_PROXY',
      connectionType: 'VPC_LINK',
      connectionId: vpcLink.vpcLinkId,
      httpMethod: method.toUpperCase(),
      uri: `http://${loadBalancer.loadBalancerDnsName}${path.replace('+}', '}')}`,
      requestParameters: {
        ...Object.fromEntries(variables),
        'integration.request.header.x-operation': `'${operationId}'`,
        'integration.request.header.x-parameters': `'${parameters.map(({ name }) => name).join(' ')}'`,
      },
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 5000,
    };
  }

  /** The load balancer has no security group; its addresses are those of the VPC. */
  override grant({ api }: IntegrationGrantProps): void {
    const { service, vpc } = this.props;
    service.connections.allowFrom(Peer.ipv4(vpc.vpcCidrBlock), Port.tcp(80), `from ${api.node.path}`);
  }
}

test('operations are handled by a service on ECS behind a network load balancer', () => {
  // GIVEN
  const stack = new Stack(new App(), 'Stack');
  const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2 });
  const { loadBalancer, service } = new NetworkLoadBalancedFargateService(stack, 'Service', {
    cluster: new Cluster(stack, 'Cluster', { vpc }),
    taskImageOptions: { image: ContainerImage.fromRegistry('public.ecr.aws/docker/library/httpd:2.4') },
    publicLoadBalancer: false,
  });
  const vpcLink = new VpcLink(stack, 'Link', { targets: [loadBalancer] });
  // WHEN
  const setup = { integration: new NlbIntegration({ vpcLink, loadBalancer, service, vpc }) };
  const document = gatewayDocument({ getPet: 'get /pets/{petId}', getFile: 'get /files/{proxy+}' });
  const api = apiOf(document, { integrations: { getPet: setup, getFile: setup } }, stack);
  // THEN
  expect(integrationOf(api, '/pets/{petId}', 'get')).toEqual({
    type: 'HTTP_PROXY',
    connectionType: 'VPC_LINK',
    connectionId: { Ref: expect.stringMatching(/^Link/) },
    httpMethod: 'GET',
    uri: {
      'Fn::Join': [
        '',
        ['http://', { 'Fn::GetAtt': [expect.stringMatching(/^ServiceLB/), 'DNSName'] }, '/pets/{petId}'],
      ],
    },
    requestParameters: {
      'integration.request.path.petId': 'method.request.path.petId',
      'integration.request.header.x-operation': "'getPet'",
      'integration.request.header.x-parameters': "'petId'",
    },
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 5000,
  });
  expect(JSON.stringify(integrationOf(api, '/files/{proxy+}', 'get').uri)).toContain('/files/{proxy}"');
  expect(documentProblems(bodyOf(api))).toEqual([]);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ApiGateway::VpcLink', {
    TargetArns: [{ Ref: Match.stringLikeRegexp('^ServiceLB') }],
  });
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [
      Match.objectLike({
        CidrIp: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Vpc'), 'CidrBlock'] },
        Description: 'from Stack/Api/Api',
        FromPort: 80,
        ToPort: 80,
      }),
    ],
  });
});

/** Renders what a test says. */
class RawIntegration extends Integration {
  constructor(private readonly raw: ApiGatewayIntegration) {
    super();
  }

  render(): ApiGatewayIntegration {
    return this.raw;
  }
}

const one = gatewayDocument({ op: 'get /x' });

test('everything that API Gateway knows of an integration can be rendered', () => {
  const raw: Required<ApiGatewayIntegration> = {
    type: 'HTTP',
    uri: 'https://example.com/x',
    httpMethod: 'POST',
    credentials: 'arn:aws:iam::111111111111:role/mine',
    passthroughBehavior: 'NEVER',
    contentHandling: 'CONVERT_TO_TEXT',
    timeoutInMillis: 100,
    cacheNamespace: 'mine',
    cacheKeyParameters: ['method.request.querystring.page'],
    connectionType: 'VPC_LINK',
    connectionId: 'link',
    integrationTarget: 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/mine/1',
    responseTransferMode: 'STREAM',
    requestParameters: { 'integration.request.querystring.page': 'method.request.querystring.page' },
    requestTemplates: { 'application/json': '{}' },
    responses: {
      default: { statusCode: '200' },
      '4\\d{2}': {
        statusCode: '400',
        responseParameters: { 'method.response.header.X-Reason': 'integration.response.header.Reason' },
        responseTemplates: { 'application/json': '{"message": "no"}' },
        contentHandling: 'CONVERT_TO_BINARY',
      },
    },
    tlsConfig: { insecureSkipVerification: true },
  };
  const api = apiOf(one, { integrations: { op: { integration: new RawIntegration(raw) } } });
  expect(integrationOf(api, '/x', 'get')).toEqual(raw);
  expect(bodyOf(api).paths['/x']?.get?.parameters).toEqual([
    { name: 'page', in: 'query', required: false, schema: { type: 'string' } },
  ]);
  expect(documentProblems(bodyOf(api))).toEqual([]);
});

test('what an operation declares is known to its integration', () => {
  let rendered: IntegrationRenderProps | undefined;
  let granted: IntegrationGrantProps | undefined;
  class Asking extends Integration {
    render(props: IntegrationRenderProps): ApiGatewayIntegration {
      rendered = props;
      return { type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'https://example.com' };
    }

    override grant(props: IntegrationGrantProps): void {
      granted = props;
    }
  }
  const document = gatewayDocument(
    { op: 'post /x/{id}' },
    {
      op: {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'page', in: 'query', schema: { type: 'string' } },
        ],
        requestBody: { content: { 'image/png': {} } },
        responses: { 204: { description: 'd', headers: { ETag: { schema: { type: 'string' } } } } },
        'x-type-safe-api-responses': { '4XX': { mediaTypes: ['text/plain'], headers: ['X-Code'] } },
      },
    },
  );
  const integration = new Asking();
  apiOf(
    { ...document, 'x-amazon-apigateway-binary-media-types': ['image/png'] },
    { integrations: { op: { integration } } },
  );
  expect(rendered).toMatchObject({
    operationId: 'op',
    method: 'post',
    path: '/x/{id}',
    contentTypes: ['image/png'],
    binaryMediaTypes: ['image/png'],
    parameters: [
      { name: 'id', location: 'path', required: true },
      { name: 'page', location: 'query', required: false },
    ],
    responses: [
      { statusCode: '204', headers: ['ETag'], mediaTypes: [] },
      { statusCode: '4XX', headers: ['X-Code'], mediaTypes: ['text/plain'] },
    ],
  });
  expect(granted?.api.restApiId).toBeDefined();
  expect(granted?.parameters).toEqual(rendered?.parameters);
});

test.each<[string, ApiGatewayIntegration['responses'], string]>([
  [
    'two responses with one status',
    { '404': { statusCode: '400' }, '409': { statusCode: '400' } },
    "operation 'op' (GET /x): the integration responses for '404' and '409' both have the status 400, and API Gateway has one response for each status; write one pattern for both, such as '404|409' [at Stack/Api]",
  ],
  [
    'no status',
    { default: { statusCode: 'ok' } },
    "the integration response for 'default' has the status 'ok'; use a number",
  ],
])('%s is an error', (_, responses, message) => {
  const integration = new RawIntegration({ type: 'HTTP', httpMethod: 'GET', uri: 'https://example.com', responses });
  expect(() => apiOf(one, { integrations: { op: { integration } } })).toThrow(message);
});
