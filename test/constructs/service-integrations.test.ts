import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  Authorizers,
  DynamoDbAction,
  ErrorIntegrationResponses,
  IntegrationResponseSets,
  IntegrationResponses,
  Integrations,
  RequestValue,
  type ServiceIntegrationOptions,
} from '../../src/constructs';
import { apiOf, gatewayDocument } from './support';
import { allowedActions, declared, serviceOperation } from './support-services';

const json = ['application/json'];
const document = declared({ body: json, responses: { 200: json, 202: [], 409: json, 500: json } });
const sent = { SendMessageResponse: { SendMessageResult: { MessageId: 'm1' } } };
const refused = { Error: { Code: 'InvalidMessageContents', Message: 'secret' } };

function sqs(options: ServiceIntegrationOptions) {
  return serviceOperation(
    'post /x',
    (stack) => Integrations.sqs({ queue: new Queue(stack, 'Queue'), ...options }),
    document,
  );
}

test('responses can be those of the sets that S3 has', () => {
  const fixed = IntegrationResponses.fixed({ statusCode: 409, body: '{"message":"no"}' });
  const own = sqs({
    successResponseStatusCode: 202,
    errorIntegrationResponse: ErrorIntegrationResponses.custom({ responses: { '4\\d{2}': fixed } }),
  });
  expect(own.answer(200, sent)).toMatchObject({ status: 202, body: '' });
  expect(own.answer(400, refused)).toMatchObject({ status: 409, body: '{"message":"no"}' });
  expect(own.answer(503, {})).toMatchObject({ status: 500, body: '' });
  const all = sqs({
    integrationResponseSet: IntegrationResponseSets.composite(
      IntegrationResponseSets.defaultPassthrough(),
      IntegrationResponseSets.catchAll(),
    ),
  });
  expect(all.answer(200, sent).body).toBe(JSON.stringify(sent));
  expect(all.answer(400, refused)).toMatchObject({ status: 500, body: '' });
});

test.each<[string, ServiceIntegrationOptions, string]>([
  [
    'errors as success',
    { errorIntegrationResponse: ErrorIntegrationResponses.none() },
    'would be answered like success',
  ],
  [
    'all responses, and the body of one',
    { integrationResponseSet: IntegrationResponseSets.defaultPassthrough(), responseTemplate: 'x' },
    "'responseTemplate' has no effect",
  ],
  ['a status that is not declared', { successResponseStatusCode: 204 }, 'does not declare'],
])('%s are an error', (_, options, message) => expect(() => sqs(options)).toThrow(message));

// Apache Velocity wants a letter at the start of a name: '$root.__type' is an error of its lexer, although other engines read it.
test('codes of errors are read as Velocity reads them', () => {
  const create = (stack: Stack) =>
    Integrations.eventBridge({ eventBus: new EventBus(stack, 'Bus'), source: 'pets', detailType: 'Sold' });
  const { integration, answer } = serviceOperation(
    'post /x',
    create,
    declared({ responses: { 200: json, 429: json } }),
  );
  expect(JSON.stringify(integration)).not.toMatch(/\$[\w.]*\._/);
  expect(answer(400, { __type: 'x#ThrottlingException' })).toMatchObject({ status: 429 });
});

test('the media type is that of the status, whichever it becomes', () => {
  const problem = ['application/problem+json'];
  const responses = { 200: [], 400: json, 404: json, 409: problem, 500: [] };
  const create = (stack: Stack) =>
    Integrations.dynamoDb({
      table: new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } }),
      action: DynamoDbAction.DELETE_ITEM,
      key: { id: RequestValue.path('id') },
      conditionExpression: 'attribute_not_exists(locked)',
    });
  const { answer } = serviceOperation('delete /x/{id}', create, declared({ path: ['id'], responses }));
  const typed = (contentType: string, name: string) => ({ body: JSON.stringify({ message: name }), contentType });
  const nothing = { body: '', contentType: 'text/plain' };
  expect(answer(200, { Attributes: {} })).toEqual({ status: 200, ...nothing });
  expect(answer(200, {})).toEqual({ status: 404, ...typed('application/json', 'Not Found') });
  expect(answer(400, { __type: 'x#ValidationException' })).toEqual({
    status: 400,
    ...typed('application/json', 'Bad Request'),
  });
  expect(answer(400, { __type: 'x#ConditionalCheckFailedException' })).toEqual({
    status: 409,
    ...typed('application/problem+json', 'Conflict'),
  });
  expect(answer(500, {})).toEqual({ status: 500, ...nothing });
});

