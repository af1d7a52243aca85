import { type PolicyStatement, readStatements } from '../policies/statement';

/**
 * What policies of AWS itself allow in S3 and of calls to APIs, by their names; roles with others are not evaluated.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const managedPolicies: ReadonlyMap<string, readonly PolicyStatement[]> = new Map([
  ['AdministratorAccess', allow('*')],
  ['PowerUserAccess', allow('*')],
  ['AmazonAPIGatewayInvokeFullAccess', allow('execute-api:Invoke', 'execute-api:ManageConnections')],
  ['AmazonS3FullAccess', allow('s3:*')],
  ['AmazonS3ReadOnlyAccess', allow('s3:Get*', 's3:List*', 's3:Describe*')],
  ['ReadOnlyAccess', allow('s3:Get*', 's3:List*', 's3:Describe*')],
  ['service-role/AmazonAPIGatewayPushToCloudWatchLogs', []],
  ['service-role/AWSLambdaBasicExecutionRole', []],
  ['service-role/AWSLambdaVPCAccessExecutionRole', []],
  ['AWSXRayDaemonWriteAccess', []],
]);

function allow(...actions: string[]): PolicyStatement[] {
  return readStatements({ Statement: { Effect: 'Allow', Action: actions, Resource: '*' } });
}
