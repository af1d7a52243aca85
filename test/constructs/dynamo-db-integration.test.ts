import { AttributeType, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Stack } from 'aws-cdk-lib/core';
import { DynamoDbAction, type DynamoDbIntegrationProps, Integrations, RequestValue } from '../../src/constructs';
import type { Json, JsonObject } from '../../src/shared/json';
import { allowedActions, declared, serviceOperation } from './support-services';

const json = ['application/json'];
const document = declared({
  path: ['petId'],
  query: ['limit', 'kind'],
  body: json,
  responses: { 200: json, 400: json, 404: json, 409: json, 500: [] },
});
const key = { id: RequestValue.path('petId') };

function tableOf(stack: Stack): Table {
  const table = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
  table.addGlobalSecondaryIndex({
    indexName: 'byKind',
    partitionKey: { name: 'kind', type: AttributeType.STRING },
    sortKey: { name: 'age', type: AttributeType.NUMBER },
  });
  return table;
}

function dynamoDb(
  action: DynamoDbAction,
  options: Omit<DynamoDbIntegrationProps, 'table' | 'action'> = {},
  more: JsonObject = document,
) {
  const create = (stack: Stack) => Integrations.dynamoDb({ table: tableOf(stack), action, ...options });
  return serviceOperation('post /pets/{petId}', create, more);
}

const tags: Json[] = [{ S: 'a' }, { M: { n: { N: '1' } } }];
const item = {
  id: { S: 'it\'s "$x" #1 \\ ü\n' },
  age: { N: '12345678901234567890.5' },
  sold: { BOOL: false },
  none: { NULL: true },
  bytes: { B: 'AAE=' },
  'a"b': { SS: ['x', 'y"'] },
  counts: { NS: ['1', '2'] },
  owner: { M: { name: { S: 'Ada' }, S: { S: 'named S' }, tags: { L: tags } } },
  empty: { L: [] },
  bare: { M: {} },
};
const plain = {
  id: 'it\'s "$x" #1 \\ ü\n',
  age: Number(item.age.N),
  sold: false,
  none: null,
  bytes: 'AAE=',
  'a"b': ['x', 'y"'],
  counts: [1, 2],
  owner: { name: 'Ada', S: 'named S', tags: ['a', { n: 1 }] },
  empty: [],
  bare: {},
};

test('an item is read by its key, and is plain JSON', () => {
  const { integration, send, answer, stack } = dynamoDb(DynamoDbAction.GET_ITEM, { key, consistentRead: true });
  expect(integration.uri).toBe('arn:AWS::Partition:apigateway:AWS::Region:dynamodb:action/GetItem');
  expect(JSON.parse(send({ path: { petId: '"},"TableName":"x' } }))).toEqual({
    TableName: 'Table',
    ConsistentRead: true,
    Key: { id: { S: '"},"TableName":"x' } },
  });
  const found = answer(200, { Item: item });
  expect(found.status).toBe(200);
  expect(JSON.parse(found.body)).toEqual(plain);
  expect(found.body).toContain('"age":12345678901234567890.5');
  expect(allowedActions(stack)).toEqual(['dynamodb:GetItem Table.Arn']);
});

test('an item that is not there is a 404 where that is declared', () => {
  const { answer } = dynamoDb(DynamoDbAction.GET_ITEM, { key });
  expect(answer(200, {})).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
  const undeclared = dynamoDb(DynamoDbAction.GET_ITEM, { key }, declared({ path: ['petId'] }));
  expect(undeclared.answer(200, {})).toMatchObject({ status: 200, body: '{}' });
  const own = dynamoDb(DynamoDbAction.GET_ITEM, { key, responseTemplate: '{"i":$input.json(\'$.Item.id.S\')}' });
  expect(own.answer(200, { Item: item }).body).toBe(`{"i":${JSON.stringify(item.id.S)}}`);
  expect(own.answer(200, {})).toMatchObject({ status: 404 });
});

test('what is deeper than the levels is null', () => {
  const { answer } = dynamoDb(DynamoDbAction.GET_ITEM, { key, nestedLevels: 1 });
  expect(JSON.parse(answer(200, { Item: { id: { S: '1' }, owner: item.owner } }).body)).toEqual({
    id: '1',
    owner: { name: 'Ada', S: 'named S', tags: null },
  });
});