test('one role and one statement for what several operations do with a table', () => {
  const stack = new Stack(new App(), 'Stack');
  const table = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
  const key = { id: RequestValue.path('id') };
  apiOf(
    gatewayDocument({ one: 'get /x/{id}', two: 'delete /x/{id}', three: 'get /y/{id}' }),
    {
      defaultAuthorizer: Authorizers.none(),
      integrations: {
        one: { integration: Integrations.dynamoDb({ table, action: DynamoDbAction.GET_ITEM, key }) },
        two: { integration: Integrations.dynamoDb({ table, action: DynamoDbAction.DELETE_ITEM, key }) },
        three: { integration: Integrations.dynamoDb({ table, action: DynamoDbAction.GET_ITEM, key }) },
      },
    },
    stack,
  );
  expect(allowedActions(stack)).toEqual(['dynamodb:GetItem Table.Arn', 'dynamodb:DeleteItem Table.Arn']);
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(JSON.stringify(policies).match(/"Effect"/g)).toHaveLength(1);
});

const here = { account: '111111111111', region: 'eu-west-1' };
const there = { account: '222222222222', region: 'us-east-1' };

test('resources of other accounts of the app let the role in', () => {
  const app = new App();
  const data = new Stack(app, 'Data', { env: there });
  const queue = new Queue(data, 'Queue', { queueName: 'orders' });
  const topic = new Topic(data, 'Topic', { topicName: 'news' });
  const eventBus = new EventBus(data, 'Bus', { eventBusName: 'events' });
  const table = new Table(data, 'Table', {
    tableName: 'pets',
    partitionKey: { name: 'id', type: AttributeType.STRING },
  });
  const stack = new Stack(app, 'Stack', { env: here });
  const key = { id: RequestValue.path('id') };
  const integrations = {
    queue: Integrations.sqs({ queue }),
    topic: Integrations.sns({ topic }),
    bus: Integrations.eventBridge({ eventBus, source: 'pets', detailType: 'Sold' }),
    table: Integrations.dynamoDb({ table, action: DynamoDbAction.GET_ITEM, key }),
  };
  const ids = Object.keys(integrations);
  apiOf(
    gatewayDocument(Object.fromEntries(ids.map((id) => [id, `get /${id}/{id}`]))),
    {
      defaultAuthorizer: Authorizers.none(),
      integrations: Object.fromEntries(Object.entries(integrations).map(([id, integration]) => [id, { integration }])),
    },
    stack,
  );
  const text = JSON.stringify(Template.fromStack(data).toJSON());
  for (const action of ['sqs:SendMessage', 'sns:Publish', 'events:PutEvents', 'dynamodb:GetItem']) {
    expect(text).toContain(`"${action}"`);
  }
  const body = JSON.stringify(Template.fromStack(stack).toJSON());
  expect(body).toContain(':apigateway:us-east-1:sqs:path/222222222222/orders');
  expect(body).toContain(':dynamodb:us-east-1:222222222222:table/pets');
});

test('for imported resources of other accounts there is a warning', () => {
  const stack = new Stack(new App(), 'Stack', { env: here });
  const create = () =>
    Integrations.sqs({ queue: Queue.fromQueueArn(stack, 'Far', 'arn:aws:sqs:us-east-1:222222222222:orders') });
  serviceOperation('post /x', create, document, { defaultAuthorizer: Authorizers.none() }, stack);
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp("the queue 'Stack/Far' is in another account"));
});

test('partitions are those of the stack', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'cn-north-1' } });
  const { integration } = serviceOperation(
    'post /x',
    () => Integrations.sqs({ queue: new Queue(stack, 'Queue') }),
    document,
    {},
    stack,
  );
  expect(integration.uri).toBe('arn:AWS::Partition:apigateway:cn-north-1:sqs:path/111111111111/Queue.QueueName');
});
