// Written by 'UPDATE_CONSTRUCT_API=1 npx jest test/bindings/construct-api.test.ts' from the jsii assemblies of this package and the CDK.
import type { ConstructModule, ConstructProp, ConstructType } from './construct-api';

const boolean: ConstructType = { primitive: 'boolean' };
const number: ConstructType = { primitive: 'number' };
const string: ConstructType = { primitive: 'string' };
const type = (fqn: string): ConstructType => ({ fqn });
const array = (element: ConstructType): ConstructType => ({ array: element });
const map = (element: ConstructType): ConstructType => ({ map: element });
const prop =
  (optional: boolean, deprecated: boolean) =>
  (name: string, of: ConstructType, docs: string): ConstructProp => ({ name, type: of, optional, deprecated, docs });
const required = prop(false, false);
const optional = prop(true, false);
const discouraged = prop(true, true);

/** The props of `TypeSafeRestApi`, its own and those that it inherits. */
export const restApiProps: readonly ConstructProp[] = [
  optional('cloudWatchRole', boolean, 'Automatically configure an AWS CloudWatch role for API Gateway.'),
  optional(
    'cloudWatchRoleRemovalPolicy',
    type('aws-cdk-lib.RemovalPolicy'),
    'The removal policy applied to the AWS CloudWatch role when this resource is removed from the application.',
  ),
  optional(
    'deploy',
    boolean,
    'Indicates if a Deployment should be automatically created for this API, and recreated when the API model (resources, methods) changes.',
  ),
  optional(
    'deployOptions',
    type('aws-cdk-lib.aws_apigateway.StageOptions'),
    'Options for the API Gateway stage that will always point to the latest deployment when `deploy` is enabled.',
  ),
  optional('description', string, 'A description of the RestApi construct.'),
  optional(
    'disableExecuteApiEndpoint',
    boolean,
    'Specifies whether clients can invoke the API using the default execute-api endpoint.',
  ),
  optional(
    'domainName',
    type('aws-cdk-lib.aws_apigateway.DomainNameOptions'),
    'Configure a custom domain name and map it to this API.',
  ),
  optional(
    'endpointConfiguration',
    type('aws-cdk-lib.aws_apigateway.EndpointConfiguration'),
    'The EndpointConfiguration property type specifies the endpoint types of a REST API.',
  ),
  optional('endpointExportName', string, 'Export name for the CfnOutput containing the API endpoint.'),
  optional(
    'endpointTypes',
    array(type('aws-cdk-lib.aws_apigateway.EndpointType')),
    'A list of the endpoint types of the API.',
  ),
  optional(
    'failOnWarnings',
    boolean,
    'Indicates whether to roll back the resource if a warning occurs while API Gateway is creating the RestApi resource.',
  ),
  optional('parameters', map(string), 'Custom header parameters for the request.'),
  optional(
    'policy',
    type('aws-cdk-lib.aws_iam.PolicyDocument'),
    'A policy document that contains the permissions for this RestApi.',
  ),
  optional('restApiName', string, 'A name for the API Gateway RestApi resource.'),
  optional('retainDeployments', boolean, 'Retains old deployment resources when the API changes.'),
  required(
    'integrations',
    map(type('type-safe-api-project.constructs.TypeSafeApiIntegration')),
    'By the id of the operation, what happens with requests for it.',
  ),
  required(
    'specPath',
    string,
    'The gateway document that was generated from the model, `assets/gateway.json` of the infrastructure package.',
  ),
  optional('binaryMediaTypes', array(string), 'Media types of bodies that are bytes, besides those of the model.'),
  optional(
    'corsOptions',
    type('aws-cdk-lib.aws_apigateway.CorsOptions'),
    'Which pages of other origins may call the API.',
  ),
  optional(
    'defaultAuthorizer',
    type('type-safe-api-project.constructs.Authorizer'),
    'Who may call operations that have no authorizer of their own.',
  ),
  optional(
    'minCompressionSize',
    type('aws-cdk-lib.Size'),
    'Responses from this size on are compressed for clients that accept it, 0 to 10 MiB.',
  ),
];

