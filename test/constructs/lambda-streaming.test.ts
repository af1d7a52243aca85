import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Code, type IFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { Integrations, type LambdaIntegrationProps, ResponseTransferMode } from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { apiOf, gatewayDocument, integrationOf } from './support';

function functionIn(stack: Stack, runtime = Runtime.NODEJS_22_X): LambdaFunction {
  return new LambdaFunction(stack, 'Fn', { runtime, handler: 'index.handler', code: Code.fromInline('-') });
}

/** An API with one operation, `watch`, whose responses are of these media types. */
function apiWith(
  responses: JsonObject,
  props?: LambdaIntegrationProps,
  make: (stack: Stack) => IFunction = (stack) => functionIn(stack),
) {
  const stack = new Stack(new App(), 'Stack');
  const described = Object.entries(responses).map(([status, mediaTypes]) => [status, { mediaTypes }] as const);
  const document = gatewayDocument(
    { watch: 'get /watch' },
    { watch: { 'x-type-safe-api-responses': Object.fromEntries(described) } },
  );
  return apiOf(document, { integrations: { watch: { integration: Integrations.lambda(make(stack), props) } } }, stack);
}

const streams = { responseTransferMode: 'STREAM', timeoutInMillis: 900_000 };

test.each<[what: string, responses: JsonObject]>([
  ['server-sent events', { 200: ['text/event-stream'] }],
  ['lines of JSON', { 200: ['application/jsonl'] }],
  ['lines of JSON under another name', { 200: ['application/x-ndjson'] }],
  ['JSON text sequences', { 201: ['application/json-seq'] }],
  ['JSON text sequences of a type', { '2XX': ['application/geo+json-seq'] }],
  ['events or JSON', { 200: ['application/json', 'text/event-stream'] }],
])('an operation that answers with %s is streamed', (_, responses) => {
  const integration = integrationOf(apiWith(responses), '/watch', 'get');
  expect(integration).toMatchObject({ type: 'AWS_PROXY', httpMethod: 'POST', ...streams });
  expect(JSON.stringify(integration.uri)).toContain(':lambda:path/2021-11-15/functions/');
  expect(JSON.stringify(integration.uri)).toContain('/response-streaming-invocations"');
});

test.each<[what: string, responses: JsonObject]>([
  ['JSON', { 200: ['application/json'] }],
  ['text', { 200: ['text/plain'] }],
  ['events of an error alone', { 200: ['application/json'], 500: ['text/event-stream'] }],
])('an operation that answers with %s is not streamed', (_, responses) => {
  const integration = integrationOf(apiWith(responses), '/watch', 'get');
  expect(integration).not.toHaveProperty('responseTransferMode');
  expect(integration).not.toHaveProperty('timeoutInMillis');
  expect(JSON.stringify(integration.uri)).toMatch(/path\/2015-03-31\/functions.*\/invocations"/);
});

test('what the app says counts', () => {
  const events = { 200: ['text/event-stream'] };
  const buffered = integrationOf(
    apiWith(events, { responseTransferMode: ResponseTransferMode.BUFFERED }),
    '/watch',
    'get',
  );
  expect(buffered).not.toHaveProperty('responseTransferMode');
  const json = { 200: ['application/json'] };
  const streamed = { responseTransferMode: ResponseTransferMode.STREAM, timeout: Duration.minutes(5) };
  expect(integrationOf(apiWith(json, streamed), '/watch', 'get')).toMatchObject({
    responseTransferMode: 'STREAM',
    timeoutInMillis: 300_000,
  });
});

test.each([
  [Duration.millis(50), 50],
  [Duration.seconds(40), 40_000],
  [Duration.minutes(15), 900_000],
])('a timeout of %s is one of the integration', (timeout, want) => {
  expect(integrationOf(apiWith({ 200: ['application/json'] }, { timeout }), '/watch', 'get').timeoutInMillis).toBe(
    want,
  );
});

test.each([Duration.millis(49), Duration.minutes(16)])('a timeout of %s is refused', (timeout) => {
  expect(() => apiWith({ 200: ['application/json'] }, { timeout })).toThrow(
    /operation 'watch' \(GET \/watch\): 'timeout' is .*, but API Gateway waits from 50 milliseconds to 15 minutes/,
  );
});

describe('a function whose runtime does not stream', () => {
  const message = Match.stringLikeRegexp("'watch' streams, but functions of the runtime 'python3.13' do not");
  const python = (stack: Stack) => functionIn(stack, Runtime.PYTHON_3_13);

  test('is a warning that says what to do', () => {
    const api = apiWith({ 200: ['text/event-stream'] }, {}, python);
    Annotations.fromStack(Stack.of(api)).hasWarning('*', message);
  });

  test.each([ResponseTransferMode.BUFFERED, ResponseTransferMode.STREAM])('is none where the app says %s', (mode) => {
    const api = apiWith({ 200: ['text/event-stream'] }, { responseTransferMode: mode }, python);
    Annotations.fromStack(Stack.of(api)).hasNoWarning('*', message);
  });

  test('is none for runtimes that stream, or of which nothing is known', () => {
    const imported = (stack: Stack) => LambdaFunction.fromFunctionName(stack, 'Fn', 'mine');
    for (const make of [functionIn, imported]) {
      const api = apiWith({ 200: ['text/event-stream'] }, {}, (stack) => make(stack));
      Annotations.fromStack(Stack.of(api)).hasNoWarning('*', Match.stringLikeRegexp('streams, but functions'));
    }
  });
});
