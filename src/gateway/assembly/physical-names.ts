import { isJsonObject, type Json, member } from '../../shared/json';
import type { Resource } from './local-app';
import { localAccount, localRegion } from './pseudo-parameters';
import type { Stack } from './stack';

/** Resolves a value within the stack it stands in. */
export type Resolve = (value: Json) => Json;

/** What `Ref` of a resource gives here. Names are those a developer recognises, so that folders and ARNs can be read. */
export function refOf(stack: Stack, resource: Resource, resolve: Resolve): string {
  const { type } = resource;
  const versioned = type === 'AWS::Lambda::Version' || type === 'AWS::Lambda::Alias';
  if (versioned) return functionReference(stack, resource, resolve);
  const name = nameOf(stack, resource, resolve);
  return referredToByArn.has(type) ? arnOf(type, name) : name;
}

function nameOf(stack: Stack, resource: Resource, resolve: Resolve): string {
  const { type, properties } = resource;
  const property = nameProperties[type];
  const given = property === undefined ? undefined : member(properties, property);
  const name = given === undefined ? undefined : resolve(given);
  return typeof name === 'string' && name !== '' ? name : readableName(stack, resource);
}

/** What `Fn::GetAtt` of a resource gives here: ARNs in the form of the service, anything else a readable placeholder. */
export function attributeOf(stack: Stack, resource: Resource, attribute: string, resolve: Resolve): string {
  const isName = attribute === nameProperties[resource.type];
  if (isName) return nameOf(stack, resource, resolve);
  const name = referredToByArn.has(resource.type) ? nameOf(stack, resource, resolve) : refOf(stack, resource, resolve);
  if (attribute === 'Arn' || attribute.endsWith('Arn')) return arnOf(resource.type, name);
  if (attribute === 'RootResourceId') return 'root';
  return `${name}.${attribute}`;
}

const nameProperties: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Events::EventBus': 'Name',
  'AWS::ApiGateway::ApiKey': 'Name',
  'AWS::ApiGateway::DomainName': 'DomainName',
  'AWS::ApiGateway::Stage': 'StageName',
  'AWS::Cognito::UserPool': 'UserPoolName',
};

/** Resources whose `Ref` is not their name. */
const referredToByArn: ReadonlySet<string> = new Set(['AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine']);

function arnOf(type: string, name: string): string {
  if (type === 'AWS::S3::Bucket') return `arn:aws:s3:::${name}`;
  const account = `${localRegion()}:${localAccount}`;
  if (type === 'AWS::Lambda::Function') return `arn:aws:lambda:${account}:function:${name}`;
  if (type === 'AWS::IAM::Role') return `arn:aws:iam::${localAccount}:role/${name}`;
  if (type === 'AWS::Cognito::UserPool') return `arn:aws:cognito-idp:${account}:userpool/${name}`;
  if (type === 'AWS::Events::EventBus') return `arn:aws:events:${account}:event-bus/${name}`;
  if (type === 'AWS::DynamoDB::Table') return `arn:aws:dynamodb:${account}:table/${name}`;
  const service = type.split('::')[1]?.toLowerCase() ?? 'local';
  return `arn:aws:${service}:${account}:${name}`;
}

function functionReference(stack: Stack, { logicalId, type, properties }: Resource, resolve: Resolve): string {
  const target = resolve(member(properties, 'FunctionName') ?? logicalId);
  const name = typeof target === 'string' ? target : logicalId;
  const qualifier = resolve(member(properties, 'Name') ?? '$LATEST');
  const arn = name.startsWith('arn:') ? name : arnOf('AWS::Lambda::Function', name);
  return `${arn}:${type === 'AWS::Lambda::Alias' && typeof qualifier === 'string' ? qualifier : stack.name}`;
}

/** The construct path when the app left it in the metadata, else the logical id without the hash that the CDK appends. */
function readableName(stack: Stack, { logicalId, metadata }: Resource): string {
  const constructPath = isJsonObject(metadata) ? member(metadata, 'aws:cdk:path') : undefined;
  const short =
    typeof constructPath === 'string'
      ? constructPath
          .split('/')
          .slice(1)
          .filter((segment) => segment !== 'Resource')
          .join('-')
      : logicalId.replace(/[0-9A-F]{8}$/, '');
  const taken = [...stack.resources.values()].some((other) => other.logicalId === short);
  return `${stack.prefix}${short === '' || taken ? logicalId : short}`;
}
