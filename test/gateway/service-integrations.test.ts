import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Authorizers, DynamoDbAction, Integrations, RequestValue, TypeSafeRestApi } from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { Json, JsonObject } from '../../src/shared/json';
import { declared } from '../constructs/support-services';

const json = ['application/json'];
const pets = declared({ path: ['petId'], body: json, responses: { 202: json, 400: json, 500: [] } });
const operation = (operationId: string): JsonObject => ({ operationId, ...pets });
const document: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  paths: Object.fromEntries(
    ['queue', 'fifo', 'topic', 'bus', 'machine', 'table', 'forbidden'].map((id) => [
      `/${id}/{petId}`,
      { post: operation(id) },
    ]),
  ),
};

let root: string;
let gateway: LocalGateway;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-services-'));
  const specPath = path.join(root, 'gateway.json');
  writeFileSync(specPath, JSON.stringify(document));
  const assembly = path.join(root, 'cdk.out');
  const app = new App({ outdir: assembly, context: { 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Shop');
  const definitionBody = DefinitionBody.fromChainable(new Pass(stack, 'Pass'));
  const partitionKey = { name: 'id', type: AttributeType.STRING };
  const forbidden = Integrations.sqs({ queue: new Queue(stack, 'Forbidden') });
  forbidden.grant = () => {};
  const integrations = {
    queue: Integrations.sqs({
      queue: new Queue(stack, 'Orders'),
      messageAttributes: { pet: RequestValue.path('petId') },
    }),
    fifo: Integrations.sqs({
      queue: new Queue(stack, 'Sorted', { fifo: true, queueName: 'sorted.fifo', contentBasedDeduplication: true }),
      messageGroupId: RequestValue.path('petId'),
    }),
    topic: Integrations.sns({ topic: new Topic(stack, 'News'), subject: RequestValue.path('petId') }),
    bus: Integrations.eventBridge({
      eventBus: new EventBus(stack, 'Bus', { eventBusName: 'pet-events' }),
      source: 'pets',
      detailType: 'PetSold',
    }),
    machine: Integrations.stepFunctions({ stateMachine: new StateMachine(stack, 'Machine', { definitionBody }) }),
    table: Integrations.dynamoDb({
      table: new Table(stack, 'Table', { partitionKey }),
      action: DynamoDbAction.DELETE_ITEM,
      key: { id: RequestValue.path('petId') },
    }),
    forbidden,
  };
  new TypeSafeRestApi(stack, 'Api', {
    specPath,
    defaultAuthorizer: Authorizers.none(),
    integrations: Object.fromEntries(Object.entries(integrations).map(([id, integration]) => [id, { integration }])),
  });
  app.synth();
  gateway = await serve({ assembly, root, port: 0 });
}, 60_000);
afterAll(async () => {
  await gateway?.close();
  rmSync(root, { recursive: true, force: true });
});

async function post(target: string, body: Json) {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${gateway.apis()[0]?.url}/${target}`, init);
  const text = await response.text();
  return {
    status: response.status,
    text,
    body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>),
  };
}

function linesOf(name: string): Record<string, unknown>[] {
  const file = path.join(root, '.type-safe-api', 'messages', `${name}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('the start page says where messages go, and what does not run here', () => {
  const operations = gateway.apis()[0]?.operations ?? [];
  const shown = operations.map(({ operationId, kind, details, unavailable }) => [
    operationId,
    [kind, ...details].join(' '),
    unavailable,
  ]);
  expect(shown).toEqual([
    ['queue', 'sqs ./.type-safe-api/messages/Orders.jsonl', undefined],
    ['fifo', 'sqs ./.type-safe-api/messages/sorted.fifo.jsonl', undefined],
    ['topic', 'sns ./.type-safe-api/messages/News.jsonl', undefined],
    ['bus', 'events ./.type-safe-api/messages/pet-events.jsonl', undefined],
    ['machine', 'states', expect.stringContaining('state machines run in AWS only')],
    ['table', 'dynamodb', expect.stringContaining('there are no DynamoDB tables here')],
    ['forbidden', 'sqs ./.type-safe-api/messages/Forbidden.jsonl', undefined],
  ]);
});

test('a message to a queue is a line of its file', async () => {
  const { status, body } = await post('queue/p%201', { name: 'Rex & Co' });
  expect([status, body]).toEqual([202, { messageId: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  expect(linesOf('Orders')).toEqual([
    {
      MessageId: body?.messageId,
      Body: '{"name":"Rex & Co"}',
      MessageAttributes: { pet: { DataType: 'String', StringValue: 'p 1' } },
      SentTimestamp: expect.any(String),
    },
  ]);
  expect((await post('fifo/p1', { a: 1 })).status).toBe(202);
  expect(linesOf('sorted.fifo')).toMatchObject([{ Body: '{"a":1}', MessageGroupId: 'p1' }]);
});

test('a message to a topic is a line of its file, and one that SNS refuses is not', async () => {
  expect((await post('topic/Sold', { a: 1 })).body).toEqual({ messageId: expect.any(String) });
  expect(linesOf('News')).toMatchObject([{ Subject: 'Sold', Message: '{"a":1}' }]);
  const refused = await post('topic/%C3%BC', { a: 1 });
  expect([refused.status, refused.text]).toEqual([400, '{"message":"Bad Request"}']);
  expect(linesOf('News')).toHaveLength(1);
});

test('an event is a line of the file of its bus, and one that EventBridge refuses is an error', async () => {
  expect((await post('bus/p1', { a: 1 })).body).toEqual({ eventId: expect.any(String) });
  expect(linesOf('pet-events')).toMatchObject([{ source: 'pets', 'detail-type': 'PetSold', detail: { a: 1 } }]);
  const refused = await post('bus/p1', [1]);
  expect([refused.status, refused.text]).toEqual([400, '{"message":"Bad Request"}']);
});

test('what the role may not do fails here as well', async () => {
  expect(await post('forbidden/p1', {})).toMatchObject({ status: 500, text: '' });
  expect(linesOf('Forbidden')).toEqual([]);
});

test('what does not run here is 501', async () => {
  for (const target of ['machine/p1', 'table/p1']) {
    expect(await post(target, {})).toMatchObject({ status: 501, text: expect.stringContaining('not available') });
  }
});
