import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Stack } from 'aws-cdk-lib/core';
import { type EventBridgeIntegrationProps, Integrations, RequestValue } from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { allowedActions, declared, serviceOperation } from './support-services';

const json = ['application/json'];
const document = declared({ path: ['petId'], body: json });

function eventBridge(options: Partial<EventBridgeIntegrationProps> = {}, more: JsonObject = document) {
  const create = (stack: Stack) =>
    Integrations.eventBridge({
      eventBus: new EventBus(stack, 'Bus'),
      source: 'com.example.pets',
      detailType: 'PetSold',
      ...options,
    });
  return serviceOperation('post /pets/{petId}', create, more);
}

test('the body is the detail', () => {
  const { integration, send, stack } = eventBridge();
  expect(integration).toMatchObject({
    uri: 'arn:AWS::Partition:apigateway:AWS::Region:events:action/PutEvents',
    requestParameters: {
      'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
      'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
    },
  });
  const body = `{"a":"it's \\"$5\\""}`;
  expect(JSON.parse(send({ body }))).toEqual({
    Entries: [{ EventBusName: 'Bus.Arn', Source: 'com.example.pets', DetailType: 'PetSold', Detail: body }],
  });
  expect(allowedActions(stack)).toEqual(['events:PutEvents Bus.Arn']);
});

test.each(['","Source":"aws.x', "it's \\' \\\" $x #if(1) \n"])('no value breaks out of the event: %j', (value) => {
  const detail = RequestValue.object({ id: RequestValue.path('petId'), name: RequestValue.field('name') });
  const resources = [RequestValue.concat(RequestValue.literal('pet/'), RequestValue.path('petId'))];
  const { send } = eventBridge({ detail, resources });
  const [entry] = JSON.parse(send({ path: { petId: value }, body: JSON.stringify({ name: value }) })).Entries;
  expect(Object.keys(entry)).toEqual(['EventBusName', 'Source', 'DetailType', 'Detail', 'Resources']);
  expect(JSON.parse(entry.Detail)).toEqual({ id: value, name: value });
  expect(entry.Resources).toEqual([`pet/${value}`]);
});

test('an event that the bus does not take is an error', () => {
  const taken = { FailedEntryCount: 0, Entries: [{ EventId: 'e1' }] };
  const refused = (ErrorCode: string) => ({ FailedEntryCount: 1, Entries: [{ ErrorCode, ErrorMessage: 'secret' }] });
  const all = eventBridge({}, declared({ path: ['petId'], body: json, responses: { 200: json, 400: json, 500: [] } }));
  expect(all.answer(200, taken)).toMatchObject({ status: 200, body: '{"eventId":"e1"}' });
  expect(all.answer(200, refused('MalformedDetail'))).toMatchObject({ status: 400, body: '{"message":"Bad Request"}' });
  expect(all.answer(200, refused('InternalFailure'))).toMatchObject({ status: 500, body: '' });
  const empty = eventBridge({}, declared({ path: ['petId'], body: json, responses: { 202: [] } }));
  expect(empty.answer(200, taken)).toMatchObject({ status: 202, body: '' });
  expect(empty.answer(200, refused('ThrottlingException'))).toMatchObject({ status: 500, body: '' });
});

test('names that EventBridge does not take are errors', () => {
  expect(() => eventBridge({ source: 'aws.pets' })).toThrow("'aws.' is for AWS");
  expect(() => eventBridge({ detailType: '' })).toThrow("'detailType' has 0 characters, but takes 1 to 128");
});
