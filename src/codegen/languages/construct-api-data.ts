// Written by 'UPDATE_CONSTRUCT_API=1 npx jest test/bindings/construct-api.test.ts' from the jsii assemblies of this package and the CDK.
import type { ConstructDocs, ConstructModule, ConstructProp, ConstructType } from './construct-api';

const boolean: ConstructType = { primitive: 'boolean' };
const number: ConstructType = { primitive: 'number' };
const string: ConstructType = { primitive: 'string' };
const type = (fqn: string): ConstructType => ({ fqn });
const array = (element: ConstructType): ConstructType => ({ array: element });
const map = (element: ConstructType): ConstructType => ({ map: element });
const prop =
  (optional: boolean, deprecated: boolean) =>
  (name: string, type: ConstructType, docs: ConstructDocs): ConstructProp => ({
    name,
    type,
    optional,
    deprecated,
    docs,
  });
const ours = (summary: string): ConstructDocs => ({ summary });
const of = (owner: string): ConstructDocs => ({ owner });
const required = prop(false, false);
const optional = prop(true, false);
const discouraged = prop(true, true);

/** The props of `TypeSafeRestApi`, its own and those that it inherits. */
export const restApiProps: readonly ConstructProp[] = [
  optional('cloudWatchRole', boolean, of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional(
    'cloudWatchRoleRemovalPolicy',
    type('aws-cdk-lib.RemovalPolicy'),
    of('aws-cdk-lib.aws_apigateway.RestApiBaseProps'),
  ),
  optional('deploy', boolean, of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional(
    'deployOptions',
    type('aws-cdk-lib.aws_apigateway.StageOptions'),
    of('aws-cdk-lib.aws_apigateway.RestApiBaseProps'),
  ),
  optional('description', string, of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional('disableExecuteApiEndpoint', boolean, of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional(
    'domainName',
    type('aws-cdk-lib.aws_apigateway.DomainNameOptions'),
    of('aws-cdk-lib.aws_apigateway.RestApiBaseProps'),
  ),
  optional(
    'endpointConfiguration',
    type('aws-cdk-lib.aws_apigateway.EndpointConfiguration'),
    of('aws-cdk-lib.aws_apigateway.RestApiBaseProps'),
  ),
  optional('endpointExportName', string, of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional(
    'endpointTypes',
    array(type('aws-cdk-lib.aws_apigateway.EndpointType')),
    of('aws-cdk-lib.aws_apigateway.RestApiBaseProps'),
  ),
  optional('failOnWarnings', boolean, of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional('parameters', map(string), of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional('policy', type('aws-cdk-lib.aws_iam.PolicyDocument'), of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional('restApiName', string, of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  optional('retainDeployments', boolean, of('aws-cdk-lib.aws_apigateway.RestApiBaseProps')),
  required(
    'integrations',
    map(type('type-safe-api-project.constructs.TypeSafeApiIntegration')),
    ours('By the id of the operation, what happens with requests for it.'),
  ),
  required(
    'specPath',
    string,
    ours(
      'The gateway document that was generated from the model, `assets/gateway.json` of the infrastructure package.',
    ),
  ),
  optional('accessLogOptions', type('type-safe-api-project.constructs.AccessLogOptions'), ours('The access log.')),
  optional(
    'apiKeyOptions',
    type('type-safe-api-project.constructs.TypeSafeApiKeyOptions'),
    ours('Where API keys come from, and which operations need one.'),
  ),
  optional(
    'binaryMediaTypes',
    array(string),
    ours('Media types of bodies that are bytes, besides those of the model.'),
  ),
  optional(
    'corsOptions',
    type('aws-cdk-lib.aws_apigateway.CorsOptions'),
    ours('Which pages of other origins may call the API.'),
  ),
  optional(
    'defaultAuthorizer',
    type('type-safe-api-project.constructs.Authorizer'),
    ours('Who may call operations that have no authorizer of their own.'),
  ),
  optional(
    'minCompressionSize',
    type('aws-cdk-lib.Size'),
    ours('Responses from this size on are compressed for clients that accept it, 0 to 10 MiB.'),
  ),
  optional(
    'webAclOptions',
    type('type-safe-api-project.constructs.WebAclOptions'),
    ours('The web ACL of AWS WAF in front of the stage.'),
  ),
];

/** The props of `HandlerFunction`, its own and those that it inherits. */
export const handlerFunctionProps: readonly ConstructProp[] = [
  optional('maxEventAge', type('aws-cdk-lib.Duration'), of('aws-cdk-lib.aws_lambda.EventInvokeConfigOptions')),
  optional(
    'onFailure',
    type('aws-cdk-lib.aws_lambda.IDestination'),
    of('aws-cdk-lib.aws_lambda.EventInvokeConfigOptions'),
  ),
  optional(
    'onSuccess',
    type('aws-cdk-lib.aws_lambda.IDestination'),
    of('aws-cdk-lib.aws_lambda.EventInvokeConfigOptions'),
  ),
  optional('retryAttempts', number, of('aws-cdk-lib.aws_lambda.EventInvokeConfigOptions')),
  optional(
    'adotInstrumentation',
    type('aws-cdk-lib.aws_lambda.AdotInstrumentationConfig'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('allowAllIpv6Outbound', boolean, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('allowAllOutbound', boolean, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('allowPublicSubnet', boolean, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  discouraged('applicationLogLevel', string, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'applicationLogLevelV2',
    type('aws-cdk-lib.aws_lambda.ApplicationLogLevel'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('architecture', type('aws-cdk-lib.aws_lambda.Architecture'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'codeSigningConfig',
    type('aws-cdk-lib.interfaces.aws_lambda.ICodeSigningConfigRef'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional(
    'currentVersionOptions',
    type('aws-cdk-lib.aws_lambda.VersionOptions'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('deadLetterQueue', type('aws-cdk-lib.aws_sqs.IQueue'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('deadLetterQueueEnabled', boolean, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('deadLetterTopic', type('aws-cdk-lib.aws_sns.ITopic'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('description', string, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('durableConfig', type('aws-cdk-lib.aws_lambda.DurableConfig'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('environment', map(string), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'environmentEncryption',
    type('aws-cdk-lib.interfaces.aws_kms.IKeyRef'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('ephemeralStorageSize', type('aws-cdk-lib.Size'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('events', array(type('aws-cdk-lib.aws_lambda.IEventSource')), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('filesystem', type('aws-cdk-lib.aws_lambda.FileSystem'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('functionName', string, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'initialPolicy',
    array(type('aws-cdk-lib.aws_iam.PolicyStatement')),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional(
    'insightsVersion',
    type('aws-cdk-lib.aws_lambda.LambdaInsightsVersion'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('ipv6AllowedForDualStack', boolean, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('layers', array(type('aws-cdk-lib.aws_lambda.ILayerVersion')), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  discouraged('logFormat', string, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('loggingFormat', type('aws-cdk-lib.aws_lambda.LoggingFormat'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'logGroup',
    type('aws-cdk-lib.interfaces.aws_logs.ILogGroupRef'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  discouraged('logRemovalPolicy', type('aws-cdk-lib.RemovalPolicy'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  discouraged('logRetention', type('aws-cdk-lib.aws_logs.RetentionDays'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'logRetentionRetryOptions',
    type('aws-cdk-lib.aws_lambda.LogRetentionRetryOptions'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('logRetentionRole', type('aws-cdk-lib.aws_iam.IRole'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('memorySize', number, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'paramsAndSecrets',
    type('aws-cdk-lib.aws_lambda.ParamsAndSecretsLayerVersion'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('profiling', boolean, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'profilingGroup',
    type('aws-cdk-lib.aws_codeguruprofiler.IProfilingGroup'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('recursiveLoop', type('aws-cdk-lib.aws_lambda.RecursiveLoop'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('reservedConcurrentExecutions', number, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('role', type('aws-cdk-lib.aws_iam.IRole'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'runtimeManagementMode',
    type('aws-cdk-lib.aws_lambda.RuntimeManagementMode'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional(
    'securityGroups',
    array(type('aws-cdk-lib.aws_ec2.ISecurityGroup')),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('snapStart', type('aws-cdk-lib.aws_lambda.SnapStartConf'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  discouraged('systemLogLevel', string, of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional(
    'systemLogLevelV2',
    type('aws-cdk-lib.aws_lambda.SystemLogLevel'),
    of('aws-cdk-lib.aws_lambda.FunctionOptions'),
  ),
  optional('tenancyConfig', type('aws-cdk-lib.aws_lambda.TenancyConfig'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('timeout', type('aws-cdk-lib.Duration'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('tracing', type('aws-cdk-lib.aws_lambda.Tracing'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('vpc', type('aws-cdk-lib.aws_ec2.IVpc'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  optional('vpcSubnets', type('aws-cdk-lib.aws_ec2.SubnetSelection'), of('aws-cdk-lib.aws_lambda.FunctionOptions')),
  required(
    'bundle',
    string,
    ours("The folder or archive with the handler's bundle, such as `handlers/typescript/dist/lambda/say-hello`."),
  ),
  required('directory', string, ours('The folder of the API, absolute.')),
  required('language', string, ours('The language of the handler: `typescript`, `python` or `java`.')),
  required('operation', string, ours('The id of the operation that the function handles, such as `sayHello`.')),
  required(
    'source',
    string,
    ours(
      'The source file of the handler, such as `handlers/typescript/src/say-hello.ts`; those of Python and Java say the name of the handler, too.',
    ),
  ),
  optional('code', type('aws-cdk-lib.aws_lambda.Code'), ours('The code to deploy in place of the bundle.')),
  optional('handler', string, ours('The entry point in the bundle, as AWS Lambda reads it.')),
  optional('runtime', type('aws-cdk-lib.aws_lambda.Runtime'), ours('The Lambda runtime.')),
  optional(
    'startsFromSnapshot',
    boolean,
    ours('Whether the function starts from a snapshot that is taken when a version of it is published.'),
  ),
];

/** What the constructs export: classes and enums. */
export const constructValues: readonly string[] = [
  'AlbIntegration',
  'Authorizer',
  'Authorizers',
  'CognitoAuthorizer',
  'CustomAuthorizer',
  'CustomAuthorizerType',
  'DynamoDbAction',
  'DynamoDbIntegration',
  'ErrorIntegrationResponses',
  'EventBridgeIntegration',
  'HandlerFunction',
  'HttpIntegration',
  'HttpProxyIntegration',
  'IamAuthorizer',
  'Integration',
  'IntegrationParameterLocation',
  'IntegrationResponseSet',
  'IntegrationResponseSets',
  'IntegrationResponses',
  'Integrations',
  'LambdaIntegration',
  'LoadBalancerProtocol',
  'MockIntegration',
  'NlbIntegration',
  'NoAuthorizer',
  'RequestValue',
  'ResponseTransferMode',
  'S3Integration',
  'SnsIntegration',
  'SqsIntegration',
  'StepFunctionsExecution',
  'StepFunctionsIntegration',
  'TypeSafeRestApi',
];

/** What else the constructs export: interfaces and structs, which are types only in TypeScript. */
export const constructTypes: readonly string[] = [
  'AccessLogOptions',
  'AlbIntegrationProps',
  'ApiGatewayAuthorizer',
  'ApiGatewayIntegration',
  'ApiGatewayIntegrationResponse',
  'ApiGatewayIntegrationTlsConfig',
  'AuthorizerDefinition',
  'AuthorizerGrantProps',
  'AuthorizerRenderProps',
  'AuthorizerScheme',
  'CidrAllowList',
  'CognitoAuthorizerProps',
  'CustomAuthorizerProps',
  'CustomIntegrationResponseSetProps',
  'DefaultPassthroughProps',
  'DynamoDbIntegrationProps',
  'EventBridgeIntegrationProps',
  'HandlerFunctionProps',
  'HttpIntegrationOptions',
  'HttpIntegrationProps',
  'HttpProxyIntegrationProps',
  'HttpProxyOptions',
  'IntegrationGrantProps',
  'IntegrationOperationParameter',
  'IntegrationOperationProps',
  'IntegrationOperationResponse',
  'IntegrationRenderProps',
  'LambdaIntegrationProps',
  'LoadBalancerIntegrationOptions',
  'ManagedRule',
  'MockIntegrationProps',
  'NlbIntegrationProps',
  'S3IntegrationProps',
  'ServiceIntegrationOptions',
  'SnsIntegrationProps',
  'SqsIntegrationProps',
  'StepFunctionsIntegrationProps',
  'TypeSafeApiIntegration',
  'TypeSafeApiKeyOptions',
  'TypeSafeApiOperationOptions',
  'TypeSafeRestApiProps',
  'WebAclOptions',
];

/** Where the modules of all types are that the props have. */
export const modules: Readonly<Record<string, ConstructModule>> = {
  'aws-cdk-lib': { python: 'aws_cdk', java: 'software.amazon.awscdk' },
  'aws-cdk-lib.aws_apigateway': {
    python: 'aws_cdk.aws_apigateway',
    java: 'software.amazon.awscdk.services.apigateway',
  },
  'aws-cdk-lib.aws_codeguruprofiler': {
    python: 'aws_cdk.aws_codeguruprofiler',
    java: 'software.amazon.awscdk.services.codeguruprofiler',
  },
  'aws-cdk-lib.aws_ec2': { python: 'aws_cdk.aws_ec2', java: 'software.amazon.awscdk.services.ec2' },
  'aws-cdk-lib.aws_iam': { python: 'aws_cdk.aws_iam', java: 'software.amazon.awscdk.services.iam' },
  'aws-cdk-lib.aws_lambda': { python: 'aws_cdk.aws_lambda', java: 'software.amazon.awscdk.services.lambda' },
  'aws-cdk-lib.aws_logs': { python: 'aws_cdk.aws_logs', java: 'software.amazon.awscdk.services.logs' },
  'aws-cdk-lib.aws_sns': { python: 'aws_cdk.aws_sns', java: 'software.amazon.awscdk.services.sns' },
  'aws-cdk-lib.aws_sqs': { python: 'aws_cdk.aws_sqs', java: 'software.amazon.awscdk.services.sqs' },
  'aws-cdk-lib.interfaces.aws_kms': {
    python: 'aws_cdk.interfaces.aws_kms',
    java: 'software.amazon.awscdk.interfaces.kms',
  },
  'aws-cdk-lib.interfaces.aws_lambda': {
    python: 'aws_cdk.interfaces.aws_lambda',
    java: 'software.amazon.awscdk.interfaces.lambda',
  },
  'aws-cdk-lib.interfaces.aws_logs': {
    python: 'aws_cdk.interfaces.aws_logs',
    java: 'software.amazon.awscdk.interfaces.logs',
  },
  constructs: { python: 'constructs', java: 'software.constructs' },
  'type-safe-api-project.constructs': {
    python: 'type_safe_api_project.constructs',
    java: 'io.github.typesafeapiproject.constructs',
  },
};
