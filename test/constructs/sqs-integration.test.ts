import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib/core';
import { Integrations, RequestValue, type SqsIntegrationProps } from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { allowedActions, declared, serviceOperation } from './support-services';

const json = ['application/json'];
const withBody = declared({ path: ['petId'], query: ['kind'], headers: ['X-Tenant'], body: json });

function sqs(options: Omit<SqsIntegrationProps, 'queue'> = {}, more: JsonObject = withBody, fifo = false) {
  const create = (stack: Stack) =>
    Integrations.sqs({ queue: new Queue(stack, 'Queue', fifo ? { fifo } : {}), ...options });
  return serviceOperation('post /pets/{petId}', create, more);
}

/** What a form says, each name once. */
function form(text: string): Readonly<Record<string, string>> {
  const pairs = [...new URLSearchParams(text)];
  expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
  return Object.fromEntries(pairs);
}

test('the body is the message', () => {
  const { integration, send } = sqs();
  expect(integration).toMatchObject({
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:AWS::Partition:apigateway:AWS::Region:sqs:path/AWS::AccountId/Queue.QueueName',
    credentials: 'ApiServiceIntegrationsExecutionRole.Arn',
    contentHandling: 'CONVERT_TO_TEXT',
    passthroughBehavior: 'NEVER',
    requestParameters: {
      'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'",
      'integration.request.header.Accept': "'application/json'",
    },
  });
  const body = '{"name":"Rex & \\"Co\\"","price":"$5 #1"}';
  expect(form(send({ body }))).toEqual({ Action: 'SendMessage', MessageBody: body });
});

test('an operation without a body sends its parameters', () => {
  const { send } = sqs({}, declared({ path: ['petId'], query: ['kind'], headers: ['X-Tenant'] }));
  const request = { path: { petId: `a/"b'` }, headers: [['x-tenant', 't1']] as const };
  expect(JSON.parse(form(send(request)).MessageBody ?? '')).toEqual({
    path: { petId: `a/"b'` },
    query: { kind: null },
    headers: { 'X-Tenant': 't1' },
  });
});

const nasty = [
  '","QueueUrl":"x',
  '&Action=DeleteQueue',
  '%26Action=DeleteQueue',
  '$util.urlEncode("x")',
  '#set($x = 1)#if(true)',
  "it's \\ \\' \\\" \n\u2028 ü 😀",
  '"}, {"a":"',
];

test.each(nasty)('no value breaks out of the form: %j', (value) => {
  const { send } = sqs({
    messageBody: RequestValue.object({
      id: RequestValue.path('petId'),
      name: RequestValue.field('name'),
      fixed: RequestValue.literal('$5 #1 \\$x'),
      both: RequestValue.concat(RequestValue.literal('a\\'), RequestValue.query('kind'), RequestValue.literal('.json')),
    }),
    messageAttributes: { tenant: RequestValue.header('x-tenant'), fixed: RequestValue.literal('a&b') },
  });
  const request = {
    path: { petId: value },
    query: [['kind', value]] as const,
    headers: [['X-TENANT', value]] as const,
    body: JSON.stringify({ name: value }),
  };
  const { MessageBody = '', ...others } = form(send(request));
  expect(JSON.parse(MessageBody)).toEqual({ id: value, name: value, fixed: '$5 #1 \\$x', both: `a\\${value}.json` });
  expect(others).toEqual({
    Action: 'SendMessage',
    'MessageAttribute.1.Name': 'fixed',
    'MessageAttribute.1.Value.DataType': 'String',
    'MessageAttribute.1.Value.StringValue': 'a&b',
    'MessageAttribute.2.Name': 'tenant',
    'MessageAttribute.2.Value.DataType': 'String',
    'MessageAttribute.2.Value.StringValue': value,
  });
});

test('a parameter of the query is not taken for a header or for one of the path', () => {
  const { send } = sqs({
    messageBody: RequestValue.concat(RequestValue.path('petId'), RequestValue.header('X-Tenant')),
  });
  const query = [
    ['X-Tenant', 'evil'],
    ['petId', 'evil'],
  ] as const;
  expect(form(send({ path: { petId: 'p1' }, query })).MessageBody).toBe('p1');
});

