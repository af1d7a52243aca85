import { CfnStateMachine, type IStateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Stack } from 'aws-cdk-lib/core';
import type { IntegrationOperationProps } from '../../integrations/integration';
import type { RequestValue } from '../../integrations/request-value';
import type { StepFunctionsExecution } from '../../integrations/step-functions-integration';
import { isElsewhere } from '../is-elsewhere';
import { operationError } from '../operation-error';
import { checkStatus } from '../responses/declared';
import { answerError, declaredStatus, type UsualResponse } from './error-template';
import { type Piece, quoted } from './pieces';
import type { ServiceRequest } from './render-service';
import type { RequestTemplate } from './request-template';
import type { ServiceReply } from './service-responses';
import { sourceOf } from './value-source';

/** What a user says of an execution. */
export interface ExecutionOptions {
  readonly stateMachine: IStateMachine;
  readonly execution?: StepFunctionsExecution;
  readonly input?: RequestValue;
  readonly executionName?: RequestValue;
  readonly errorStatusCodes?: Readonly<Record<string, number>>;
}

/** Whether the response waits for the execution. @throws Error for a state machine that cannot do so */
export function isSynchronous(
  operation: IntegrationOperationProps,
  { stateMachine, execution }: ExecutionOptions,
): boolean {
  const type = typeOf(stateMachine);
  if (execution !== 'SYNC') return execution === undefined && type === StateMachineType.EXPRESS;
  if (type !== StateMachineType.STANDARD) return true;
  throw operationError(
    operation,
    `the state machine '${stateMachine.node.path}' is STANDARD, and only EXPRESS ones have executions that a response can wait for; set its 'stateMachineType' to EXPRESS, or 'execution' to ASYNC`,
  );
}

/** @throws Error when the options do not go together, or the state machine cannot be started */
export function executionRequest(operation: IntegrationOperationProps, options: ExecutionOptions): ServiceRequest {
  const { stateMachine, input, executionName } = options;
  const synchronous = isSynchronous(operation, options);
  checkOptions(operation, options, synchronous);
  const name = executionName === undefined ? undefined : sourceOf(executionName);
  return {
    target: `${stateMachine.env.region}:states:action/${synchronous ? 'StartSyncExecution' : 'StartExecution'}`,
    headers: {},
    options: { input, executionName },
    body: (template: RequestTemplate): Piece[] => [
      ...[{ text: '{"stateMachineArn":"' }, { token: stateMachine.stateMachineArn }, { text: '","input":' }],
      ...quoted(input === undefined ? template.jsonOf({ kind: 'request' }) : template.jsonOf(sourceOf(input))),
      ...(name === undefined
        ? []
        : template.unlessAbsent(name, [{ text: ',"name":' }, ...quoted(template.textOf(name))])),
      { text: '}' },
    ],
  };
}

/** Step Functions answers 200 to an execution that failed, and says so in what it answers. */
export function executionReply(operation: IntegrationOperationProps, options: ExecutionOptions): ServiceReply {
  const common = {
    service: 'Step Functions',
    mediaType: 'application/x-amz-json-1.0',
    errors: {
      code: "$root.get('__type')",
      invalid: 'InvalidExecutionInput|InvalidName|Validation',
      conflict: 'AlreadyExists',
    },
  };
  if (!isSynchronous(operation, options)) {
    return {
      ...common,
      body: '{"executionArn":"$util.escapeJavaScript($root.executionArn)","startDate":$root.startDate}',
    };
  }
  return {
    ...common,
    body: '$root.output',
    decide: (body, usual) =>
      `#if($root.status == 'SUCCEEDED')${body}#elseif($root.status == 'TIMED_OUT')${answerError(operation, declaredStatus(operation, [504]), usual)}#{else}${failed(operation, options, usual)}#{end}`,
  };
}

function failed(
  operation: IntegrationOperationProps,
  { errorStatusCodes = {} }: ExecutionOptions,
  usual: UsualResponse,
): string {
  const otherwise = answerError(operation, 500, usual);
  const entries = Object.entries(errorStatusCodes);
  if (entries.length === 0) return otherwise;
  const branches = entries.map(
    ([error, status], index) =>
      `#${index === 0 ? 'if' : 'elseif'}($error == '${error}')${answerError(operation, status, usual)}`,
  );
  return `#set($error = $root.error)#set($error = "$!error")${branches.join('')}#{else}${otherwise}#{end}`;
}

function checkOptions(operation: IntegrationOperationProps, options: ExecutionOptions, synchronous: boolean): void {
  const { stateMachine, executionName, errorStatusCodes } = options;
  if (isElsewhere(stateMachine.env.account, Stack.of(operation.scope).account)) {
    throw operationError(
      operation,
      `the state machine '${stateMachine.node.path}' is in another account, and those have no policy that could let the API in; put it into the account of the API, or reach it by an event or a queue`,
    );
  }
  if (synchronous && executionName !== undefined) {
    throw operationError(
      operation,
      "'executionName' is for asynchronous executions: a synchronous one would be started a second time all the same; remove it",
    );
  }
  if (errorStatusCodes === undefined) return;
  if (!synchronous) {
    throw operationError(
      operation,
      "'errorStatusCodes' is for synchronous executions: nobody waits for the end of this one; remove it, or set 'execution' to SYNC",
    );
  }
  for (const [error, status] of Object.entries(errorStatusCodes)) {
    checkStatus(operation, String(status), `'errorStatusCodes' for '${error}'`);
    if (/^[\w.-]+$/.test(error) && status >= 400) continue;
    throw operationError(
      operation,
      `'errorStatusCodes' has '${error}: ${status}'; write the name of an error, of letters, digits, '.', '_' and '-', and a status from 400 to 599`,
    );
  }
}

/** Nothing for a state machine that is not part of the app. */
function typeOf({ node }: IStateMachine): string | undefined {
  const resource = node.defaultChild;
  if (!CfnStateMachine.isCfnStateMachine(resource)) return undefined;
  return resource.stateMachineType ?? StateMachineType.STANDARD;
}
