import { Template as Templates } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { CfnRole, IRole, Role } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { App, Aws, CfnOutput, Fn, NestedStack, Stack } from 'aws-cdk-lib/core';
import {
  type ApiGatewayIntegration,
  Authorizers,
  DynamoDbAction,
  type IntegrationRenderProps,
  Integrations,
  RequestValue,
  TypeSafeRestApi,
} from '../../src/constructs';
import { account, region, type Template } from './resolved-bodies';
import { gatewayDocument, specFile } from './support';
import {
  type Build,
  externalDocument,
  functionIn,
  inlineDocument,
  Notify,
  operations,
  type Synthesized,
  synthesize,
  variablesOf,
} from './support-large';
import { allow, allowAnySize, allowNoSize } from './support-sizes';

jest.mock(
  '../../src/constructs/private/limits/template-size',
  () => jest.requireActual('./support-sizes').templateSize,
);

test.each<[string, Partial<ApiGatewayIntegration>, string]>([
  [
    'part of a mapping',
    { requestParameters: { 'integration.request.header.X': "'<bucket> €'" } },
    'a variable has letters, digits',
  ],
  [
    'a service',
    { type: 'AWS', uri: 'arn:aws:apigateway:us-east-1:<bucket>.iot:path/x' },
    'the service or the protocol of the URI is not known',
  ],
  [
    'quotes of Velocity around what double quotes would change',
    { requestTemplates: { 'application/json': "#set($a = '<bucket>$b')$a" } },
    'Velocity finds no variable after a backslash, .* and between single quotes',
  ],
  [
    'arguments in quotes of Velocity',
    { requestTemplates: { 'application/json': '"$util.urlEncode("$util.escapeJavaScript(\'<bucket>\')")"' } },
    'between single quotes of a directive or a call; use double quotes',
  ],
  [
    'unparsed text',
    { requestTemplates: { 'application/json': '#[[<bucket>]]#' } },
    "Velocity finds no variable after a backslash, in '#\\[\\['",
  ],
  [
    'what is escaped',
    { requestTemplates: { 'application/json': '\\<bucket>' } },
    'Velocity finds no variable after a backslash',
  ],
  [
    'the account of an ARN',
    { credentials: 'arn:aws:iam::<bucket>:role/pets' },
    'only the name in an ARN can be one that only CloudFormation knows; write out the rest',
  ],
  ['all of an ARN', { credentials: '<bucket>' }, 'cannot be taken apart; import the role by Role.fromRoleName'],
])('a name of CloudFormation as %s is a problem that names the operation', (_, render, problem) => {
  class Odd extends Notify {
    override render(props: IntegrationRenderProps): ApiGatewayIntegration {
      return { ...super.render(props), ...render };
    }
  }
  const [document] = operations(1);
  allow({ inlineBytes: 1, templateBytes: 1 });
  const build: Build = (stack) => {
    const { bucketName } = new Bucket(stack, 'Bucket');
    const text = JSON.stringify(render).replaceAll('<bucket>', bucketName);
    Object.assign(render, JSON.parse(text));
    return { integrations: { op0: { integration: new Odd('fixed') } } };
  };
  expect(() => synthesize(document, build)).toThrow(
    new RegExp(`cannot be deployed from S3: operation 'op0' \\(GET /t0/\\{id\\}\\), '[^']+': .*${problem}`),
  );
});

/** One operation whose integration has these members, made with the name of a bucket. */
function oneOperation(render: (bucket: string) => Partial<ApiGatewayIntegration>): Synthesized {
  allowNoSize();
  const [document] = operations(1);
  return synthesize(document, (stack) => {
    class Rendered extends Notify {
      override render(props: IntegrationRenderProps): ApiGatewayIntegration {
        return { ...super.render(props), ...render(new Bucket(stack, 'Bucket').bucketName) };
      }
    }
    return { integrations: { op0: { integration: new Rendered('fixed') } } };
  });
}

test.each([
  ["#set($a = '<>')$a", '#set($a = "<>")$a'],
  ["#{if}($a == 'x' && $b == '<>')'<>'#end", "#{if}($a == 'x' && $b == \"<>\")'<>'#end"],
  ["#if($a)('<>')#end", "#if($a)('<>')#end"],
  [
    "it's $util.urlEncode('<>').replaceAll('(', '<>'), isn't it '<>'",
    `it's $util.urlEncode("<>").replaceAll('(', "<>"), isn't it '<>'`,
  ],
  [`$!{input.params(")'<>'")['<>']}('<>')`, `$!{input.params(")'<>'")["<>"]}('<>')`],
  ["#foreach($a in ['<>', $b.c(($d), '<>')])$a.b '<>'#end", '#foreach($a in ["<>", $b.c(($d), "<>")])$a.b \'<>\'#end'],
])('in the template %s, Velocity finds the variable', (template, expected) => {
  const external = oneOperation((bucket) => ({
    requestTemplates: { 'application/json': template.replaceAll('<>', bucket) },
  }));
  const raw = JSON.parse(externalDocument(external).raw);
  const { requestTemplates } = raw.paths['/t0/{id}'].get['x-amazon-apigateway-integration'];
  const text: string = requestTemplates['application/json'];
  expect(text.replace(/\$\{stageVariables\.value_Bucket_\w+\}/g, '<>')).toBe(expected);
});