test('values that are not there are left out', () => {
  const { send } = sqs({
    messageGroupId: RequestValue.header('X-Tenant'),
    messageAttributes: {
      kind: RequestValue.query('kind'),
      count: RequestValue.field('count').asNumber(),
      tenant: RequestValue.header('X-Tenant'),
    },
    delay: Duration.minutes(1),
  });
  const sent = form(send({ body: '{"count": 12}' }));
  expect(sent).toEqual({
    Action: 'SendMessage',
    MessageBody: '{"count": 12}',
    DelaySeconds: '60',
    'MessageAttribute.1.Name': 'count',
    'MessageAttribute.1.Value.DataType': 'Number',
    'MessageAttribute.1.Value.StringValue': '12',
  });
  expect(form(send({ body: '{}', headers: [['X-Tenant', 't1']] }))).toMatchObject({
    MessageGroupId: 't1',
    'MessageAttribute.1.Name': 'tenant',
  });
});

test('a delay may be known at deployment only', () => {
  const { integration } = serviceOperation(
    'post /x',
    (stack) => {
      const seconds = new CfnParameter(stack, 'Seconds', { type: 'Number' }).valueAsNumber;
      return Integrations.sqs({ queue: new Queue(stack, 'Queue'), delay: Duration.seconds(seconds) });
    },
    declared({ body: json }),
  );
  expect(integration.requestTemplates['application/json']).toContain("&DelaySeconds=$util.urlEncode('Seconds')");
});

test('numbers and booleans are checked', () => {
  const { send } = sqs({
    messageBody: RequestValue.object({
      count: RequestValue.query('kind').asNumber(),
      sold: RequestValue.header('X-Tenant').asBoolean(),
      four: RequestValue.literal('4').asNumber(),
      whole: RequestValue.body(),
      request: RequestValue.context('requestId'),
    }),
  });
  const message = (kind: string, sold: string) =>
    JSON.parse(
      form(send({ query: [['kind', kind]], headers: [['X-Tenant', sold]], body: '{"a":[1]}' })).MessageBody ?? '',
    );
  expect(message('-1.5e3', 'true')).toEqual({
    count: -1500,
    sold: true,
    four: 4,
    whole: { a: [1] },
    request: 'request-1',
  });
  expect(message('1,"QueueUrl":"x"', 'yes')).toMatchObject({ count: null, sold: null });
});

test('bodies of other media types are text', () => {
  const more = declared({ path: ['petId'], body: ['text/plain', 'image/png'] });
  const { send, integration } = sqs({ messageBody: RequestValue.object({ text: RequestValue.body() }) }, more);
  expect(Object.keys(integration.requestTemplates).sort()).toEqual(['application/json', 'image/png', 'text/plain']);
  expect(JSON.parse(form(send({ body: 'say "hi"' }, 'text/plain')).MessageBody ?? '')).toEqual({ text: 'say "hi"' });
});

test.each([{ name: 'it\'s "Rex"' }, [1, { a: 'b' }], [], {}])('an object as text is its JSON: %j', (value) => {
  const { send } = sqs({ messageBody: RequestValue.field('pet') });
  expect(JSON.parse(form(send({ body: JSON.stringify({ pet: value }) })).MessageBody ?? '')).toEqual(value);
});

test("a template of one's own", () => {
  const { send } = sqs({ requestTemplate: "Action=SendMessage&MessageBody=$util.urlEncode($input.params('petId'))" });
  expect(send({ path: { petId: 'a b' } })).toBe('Action=SendMessage&MessageBody=a+b');
});

test('the id of the message is the response where JSON is declared', () => {
  const reply = { SendMessageResponse: { SendMessageResult: { MessageId: 'm1' }, ResponseMetadata: {} } };
  expect(sqs().answer(200, reply)).toMatchObject({ status: 200, body: '{"messageId":"m1"}' });
  const accepted = sqs({}, declared({ path: ['petId'], body: json, responses: { 202: [], 500: [] } }));
  expect(accepted.answer(200, reply)).toMatchObject({ status: 202, body: '' });
  const own = sqs({ responseTemplate: '{"id":$input.json(\'$.SendMessageResponse.SendMessageResult.MessageId\')}' });
  expect(own.answer(200, reply).body).toBe('{"id":"m1"}');
});