test('an item is written with the types that the body has', () => {
  const attributes = {
    ...key,
    name: RequestValue.field('name'),
    age: RequestValue.field('age'),
    owner: RequestValue.field('owner'),
    sold: RequestValue.field('sold'),
    note: RequestValue.field('note'),
    kind: RequestValue.query('kind'),
    weight: RequestValue.query('limit').asNumber(),
    origin: RequestValue.object({ by: RequestValue.literal('api'), at: RequestValue.context('requestId') }),
  };
  const conditionExpression = 'attribute_not_exists(#id)';
  const { send, answer, stack } = dynamoDb(DynamoDbAction.PUT_ITEM, { attributes, conditionExpression });
  const name = '"}},"TableName":"x';
  const owner = { "it's": 'Ada', 'a"b': [1, -2.5e3, null, true, ['x'], {}] };
  const body = JSON.stringify({ name, age: 3, owner, sold: false });
  const sent = JSON.parse(send({ path: { petId: 'p1' }, query: [['limit', '4']], body }));
  expect(sent).toMatchObject({
    TableName: 'Table',
    ConditionExpression: conditionExpression,
    ExpressionAttributeNames: { '#id': 'id' },
  });
  const { owner: sentOwner, ...others } = sent.Item;
  expect(others).toEqual({
    id: { S: 'p1' },
    name: { S: name },
    age: { N: '3' },
    sold: { BOOL: false },
    weight: { N: '4' },
    origin: { M: { by: { S: 'api' }, at: { S: 'request-1' } } },
  });
  expect(sentOwner.M['a"b']).toEqual({
    L: [{ N: '1' }, { N: '-2500' }, { NULL: true }, { BOOL: true }, { L: [{ S: 'x' }] }, { M: {} }],
  });
  const conflict = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', message: 'secret' };
  expect(answer(400, conflict)).toMatchObject({ status: 409, body: '{"message":"Conflict"}' });
  expect(answer(400, { __type: 'x#ValidationException' })).toMatchObject({ status: 400 });
  expect(answer(400, { __type: 'x#ResourceNotFoundException' })).toMatchObject({ status: 500, body: '' });
  expect(answer(200, {})).toMatchObject({ status: 200, body: '{}' });
  expect(allowedActions(stack)).toEqual(['dynamodb:PutItem Table.Arn']);
});

test('what is there of the attributes is set', () => {
  const attributes = { name: RequestValue.field('name'), status: RequestValue.field('status') };
  const options = {
    ...{ key, attributes, conditionExpression: 'attribute_exists(id) AND #age > :least' },
    conditionValues: { least: RequestValue.literal('1').asNumber() },
  };
  const { send, answer } = dynamoDb(DynamoDbAction.UPDATE_ITEM, options);
  expect(JSON.parse(send({ path: { petId: 'p1' }, body: '{"status":"sold"}' }))).toEqual({
    TableName: 'Table',
    Key: { id: { S: 'p1' } },
    ReturnValues: 'ALL_NEW',
    UpdateExpression: 'SET #set1 = :set1',
    ConditionExpression: 'attribute_exists(id) AND #age > :least',
    ExpressionAttributeNames: { '#age': 'age', '#set1': 'status' },
    ExpressionAttributeValues: { ':least': { N: '1' }, ':set1': { S: 'sold' } },
  });
  expect(JSON.parse(send({ path: { petId: 'p1' }, body: '{"name":"Rex","status":1}' }))).toMatchObject({
    UpdateExpression: 'SET #set0 = :set0, #set1 = :set1',
  });
  expect(JSON.parse(answer(200, { Attributes: item }).body)).toEqual(plain);
  expect(answer(400, { __type: 'x#ConditionalCheckFailedException' })).toMatchObject({ status: 404 });
});

test('an item is deleted, or was not there', () => {
  const { send, answer } = dynamoDb(
    DynamoDbAction.DELETE_ITEM,
    { key, successResponseStatusCode: 204 },
    {
      ...declared({ path: ['petId'], responses: { 204: [], 404: json } }),
    },
  );
  expect(JSON.parse(send({ path: { petId: 'p1' } }))).toEqual({
    TableName: 'Table',
    Key: { id: { S: 'p1' } },
    ReturnValues: 'ALL_OLD',
  });
  expect(answer(200, { Attributes: item })).toMatchObject({ status: 204, body: '' });
  expect(answer(200, {})).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
});

