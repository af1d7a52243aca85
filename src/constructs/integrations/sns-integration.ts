import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { renderService } from '../private/services/render-service';
import { ServiceRole } from '../private/services/service-role';
import { checkSnsMessage, snsReply, snsRequest } from '../private/services/sns-message';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationGrantProps, type IntegrationRenderProps } from './integration';
import type { RequestValue } from './request-value';
import type { ServiceIntegrationOptions } from './service-integration-options';

/** How an operation maps to a message of a topic. */
export interface SnsIntegrationProps extends ServiceIntegrationOptions {
  /** The topic, of any region. */
  readonly topic: ITopic;

  /**
   * The message.
   *
   * @default - the body as it is; for an operation without a body RequestValue.request()
   */
  readonly message?: RequestValue;

  /**
   * The subject, for subscribers by email: up to 99 characters of ASCII, none of them a line break.
   *
   * @default - none
   */
  readonly subject?: RequestValue;

  /**
   * Attributes of the message by their names, which subscriptions can filter by. They are text, or numbers if the values are. One whose
   * value is not there is left out.
   *
   * @default - no attributes
   */
  readonly messageAttributes?: { [name: string]: RequestValue };

  /**
   * The group of the message, 1 to 128 characters: a FIFO topic delivers those of a group in their order. It needs one.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/sns/latest/dg/fifo-message-grouping.html
   */
  readonly messageGroupId?: RequestValue;

  /**
   * What tells messages apart, 1 to 128 characters: a FIFO topic takes a second message with the same one within five minutes, and does
   * not deliver it. For FIFO topics only.
   *
   * @default - the content of the message, for which `contentBasedDeduplication` of the topic must be true
   */
  readonly messageDeduplicationId?: RequestValue;
}

/**
 * A message is published to an SNS topic. The response is `{"messageId": "…"}` where the operation declares JSON, and has no body otherwise.
 *
 * Throws when the options do not fit the topic, as when a FIFO topic gets no `messageGroupId`, and for values that the operation does not
 * have.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export class SnsIntegration extends Integration {
  /** @param props how the operation maps to a message */
  constructor(private readonly props: SnsIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    checkSnsMessage(props, this.props);
    return renderService(props, this.props, snsRequest(props, this.props), snsReply);
  }

  public override grant(props: IntegrationGrantProps): void {
    const { topic } = this.props;
    ServiceRole.of(props.scope).allow({
      kind: 'topic',
      resource: topic,
      arn: topic.topicArn,
      actions: ['sns:Publish'],
      key: { key: topic.masterKey, actions: ['kms:GenerateDataKey', 'kms:Decrypt'] },
      addToResourcePolicy: (statement) => topic.addToResourcePolicy(statement),
    });
  }
}
