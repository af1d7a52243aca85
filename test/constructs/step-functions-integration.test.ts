import { DefinitionBody, Pass, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  Integrations,
  RequestValue,
  StepFunctionsExecution,
  type StepFunctionsIntegrationProps,
} from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { allowedActions, declared, serviceOperation } from './support-services';

const json = ['application/json'];
const responses = { 200: json, 404: json, 500: json };
const document = declared({ path: ['petId'], query: ['kind'], body: json, responses });

function stepFunctions(
  stateMachineType: StateMachineType,
  options: Omit<StepFunctionsIntegrationProps, 'stateMachine'> = {},
  more: JsonObject = document,
) {
  const create = (stack: Stack) => {
    const definitionBody = DefinitionBody.fromChainable(new Pass(stack, 'Pass'));
    const stateMachine = new StateMachine(stack, 'Machine', { definitionBody, stateMachineType });
    return Integrations.stepFunctions({ stateMachine, ...options });
  };
  return serviceOperation('post /pets/{petId}', create, more);
}

test('an execution of an EXPRESS state machine is waited for', () => {
  const { integration, send, stack } = stepFunctions(StateMachineType.EXPRESS);
  expect(integration.uri).toBe('arn:AWS::Partition:apigateway:AWS::Region:states:action/StartSyncExecution');
  const { stateMachineArn, input } = JSON.parse(send({ path: { petId: 'p"1' }, body: `{"a":"it's"}` }));
  expect(stateMachineArn).toBe('Machine');
  expect(JSON.parse(input)).toEqual({ body: { a: "it's" }, path: { petId: 'p"1' }, query: { kind: null } });
  expect(allowedActions(stack)).toContain('states:StartSyncExecution Machine');
});

test('an execution of a STANDARD state machine is started', () => {
  const options = { input: RequestValue.body(), executionName: RequestValue.path('petId') };
  const { integration, send, answer, stack } = stepFunctions(StateMachineType.STANDARD, options);
  expect(integration.uri).toBe('arn:AWS::Partition:apigateway:AWS::Region:states:action/StartExecution');
  expect(JSON.parse(send({ path: { petId: '","input":"x' }, body: '{"a":1}' }))).toEqual({
    stateMachineArn: 'Machine',
    input: '{"a":1}',
    name: '","input":"x',
  });
  expect(allowedActions(stack)).toContain('states:StartExecution Machine');
  expect(answer(200, { executionArn: 'arn:1', startDate: 1.5e9 })).toMatchObject({
    status: 200,
    body: '{"executionArn":"arn:1","startDate":1500000000}',
  });
  expect(answer(400, { __type: 'ExecutionAlreadyExists', message: 'secret' })).toMatchObject({ status: 500 });
});

test('the output is the response, and an execution that failed is an error', () => {
  const options = { errorStatusCodes: { PetNotFound: 404 } };
  const { answer } = stepFunctions(StateMachineType.EXPRESS, options);
  expect(answer(200, { status: 'SUCCEEDED', output: '{"a":1}' })).toMatchObject({ status: 200, body: '{"a":1}' });
  const failed = { status: 'FAILED', error: 'Other', cause: 'secret' };
  expect(answer(200, failed)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  expect(answer(200, { ...failed, error: 'PetNotFound' })).toMatchObject({
    status: 404,
    body: '{"message":"Not Found"}',
  });
  expect(answer(200, { status: 'TIMED_OUT' })).toMatchObject({ status: 500 });
  const late = declared({ path: ['petId'], body: json, responses: { 202: [], 504: json } });
  const other = stepFunctions(StateMachineType.EXPRESS, {}, late);
  expect(other.answer(200, { status: 'TIMED_OUT' })).toMatchObject({
    status: 504,
    body: '{"message":"Gateway Timeout"}',
  });
  expect(other.answer(200, { status: 'SUCCEEDED', output: '{}' })).toMatchObject({ status: 202, body: '' });
});

test.each<[string, StateMachineType, Omit<StepFunctionsIntegrationProps, 'stateMachine'>, string]>([
  ['waiting for a STANDARD one', StateMachineType.STANDARD, { execution: StepFunctionsExecution.SYNC }, 'is STANDARD'],
  [
    'a name',
    StateMachineType.EXPRESS,
    { executionName: RequestValue.path('petId') },
    "'executionName' is for asynchronous",
  ],
  ['errors', StateMachineType.STANDARD, { errorStatusCodes: { x: 404 } }, "'errorStatusCodes' is for synchronous"],
  ['a status', StateMachineType.EXPRESS, { errorStatusCodes: { x: 409 } }, 'does not declare'],
  ['an error', StateMachineType.EXPRESS, { errorStatusCodes: { "x'": 404 } }, 'write the name of an error'],
])('%s that cannot be is an error', (_, type, options, message) => {
  expect(() => stepFunctions(type, options)).toThrow(message);
});

test('a state machine of another account cannot be started, and one of another region can', () => {
  const env = { account: '111111111111', region: 'eu-west-1' };
  const machineOf = (account: string) => (stack: Stack) =>
    Integrations.stepFunctions({
      stateMachine: StateMachine.fromStateMachineArn(stack, 'M', `arn:aws:states:us-east-1:${account}:stateMachine:m`),
    });
  const stackOf = () => new Stack(new App(), 'Stack', { env });
  expect(() => serviceOperation('post /x', machineOf('222222222222'), {}, {}, stackOf())).toThrow(
    'is in another account',
  );
  const { integration } = serviceOperation('post /x', machineOf('111111111111'), {}, {}, stackOf());
  expect(integration.uri).toBe('arn:AWS::Partition:apigateway:us-east-1:states:action/StartExecution');
});
