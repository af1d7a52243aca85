import type { IntegrationOperationProps } from '../../integrations/integration';
import type { RequestValue } from '../../integrations/request-value';
import { operationError } from '../operation-error';

/** What a user says of the order of messages. */
export interface OrderOptions {
  readonly messageGroupId?: RequestValue;
  readonly messageDeduplicationId?: RequestValue;
}

/** A queue or a topic, as far as the order of messages goes. */
export interface Destination {
  /** Such as `queue`. */
  readonly kind: string;
  readonly fifo: boolean;
  /** Whether it tells messages apart by their content; nothing when that is not known. */
  readonly tellsApart: boolean | undefined;
}

/** @throws Error when a FIFO queue or topic would refuse every message, or another one every message with a deduplication id */
export function checkOrder(
  operation: IntegrationOperationProps,
  { messageGroupId, messageDeduplicationId }: OrderOptions,
  { kind, fifo, tellsApart }: Destination,
): void {
  if (fifo && messageGroupId === undefined) {
    throw operationError(
      operation,
      `the ${kind} is a FIFO ${kind}, which takes no message without a group; set 'messageGroupId', such as RequestValue.path('…') or RequestValue.literal('all')`,
    );
  }
  if (fifo && messageDeduplicationId === undefined && tellsApart === false) {
    throw operationError(
      operation,
      `the ${kind} is a FIFO ${kind} that does not tell messages apart by their content; set 'messageDeduplicationId', or 'contentBasedDeduplication' of the ${kind}`,
    );
  }
  if (fifo || messageDeduplicationId === undefined) return;
  throw operationError(
    operation,
    `'messageDeduplicationId' is for FIFO ${kind}s, which the ${kind} is not; remove it, or set 'fifo' of the ${kind}`,
  );
}