test('errors are those that the operation declares, and say nothing of SQS', () => {
  const error = (Code: string) => ({ Error: { Code, Message: 'secret' }, RequestId: 'r' });
  const responses = { 200: json, 400: json, 429: [], 500: json };
  const all = sqs({}, declared({ path: ['petId'], responses }));
  expect(all.answer(400, error('InvalidMessageContents'))).toMatchObject({
    status: 400,
    body: '{"message":"Bad Request"}',
  });
  expect(all.answer(400, error('RequestThrottled'))).toMatchObject({ status: 429, body: '' });
  expect(all.answer(403, error('AccessDenied'))).toMatchObject({
    status: 500,
    body: '{"message":"Internal Server Error"}',
  });
  const none = sqs();
  expect(none.answer(400, error('InvalidMessageContents'))).toMatchObject({ status: 500, body: '' });
});

test('bodies that are bytes to the API are read all the same', () => {
  const create = (stack: Stack) => Integrations.sqs({ queue: new Queue(stack, 'Queue') });
  const { send, answer } = serviceOperation('post /x', create, declared({ body: json }), { binaryMediaTypes: ['*/*'] });
  expect(form(send({ body: Buffer.from('{"a":1}').toString('base64') })).MessageBody).toBe('{"a":1}');
  const reply = JSON.stringify({ SendMessageResponse: { SendMessageResult: { MessageId: 'm1' } } });
  expect(answer(200, Buffer.from(reply).toString('base64')).body).toBe('{"messageId":"m1"}');
  const fields = { messageBody: RequestValue.field('a') };
  const reading = (stack: Stack) => Integrations.sqs({ queue: new Queue(stack, 'Queue'), ...fields });
  const all = { binaryMediaTypes: ['*/*'] };
  expect(() => serviceOperation('post /x', reading, declared({ body: json }), all)).toThrow('is bytes to the API');
});

test('the role may send to the queue, and use its key', () => {
  const create = (stack: Stack) =>
    Integrations.sqs({ queue: new Queue(stack, 'Queue', { encryptionMasterKey: new Key(stack, 'Key') }) });
  const { stack } = serviceOperation('post /x', create, declared({ body: json }));
  expect(allowedActions(stack)).toEqual([
    'sqs:SendMessage Queue.Arn',
    'kms:GenerateDataKey Key.Arn',
    'kms:Decrypt Key.Arn',
  ]);
});

test.each<[string, Omit<SqsIntegrationProps, 'queue'>, boolean, string]>([
  ['a FIFO queue without a group', {}, true, "set 'messageGroupId'"],
  [
    'a FIFO queue that does not tell messages apart',
    { messageGroupId: RequestValue.path('petId') },
    true,
    "set 'messageDeduplicationId', or 'contentBasedDeduplication' of the queue",
  ],
  [
    'a deduplication id for another queue',
    { messageDeduplicationId: RequestValue.path('petId') },
    false,
    'is for FIFO',
  ],
  ['a parameter that is not there', { messageBody: RequestValue.path('petid') }, false, "did you mean 'petId'?"],
  ['a header that is not there', { messageBody: RequestValue.header('X-Foo') }, false, 'use one of X-Tenant'],
  ['a field that is no name', { messageBody: RequestValue.field("a']") }, false, 'is no name of a field'],
  ['a context that is no name', { messageBody: RequestValue.context('a)') }, false, 'is no name of what'],
  ['a number that is none', { messageBody: RequestValue.literal('x').asNumber() }, false, 'is no number'],
  ['a number of a body', { messageBody: RequestValue.body().asNumber() }, false, 'and of nothing else'],
  ['an attribute that is no name', { messageAttributes: { 'AWS.x': RequestValue.body() } }, false, "has 'AWS.x'"],
  ['a long delay', { delay: Duration.hours(1) }, false, '15 minutes at most'],
  ['a part of a second', { delay: Duration.millis(1500) }, false, 'whole seconds only'],
  [
    'a template and something else',
    { requestTemplate: 'x', messageBody: RequestValue.body() },
    false,
    "'messageBody' has no effect",
  ],
])('%s is an error', (_, options, fifo, message) => {
  expect(() => sqs(options, withBody, fifo)).toThrow(message);
  expect(() => sqs(options, withBody, fifo)).toThrow("operation 'op' (POST /pets/{petId})");
});
