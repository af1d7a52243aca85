import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { executionReply, executionRequest, isSynchronous } from '../private/services/execution';
import { renderService } from '../private/services/render-service';
import { ServiceRole } from '../private/services/service-role';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationGrantProps, type IntegrationRenderProps } from './integration';
import type { RequestValue } from './request-value';
import type { ServiceIntegrationOptions } from './service-integration-options';

/** How an execution of a state machine is started. */
export enum StepFunctionsExecution {
  /** The response is given when the execution has been started. */
  ASYNC = 'ASYNC',

  /** The response is given when the execution has ended. For state machines of the type EXPRESS only. */
  SYNC = 'SYNC',
}

/** How an operation maps to an execution of a state machine. */
export interface StepFunctionsIntegrationProps extends ServiceIntegrationOptions {
  /** The state machine, of any region of the account. */
  readonly stateMachine: IStateMachine;

  /**
   * Whether the response waits for the execution, for which API Gateway has 29 seconds.
   *
   * @default - SYNC for a state machine of the app that is EXPRESS, otherwise ASYNC
   */
  readonly execution?: StepFunctionsExecution;

  /**
   * The input of the execution, which is JSON.
   *
   * @default RequestValue.request()
   */
  readonly input?: RequestValue;

  /**
   * The name of the execution: a STANDARD state machine starts no second one with the same name within 90 days, so that a request can be
   * repeated. It has 1 to 80 letters, digits, `-` and `_`. For ASYNC only.
   *
   * @default - a name that Step Functions makes up
   */
  readonly executionName?: RequestValue;

  /**
   * The statuses of responses to executions that failed, by the name of the error, such as `{ PetNotFound: 404 }`. The operation must
   * declare them. For SYNC only.
   *
   * @default - 500, and for executions that took too long 504 if the operation declares it
   */
  readonly errorStatusCodes?: { [error: string]: number };
}

/**
 * An execution of a Step Functions state machine is started. The response to a synchronous one is the output of the execution where the
 * operation declares JSON for it; to an asynchronous one `{"executionArn": "…", "startDate": …}` with the time in seconds since 1970.
 * Responses that are declared without a body have none. An execution that failed or took too long is answered with an error, without what
 * the execution says of it.
 *
 * Throws for a synchronous execution of a state machine that is STANDARD, and for a state machine of another account, which API Gateway
 * cannot start.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/tutorial-api-gateway.html
 */
export class StepFunctionsIntegration extends Integration {
  /** @param props how the operation maps to an execution */
  constructor(private readonly props: StepFunctionsIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    return renderService(props, this.props, executionRequest(props, this.props), executionReply(props, this.props));
  }

  public override grant(props: IntegrationGrantProps): void {
    const { stateMachine } = this.props;
    ServiceRole.of(props.scope).allow({
      kind: 'state machine',
      resource: stateMachine,
      arn: stateMachine.stateMachineArn,
      actions: [isSynchronous(props, this.props) ? 'states:StartSyncExecution' : 'states:StartExecution'],
    });
  }
}
