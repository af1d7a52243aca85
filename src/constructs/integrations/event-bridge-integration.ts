import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { eventBridgeReply, eventBridgeRequest } from '../private/services/event';
import { renderService } from '../private/services/render-service';
import { ServiceRole } from '../private/services/service-role';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationGrantProps, type IntegrationRenderProps } from './integration';
import type { RequestValue } from './request-value';
import type { ServiceIntegrationOptions } from './service-integration-options';

/** How an operation maps to an event. */
export interface EventBridgeIntegrationProps extends ServiceIntegrationOptions {
  /** The event bus, of any region. */
  readonly eventBus: IEventBus;

  /** Where the event comes from, such as `com.example.pets`; not `aws.` at the start, which is for AWS. */
  readonly source: string;

  /** What happened, such as `PetSold`. */
  readonly detailType: string;

  /**
   * What rules and targets get to know of it, a JSON object.
   *
   * @default - the body as it is; for an operation without a body RequestValue.request()
   */
  readonly detail?: RequestValue;

  /**
   * ARNs of what the event is about.
   *
   * @default - none
   */
  readonly resources?: RequestValue[];
}

/**
 * An event is put on an EventBridge event bus. The response is `{"eventId": "…"}` where the operation declares JSON, and has no body
 * otherwise. An event that the bus does not take is an error, although EventBridge answers 200 to it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export class EventBridgeIntegration extends Integration {
  /** @param props how the operation maps to an event */
  constructor(private readonly props: EventBridgeIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    return renderService(props, this.props, eventBridgeRequest(props, this.props), eventBridgeReply(props));
  }

  public override grant(props: IntegrationGrantProps): void {
    const { eventBus } = this.props;
    ServiceRole.of(props.scope).allow({
      kind: 'event bus',
      resource: eventBus,
      arn: eventBus.eventBusArn,
      actions: ['events:PutEvents'],
      ...(eventBus instanceof EventBus
        ? { addToResourcePolicy: (statement) => eventBus.addToResourcePolicy(statement) }
        : {}),
    });
  }
}