/** The props of `HandlerFunction`, its own and those that it inherits. */
export const handlerFunctionProps: readonly ConstructProp[] = [
  optional(
    'maxEventAge',
    type('aws-cdk-lib.Duration'),
    'The maximum age of a request that Lambda sends to a function for processing.',
  ),
  optional('onFailure', type('aws-cdk-lib.aws_lambda.IDestination'), 'The destination for failed invocations.'),
  optional('onSuccess', type('aws-cdk-lib.aws_lambda.IDestination'), 'The destination for successful invocations.'),
  optional('retryAttempts', number, 'The maximum number of times to retry when the function returns an error.'),
  optional(
    'adotInstrumentation',
    type('aws-cdk-lib.aws_lambda.AdotInstrumentationConfig'),
    'Specify the configuration of AWS Distro for OpenTelemetry (ADOT) instrumentation.',
  ),
  optional('allowAllIpv6Outbound', boolean, 'Whether to allow the Lambda to send all ipv6 network traffic.'),
  optional('allowAllOutbound', boolean, 'Whether to allow the Lambda to send all network traffic (except ipv6).'),
  optional('allowPublicSubnet', boolean, 'Lambda Functions in a public subnet can NOT access the internet.'),
  discouraged('applicationLogLevel', string, 'Sets the application log level for the function.'),
  optional(
    'applicationLogLevelV2',
    type('aws-cdk-lib.aws_lambda.ApplicationLogLevel'),
    'Sets the application log level for the function.',
  ),
  optional(
    'architecture',
    type('aws-cdk-lib.aws_lambda.Architecture'),
    'The system architectures compatible with this lambda function.',
  ),
  optional(
    'codeSigningConfig',
    type('aws-cdk-lib.interfaces.aws_lambda.ICodeSigningConfigRef'),
    'Code signing config associated with this function.',
  ),
  optional(
    'currentVersionOptions',
    type('aws-cdk-lib.aws_lambda.VersionOptions'),
    'Options for the `lambda.Version` resource automatically created by the `fn.currentVersion` method.',
  ),
  optional('deadLetterQueue', type('aws-cdk-lib.aws_sqs.IQueue'), 'The SQS queue to use if DLQ is enabled.'),
  optional('deadLetterQueueEnabled', boolean, 'Enabled DLQ.'),
  optional('deadLetterTopic', type('aws-cdk-lib.aws_sns.ITopic'), 'The SNS topic to use as a DLQ.'),
  optional('description', string, 'A description of the function.'),
  optional(
    'durableConfig',
    type('aws-cdk-lib.aws_lambda.DurableConfig'),
    'The durable configuration for the function.',
  ),
  optional(
    'environment',
    map(string),
    'Key-value pairs that Lambda caches and makes available for your Lambda functions.',
  ),
  optional(
    'environmentEncryption',
    type('aws-cdk-lib.interfaces.aws_kms.IKeyRef'),
    "The AWS KMS key that's used to encrypt your function's environment variables.",
  ),
  optional('ephemeralStorageSize', type('aws-cdk-lib.Size'), 'The size of the function’s /tmp directory in MiB.'),
  optional('events', array(type('aws-cdk-lib.aws_lambda.IEventSource')), 'Event sources for this function.'),
  optional(
    'filesystem',
    type('aws-cdk-lib.aws_lambda.FileSystem'),
    'The filesystem configuration for the lambda function.',
  ),
  optional('functionName', string, 'A name for the function.'),
  optional(
    'initialPolicy',
    array(type('aws-cdk-lib.aws_iam.PolicyStatement')),
    'Initial policy statements to add to the created Lambda Role.',
  ),
  optional(
    'insightsVersion',
    type('aws-cdk-lib.aws_lambda.LambdaInsightsVersion'),
    'Specify the version of CloudWatch Lambda insights to use for monitoring.',
  ),
  optional(
    'ipv6AllowedForDualStack',
    boolean,
    'Allows outbound IPv6 traffic on VPC functions that are connected to dual-stack subnets.',
  ),
  optional(
    'layers',
    array(type('aws-cdk-lib.aws_lambda.ILayerVersion')),
    "A list of layers to add to the function's execution environment.",
  ),
  discouraged('logFormat', string, 'Sets the logFormat for the function.'),
  optional('loggingFormat', type('aws-cdk-lib.aws_lambda.LoggingFormat'), 'Sets the loggingFormat for the function.'),
  optional(
    'logGroup',
    type('aws-cdk-lib.interfaces.aws_logs.ILogGroupRef'),
    'The log group the function sends logs to.',
  ),
  discouraged(
    'logRemovalPolicy',
    type('aws-cdk-lib.RemovalPolicy'),
    'Determine the removal policy of the log group that is auto-created by this construct.',
  ),
  discouraged(
    'logRetention',
    type('aws-cdk-lib.aws_logs.RetentionDays'),
    'The number of days log events are kept in CloudWatch Logs.',
  ),
  optional(
    'logRetentionRetryOptions',
    type('aws-cdk-lib.aws_lambda.LogRetentionRetryOptions'),
    'When log retention is specified, a custom resource attempts to create the CloudWatch log group.',
  ),
  optional(
    'logRetentionRole',
    type('aws-cdk-lib.aws_iam.IRole'),
    'The IAM role for the Lambda function associated with the custom resource that sets the retention policy.',
  ),
  optional('memorySize', number, 'The amount of memory, in MB, that is allocated to your Lambda function.'),
  optional(
    'paramsAndSecrets',
    type('aws-cdk-lib.aws_lambda.ParamsAndSecretsLayerVersion'),
    'Specify the configuration of Parameters and Secrets Extension.',
  ),
  optional('profiling', boolean, 'Enable profiling.'),
  optional('profilingGroup', type('aws-cdk-lib.aws_codeguruprofiler.IProfilingGroup'), 'Profiling Group.'),
  optional(
    'recursiveLoop',
    type('aws-cdk-lib.aws_lambda.RecursiveLoop'),
    'Sets the Recursive Loop Protection for Lambda Function.',
  ),
  optional(
    'reservedConcurrentExecutions',
    number,
    'The maximum of concurrent executions you want to reserve for the function.',
  ),
  optional('role', type('aws-cdk-lib.aws_iam.IRole'), 'Lambda execution role.'),
  optional(
    'runtimeManagementMode',
    type('aws-cdk-lib.aws_lambda.RuntimeManagementMode'),
    "Sets the runtime management configuration for a function's version.",
  ),
  optional(
    'securityGroups',
    array(type('aws-cdk-lib.aws_ec2.ISecurityGroup')),
    "The list of security groups to associate with the Lambda's network interfaces.",
  ),
  optional('snapStart', type('aws-cdk-lib.aws_lambda.SnapStartConf'), 'Enable SnapStart for Lambda Function.'),
  discouraged('systemLogLevel', string, 'Sets the system log level for the function.'),
  optional(
    'systemLogLevelV2',
    type('aws-cdk-lib.aws_lambda.SystemLogLevel'),
    'Sets the system log level for the function.',
  ),
  optional(
    'tenancyConfig',
    type('aws-cdk-lib.aws_lambda.TenancyConfig'),
    'The tenancy configuration for the function.',
  ),
  optional(
    'timeout',
    type('aws-cdk-lib.Duration'),
    'The function execution time (in seconds) after which Lambda terminates the function.',
  ),
  optional('tracing', type('aws-cdk-lib.aws_lambda.Tracing'), 'Enable AWS X-Ray Tracing for Lambda Function.'),
  optional('vpc', type('aws-cdk-lib.aws_ec2.IVpc'), 'VPC network to place Lambda network interfaces.'),
  optional(
    'vpcSubnets',
    type('aws-cdk-lib.aws_ec2.SubnetSelection'),
    'Where to place the network interfaces within the VPC.',
  ),
  required(
    'bundle',
    string,
    "The folder or archive with the handler's bundle, such as `handlers/typescript/dist/lambda/say-hello`.",
  ),
  required('directory', string, 'The folder of the API, absolute.'),
  required('language', string, 'The language of the handler: `typescript`, `python` or `java`.'),
  required('operation', string, 'The id of the operation that the function handles, such as `sayHello`.'),
  required('source', string, 'The source file of the handler, such as `handlers/typescript/src/say-hello.ts`.'),
  optional('code', type('aws-cdk-lib.aws_lambda.Code'), 'The code to deploy in place of the bundle.'),
  optional('handler', string, 'The entry point in the bundle, as AWS Lambda reads it.'),
  optional('runtime', type('aws-cdk-lib.aws_lambda.Runtime'), 'The Lambda runtime.'),
];

