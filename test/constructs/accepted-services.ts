import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, Pass, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Stack } from 'aws-cdk-lib/core';
import {
  Authorizers,
  DynamoDbAction,
  type Integration,
  Integrations,
  RequestValue,
  TypeSafeRestApi,
} from '../../src/constructs';
import { gatewayDocument, specFile } from './support';
import { declared } from './support-services';

/** An app with an operation for each way of each service. */
export function servicesApp(stack: Stack): void {
  const byId: Readonly<Record<string, Integration>> = { ...messages(stack), ...executions(stack), ...items(stack) };
  const json = ['application/json'];
  const operation = declared({
    ...{ path: ['petId'], query: ['kind', 'limit'], headers: ['X-Tenant'], body: json },
    responses: { 200: json, 400: json, 404: json, 409: json, 429: [], 500: json },
  });
  const ids = Object.keys(byId);
  new TypeSafeRestApi(stack, 'Api', {
    specPath: specFile(
      gatewayDocument(
        Object.fromEntries(ids.map((id) => [id, `post /${id}/{petId}`])),
        Object.fromEntries(ids.map((id) => [id, operation])),
      ),
    ),
    integrations: Object.fromEntries(ids.map((id) => [id, { integration: byId[id] as Integration }])),
    defaultAuthorizer: Authorizers.none(),
    corsOptions: { allowOrigins: ['https://example.com'] },
  });
}

function messages(stack: Stack): Record<string, Integration> {
  const encryptionMasterKey = new Key(stack, 'Key');
  const tenant = RequestValue.header('X-Tenant');
  const fifo = { fifo: true, contentBasedDeduplication: true };
  return {
    sqs: Integrations.sqs({
      queue: new Queue(stack, 'Queue', { encryptionMasterKey }),
      messageAttributes: { tenant, fixed: RequestValue.literal('$5') },
    }),
    sqsFifo: Integrations.sqs({ queue: new Queue(stack, 'Fifo', fifo), messageGroupId: RequestValue.path('petId') }),
    sns: Integrations.sns({
      topic: new Topic(stack, 'Topic', { masterKey: encryptionMasterKey }),
      message: RequestValue.request(),
      subject: RequestValue.query('kind'),
      messageAttributes: { tenant },
    }),
    eventBridge: Integrations.eventBridge({
      eventBus: new EventBus(stack, 'Bus'),
      source: 'com.example.pets',
      detailType: 'PetSold',
      detail: RequestValue.object({ id: RequestValue.path('petId'), by: RequestValue.context('identity.sourceIp') }),
    }),
  };
}

function executions(stack: Stack): Record<string, Integration> {
  const machine = (stateMachineType: StateMachineType) =>
    new StateMachine(stack, `${stateMachineType}Machine`, {
      definitionBody: DefinitionBody.fromChainable(new Pass(stack, `${stateMachineType}Pass`)),
      stateMachineType,
    });
  return {
    start: Integrations.stepFunctions({ stateMachine: machine(StateMachineType.STANDARD) }),
    run: Integrations.stepFunctions({
      stateMachine: machine(StateMachineType.EXPRESS),
      errorStatusCodes: { PetNotFound: 404 },
    }),
  };
}

function items(stack: Stack): Record<string, Integration> {
  const table = new TableV2(stack, 'Table', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    globalSecondaryIndexes: [{ indexName: 'byKind', partitionKey: { name: 'kind', type: AttributeType.STRING } }],
  });
  const key = { id: RequestValue.path('petId') };
  const attributes = { name: RequestValue.field('name'), tags: RequestValue.field('tags') };
  return {
    get: Integrations.dynamoDb({ table, action: DynamoDbAction.GET_ITEM, key }),
    put: Integrations.dynamoDb({
      ...{ table, action: DynamoDbAction.PUT_ITEM, attributes: { ...key, ...attributes } },
      conditionExpression: 'attribute_not_exists(#id)',
    }),
    update: Integrations.dynamoDb({
      ...{ table, action: DynamoDbAction.UPDATE_ITEM, key, attributes },
      conditionExpression: 'attribute_exists(id)',
    }),
    remove: Integrations.dynamoDb({ table, action: DynamoDbAction.DELETE_ITEM, key }),
    query: Integrations.dynamoDb({
      ...{ table, action: DynamoDbAction.QUERY, indexName: 'byKind', limit: RequestValue.query('limit') },
      key: { kind: RequestValue.query('kind') },
    }),
  };
}
