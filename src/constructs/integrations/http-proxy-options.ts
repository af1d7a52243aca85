import type { HttpIntegrationOptions } from './http-integration-options';
import type { ResponseTransferMode } from './response-transfer-mode';

/** What all integrations have in common that pass requests and responses on as they are. */
export interface HttpProxyOptions extends HttpIntegrationOptions {
  /**
   * Whether the response is passed on whole, or as it comes.
   *
   * @default - STREAM for an operation of which a response of success has a streaming media type, such as `text/event-stream` or
   * `application/jsonl`; BUFFERED for all others
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
   */
  readonly responseTransferMode?: ResponseTransferMode;
}