/** What the constructs export: classes and enums. */
export const constructValues: readonly string[] = [
  'Authorizer',
  'Authorizers',
  'CognitoAuthorizer',
  'CustomAuthorizer',
  'CustomAuthorizerType',
  'ErrorIntegrationResponses',
  'HandlerFunction',
  'IamAuthorizer',
  'Integration',
  'IntegrationParameterLocation',
  'IntegrationResponseSet',
  'IntegrationResponseSets',
  'IntegrationResponses',
  'Integrations',
  'LambdaIntegration',
  'MockIntegration',
  'NoAuthorizer',
  'S3Integration',
  'TypeSafeRestApi',
];

/** What else the constructs export: interfaces and structs, which are types only in TypeScript. */
export const constructTypes: readonly string[] = [
  'ApiGatewayAuthorizer',
  'ApiGatewayIntegration',
  'ApiGatewayIntegrationResponse',
  'ApiGatewayIntegrationTlsConfig',
  'AuthorizerDefinition',
  'AuthorizerGrantProps',
  'AuthorizerRenderProps',
  'AuthorizerScheme',
  'CognitoAuthorizerProps',
  'CustomAuthorizerProps',
  'CustomIntegrationResponseSetProps',
  'DefaultPassthroughProps',
  'HandlerFunctionProps',
  'IntegrationGrantProps',
  'IntegrationOperationParameter',
  'IntegrationOperationProps',
  'IntegrationOperationResponse',
  'IntegrationRenderProps',
  'MockIntegrationProps',
  'S3IntegrationProps',
  'TypeSafeApiIntegration',
  'TypeSafeApiOperationOptions',
  'TypeSafeRestApiProps',
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