test('an index is queried', () => {
  const options = {
    key: { kind: RequestValue.query('kind'), age: RequestValue.field('age') },
    ...{ indexName: 'byKind', limit: RequestValue.query('limit'), descending: true, itemsMember: 'pets' },
  };
  const { send, answer, stack } = dynamoDb(DynamoDbAction.QUERY, options);
  const expected = {
    TableName: 'Table',
    IndexName: 'byKind',
    ScanIndexForward: false,
    Limit: 1000,
    KeyConditionExpression: '#key0 = :key0 AND #key1 = :key1',
    ExpressionAttributeNames: { '#key0': 'kind', '#key1': 'age' },
    ExpressionAttributeValues: { ':key0': { S: 'dog' }, ':key1': { N: '3' } },
  };
  expect(JSON.parse(send({ query: [['kind', 'dog']], body: '{"age":3}' }))).toEqual(expected);
  const limited = send({
    query: [
      ['kind', 'dog'],
      ['limit', '5'],
    ],
    body: '{"age":3}',
  });
  expect(JSON.parse(limited)).toEqual({ ...expected, Limit: 5 });
  const { body } = answer(200, { Count: 2, Items: [item, { id: { S: 'p2' } }] });
  expect(JSON.parse(body)).toEqual({ pets: [plain, { id: 'p2' }] });
  expect(allowedActions(stack)).toEqual(['dynamodb:Query Table.Arn/index/byKind']);
  const list = dynamoDb(DynamoDbAction.QUERY, { key });
  expect(list.answer(200, { Count: 0, Items: [] as Json[] }).body).toBe('[]');
});

test('one statement for a table, and its key for what is done with it', () => {
  const v2 = (keyOfItem: Readonly<Record<string, RequestValue>>) =>
    serviceOperation('get /pets/{petId}', (scope) => {
      const table = new TableV2(scope, 'Table', { partitionKey: { name: 'id', type: AttributeType.NUMBER } });
      return Integrations.dynamoDb({ table, action: DynamoDbAction.GET_ITEM, key: keyOfItem });
    });
  const { stack, send } = v2(key);
  expect(JSON.parse(send({ path: { petId: '7' } })).Key).toEqual({ id: { N: '7' } });
  expect(allowedActions(stack)).toEqual(['dynamodb:GetItem Table.Arn']);
  expect(() => v2({ ids: RequestValue.path('petId') })).toThrow("did you mean 'id'?");
  const encrypted = serviceOperation('get /pets/{petId}', (scope) => {
    const partitionKey = { name: 'id', type: AttributeType.STRING };
    const table = new Table(scope, 'Table', { partitionKey, encryptionKey: new Key(scope, 'Key') });
    return Integrations.dynamoDb({ table, action: DynamoDbAction.GET_ITEM, key });
  }).stack;
  expect(allowedActions(encrypted)).toEqual([
    'dynamodb:GetItem Table.Arn',
    'kms:Decrypt Key.Arn',
    'kms:DescribeKey Key.Arn',
  ]);
});

test.each<[string, DynamoDbAction, Omit<DynamoDbIntegrationProps, 'table' | 'action'>, string]>([
  ['no key', DynamoDbAction.GET_ITEM, {}, "GetItem needs 'key'"],
  ['another key', DynamoDbAction.GET_ITEM, { key: { ids: key.id } }, "did you mean 'id'?"],
  ['a key that lacks a part', DynamoDbAction.QUERY, { key: { age: key.id }, indexName: 'byKind' }, "lacks 'kind'"],
  ['an item without a key', DynamoDbAction.PUT_ITEM, { attributes: { name: key.id } }, "'attributes' lacks 'id'"],
  ['a limit', DynamoDbAction.GET_ITEM, { key, limit: key.id }, "'limit' is for Query, and not for GetItem"],
  ['a body', DynamoDbAction.PUT_ITEM, { attributes: { ...key, all: RequestValue.body() } }, 'take fields'],
  ['a status', DynamoDbAction.DELETE_ITEM, { key, conditionFailedStatusCode: 418 }, 'does not declare'],
  ['levels', DynamoDbAction.GET_ITEM, { key, nestedLevels: 11 }, 'use an integer from 0 to 10'],
  ['a template', DynamoDbAction.GET_ITEM, { key, requestTemplate: '{}' }, "'key' has no effect"],
])('%s that cannot be is an error', (_, action, options, message) => {
  expect(() => dynamoDb(action, options)).toThrow(message);
});