test('services of AWS get the same as from a document in the template', () => {
  const routes = { queue: 'post /queue', topic: 'post /topic', event: 'post /event', item: 'get /items/{id}' };
  const document = gatewayDocument(routes);
  const build: Build = (stack) => {
    const table = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
    const integrations = {
      queue: Integrations.sqs({ queue: new Queue(stack, 'Queue') }),
      topic: Integrations.sns({ topic: new Topic(stack, 'Topic'), subject: RequestValue.literal(table.tableName) }),
      event: Integrations.eventBridge({ eventBus: new EventBus(stack, 'Bus'), source: 'pets', detailType: 'made' }),
      item: Integrations.dynamoDb({ table, action: DynamoDbAction.GET_ITEM, key: { id: RequestValue.path('id') } }),
    };
    return {
      integrations: Object.fromEntries(Object.entries(integrations).map(([id, integration]) => [id, { integration }])),
      corsOptions: { allowOrigins: [`https://${table.tableName}`, 'https://example.com'] },
    };
  };
  allowNoSize();
  const { raw, document: substituted } = externalDocument(synthesize(document, build));
  expect(raw).toContain('TopicArn=$util.urlEncode(\\"${stageVariables.value_Topic_');
  allowAnySize();
  const inline = inlineDocument(synthesize(document, build));
  const anyQuotes = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('\\"', "'"));
  expect(anyQuotes(substituted)).toEqual(anyQuotes(inline));
});

test('what CloudFormation would remove is not there', () => {
  const external = oneOperation(() => ({ connectionId: Aws.NO_VALUE }));
  expect(externalDocument(external).raw).not.toContain('connectionId');
  expect(variablesOf(external.template)).toEqual({});
});

test('a user pool whose region and account are not known is a problem', () => {
  allow({ inlineBytes: 1, templateBytes: 1 });
  const [document] = operations(1);
  const build: Build = (stack) => {
    const pool = UserPool.fromUserPoolArn(stack, 'Users', Fn.importValue('pool'));
    return {
      defaultAuthorizer: Authorizers.cognito({ authorizerId: 'users', userPools: [pool] }),
      integrations: { op0: { integration: Integrations.mock({ statusCode: 200 }) } },
    };
  };
  expect(() => synthesize(document, build)).toThrow(
    "'users.x-amazon-apigateway-authorizer.providerARNs.0': an ARN that only CloudFormation knows cannot be taken apart; import the user pool by UserPool.fromUserPoolId",
  );
});

test('functions of nested stacks and buckets of other stacks are found at deployment', () => {
  allowNoSize();
  const app = new App({ analyticsReporting: false });
  const env = { account, region };
  const stack = new Stack(app, 'Stack', { env });
  const bucket = new Bucket(new Stack(app, 'Data', { env }), 'Bucket');
  const functions = new NestedStack(stack, 'Functions');
  const [document] = operations(2);
  new TypeSafeRestApi(stack, 'Api', {
    specPath: specFile(document),
    defaultAuthorizer: Authorizers.none(),
    integrations: {
      op0: { integration: Integrations.lambda(functionIn(functions, 'Fn')) },
      op1: { integration: Integrations.s3({ bucket, method: 'get' }) },
    },
  });
  const template = app.synth().getStackArtifact(stack.artifactId).template as Template;
  const values = JSON.stringify(variablesOf(template));
  expect(values).toMatch(/"Fn::Split":\[":",\{"Fn::GetAtt":\["FunctionsNestedStack\w+","Outputs\.\w+Arn"\]/);
  expect(values).toMatch(/"Fn::ImportValue":"Data:ExportsOutputRefBucket\w+"/);
});

describe('the name of the role in a document in S3', () => {
  const env = { account, region };
  const [document] = operations(1);

  /** The name of the role that an authorizer has, of which there are no variables. */
  function roleName(scope: Stack, others: (role: IRole) => void = () => {}): string {
    allowNoSize();
    const guard = functionIn(scope, 'Guard', { functionName: 'guard' });
    const { node } = new TypeSafeRestApi(scope, 'Api', {
      specPath: specFile(document),
      defaultAuthorizer: Authorizers.custom({ authorizerId: 'mine', function: guard }),
      integrations: { op0: { integration: Integrations.mock({ statusCode: 200 }) } },
    });
    const role = node.findChild('InvocationRole') as Role;
    others(role);
    Templates.fromStack(scope);
    return (role.node.defaultChild as CfnRole).roleName ?? '';
  }

  test('is what stacks of other accounts call it', () => {
    const app = new App({ analyticsReporting: false });
    const other = new Stack(app, 'Other', { env: { account: '999999999999', region } });
    const name = roleName(
      new Stack(app, 'Stack', { env }),
      (role) => new CfnOutput(other, 'Role', { value: role.roleArn }),
    );
    expect(name).toMatch(/^Stack-Api-InvocationRole-[0-9A-F]{8}-[0-9a-f]{12}$/);
    const [output] = Object.values(Templates.fromStack(other).findOutputs('*'));
    expect(JSON.stringify(output)).toContain(`:iam::${account}:role/${name}"`);
  });

  test('is the same whatever else is in the app, also in a nested stack', () => {
    const nameIn = (more: number) => {
      const stack = new Stack(new App({ analyticsReporting: false }), 'Stack', { env });
      for (let index = 0; index < more; index++) expect(new NestedStack(stack, `More${index}`).stackName).toBeDefined();
      return roleName(new NestedStack(stack, 'Nested'));
    };
    expect(nameIn(0)).toBe(nameIn(2));
  });
});
