import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Duration } from 'aws-cdk-lib/core';
import { renderService } from '../private/services/render-service';
import { ServiceRole } from '../private/services/service-role';
import { checkSqsMessage, sqsReply, sqsRequest } from '../private/services/sqs-message';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationGrantProps, type IntegrationRenderProps } from './integration';
import type { RequestValue } from './request-value';
import type { ServiceIntegrationOptions } from './service-integration-options';

/** How an operation maps to a message of a queue. */
export interface SqsIntegrationProps extends ServiceIntegrationOptions {
  /** The queue, of any region. */
  readonly queue: IQueue;

  /**
   * The message.
   *
   * @default - the body as it is; for an operation without a body RequestValue.request()
   */
  readonly messageBody?: RequestValue;

  /**
   * The group of the message, 1 to 128 characters: a FIFO queue delivers those of a group in their order. It needs one; other queues share
   * their consumers fairly between groups.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html
   */
  readonly messageGroupId?: RequestValue;

  /**
   * What tells messages apart, 1 to 128 characters: a FIFO queue takes a second message with the same one within five minutes, and does
   * not deliver it. For FIFO queues only.
   *
   * @default - the content of the message, for which `contentBasedDeduplication` of the queue must be true
   */
  readonly messageDeduplicationId?: RequestValue;

  /**
   * Attributes of the message by their names, at most 10. They are text, or numbers if the values are. One whose value is not there is left
   * out.
   *
   * @default - no attributes
   */
  readonly messageAttributes?: { [name: string]: RequestValue };

  /**
   * How long the message is kept back, 0 to 15 minutes in whole seconds. Not for FIFO queues.
   *
   * @default - the delay of the queue
   */
  readonly delay?: Duration;
}

/**
 * A message is sent to an SQS queue. The response is `{"messageId": "…"}` where the operation declares JSON, and has no body otherwise.
 *
 * Throws when the options do not fit the queue, as when a FIFO queue gets no `messageGroupId`, and for values that the operation does not
 * have.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export class SqsIntegration extends Integration {
  /** @param props how the operation maps to a message */
  constructor(private readonly props: SqsIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    checkSqsMessage(props, this.props);
    return renderService(props, this.props, sqsRequest(props, this.props), sqsReply);
  }

  public override grant(props: IntegrationGrantProps): void {
    const { queue } = this.props;
    ServiceRole.of(props.scope).allow({
      kind: 'queue',
      resource: queue,
      arn: queue.queueArn,
      actions: ['sqs:SendMessage'],
      key: { key: queue.encryptionMasterKey, actions: ['kms:GenerateDataKey', 'kms:Decrypt'] },
      addToResourcePolicy: (statement) => queue.addToResourcePolicy(statement),
    });
  }
}
