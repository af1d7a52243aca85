import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Stack } from 'aws-cdk-lib/core';
import { Integrations, RequestValue, type SnsIntegrationProps } from '../../src/constructs';
import { allowedActions, declared, serviceOperation } from './support-services';

const document = declared({ path: ['petId'], query: ['kind'], body: ['application/json'] });

function sns(options: Omit<SnsIntegrationProps, 'topic'> = {}, fifo = false) {
  const create = (stack: Stack) =>
    Integrations.sns({ topic: new Topic(stack, 'Topic', fifo ? { fifo } : {}), ...options });
  return serviceOperation('post /pets/{petId}', create, document);
}

test('the body is published', () => {
  const { integration, send, stack } = sns();
  expect(integration).toMatchObject({
    uri: 'arn:AWS::Partition:apigateway:AWS::Region:sns:path//',
    requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
  });
  expect(Object.fromEntries(new URLSearchParams(send({ body: '{"a":"&b=$x"}' })))).toEqual({
    Action: 'Publish',
    TopicArn: 'Topic',
    Message: '{"a":"&b=$x"}',
  });
  expect(allowedActions(stack)).toEqual(['sns:Publish Topic']);
});

test('subject, attributes and order', () => {
  const { send } = sns(
    {
      message: RequestValue.literal('sold'),
      subject: RequestValue.query('kind'),
      messageGroupId: RequestValue.path('petId'),
      messageDeduplicationId: RequestValue.context('requestId'),
      messageAttributes: { kind: RequestValue.query('kind') },
    },
    true,
  );
  const value = '&Action=DeleteTopic';
  expect(Object.fromEntries(new URLSearchParams(send({ path: { petId: value }, query: [['kind', value]] })))).toEqual({
    Action: 'Publish',
    TopicArn: 'Topic',
    Message: 'sold',
    Subject: value,
    MessageGroupId: value,
    MessageDeduplicationId: 'request-1',
    'MessageAttributes.entry.1.Name': 'kind',
    'MessageAttributes.entry.1.Value.DataType': 'String',
    'MessageAttributes.entry.1.Value.StringValue': value,
  });
});

test('responses', () => {
  const reply = { PublishResponse: { PublishResult: { MessageId: 'm1', SequenceNumber: null } } };
  expect(sns().answer(200, reply)).toMatchObject({ status: 200, body: '{"messageId":"m1"}' });
  expect(sns().answer(403, { Error: { Code: 'AuthorizationError' } })).toMatchObject({ status: 500, body: '' });
});

test('a FIFO topic wants a group, and something that tells messages apart', () => {
  expect(() => sns({}, true)).toThrow(
    "the topic is a FIFO topic, which takes no message without a group; set 'messageGroupId'",
  );
  expect(() => sns({ messageGroupId: RequestValue.path('petId') }, true)).toThrow("set 'messageDeduplicationId'");
  expect(() => sns({ messageDeduplicationId: RequestValue.path('petId') })).toThrow('is for FIFO topics');
});
