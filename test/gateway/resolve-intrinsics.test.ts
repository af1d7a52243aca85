import { resolveIntrinsics } from '../../src/gateway/assembly/resolve-intrinsics';
import { type Stack, toStack } from '../../src/gateway/assembly/stack';
import type { Json } from '../../src/shared/json';

process.env.AWS_REGION = 'eu-west-1';
const template = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/pets/bucket' },
  },
  Mappings: { Sizes: { dev: { memory: 128 } } },
  Conditions: {
    IsDev: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
    IsNotDev: { 'Fn::Not': [{ Condition: 'IsDev' }] },
    Both: { 'Fn::And': [{ Condition: 'IsDev' }, { Condition: 'IsNotDev' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsDev' }, { Condition: 'IsNotDev' }] },
  },
  Resources: {
    Fn12345678: { Type: 'AWS::Lambda::Function', Properties: {} },
    Named: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: { 'Fn::Sub': 'pets-${Stage}' } } },
    Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Named' }, Name: 'live' } },
    PetsABCDEF01: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'Stack/Data/Pets/Resource' } },
    Pool: { Type: 'AWS::Cognito::UserPool' },
  },
};
const other = {
  Outputs: {
    Local: { Value: 'not exported' },
    Name: { Value: { Ref: 'Cats' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:CatsName' } } },
  },
  Resources: { Cats: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'cats' } } },
};
const stacks: Stack[] = [];
const stack = toStack('Stack', '', template, new Map(), stacks);
stacks.push(stack, toStack('Other', 'Other-', other, new Map(), stacks));

test.each<[what: string, given: Json, want: Json]>([
  ['a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
  ['a parameter', { Ref: 'Stage' }, 'dev'],
  ['a function, without the hash', { Ref: 'Fn12345678' }, 'Fn'],
  ['a function that has a name', { Ref: 'Named' }, 'pets-dev'],
  [
    'the ARN of a function',
    { 'Fn::GetAtt': ['Named', 'Arn'] },
    'arn:aws:lambda:eu-west-1:000000000000:function:pets-dev',
  ],
  ['an alias', { Ref: 'Live' }, 'arn:aws:lambda:eu-west-1:000000000000:function:pets-dev:live'],
  ['a bucket, by its construct', { Ref: 'PetsABCDEF01' }, 'Data-Pets'],
  ['the ARN of a bucket', { 'Fn::GetAtt': 'PetsABCDEF01.Arn' }, 'arn:aws:s3:::Data-Pets'],
  ['any other attribute', { 'Fn::GetAtt': ['Pool', 'ProviderName'] }, 'Pool.ProviderName'],
  ['a join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 1]] }, 'a-dev-1'],
  [
    'a substitution',
    { 'Fn::Sub': '${AWS::Partition}/${Named.Arn}/${!Literal}' },
    'aws/arn:aws:lambda:eu-west-1:000000000000:function:pets-dev/${Literal}',
  ],
  [
    'a substitution with variables',
    { 'Fn::Sub': ['${X}-${Stage}', { X: { Ref: 'AWS::URLSuffix' } }] },
    'amazonaws.com-dev',
  ],
  ['a choice of a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ['a condition that holds', { 'Fn::If': ['IsDev', 'yes', 'no'] }, 'yes'],
  ['a condition that does not hold', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
  ['one of two conditions', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
  ['no value', { a: { Ref: 'AWS::NoValue' }, b: [{ 'Fn::If': ['IsNotDev', 1, { Ref: 'AWS::NoValue' }] }] }, { b: [] }],
  ['a mapping', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 128],
  ['what another stack exports', { 'Fn::ImportValue': 'Other:CatsName' }, 'cats'],
  ['what nobody here exports', { 'Fn::ImportValue': { 'Fn::Sub': '${Stage}-name' } }, 'dev-name'],
  ['a parameter that is stored', { Ref: 'Stored' }, 'pets-bucket'],
  ['a reference to what is stored', 'arn:{{resolve:ssm:/pets/bucket:2}}/x', 'arn:pets-bucket/x'],
  ['base 64', { 'Fn::Base64': 'hi' }, 'aGk='],
])('resolves %s', (_, given, want) => {
  expect(resolveIntrinsics(given, stack)).toEqual(want);
});
