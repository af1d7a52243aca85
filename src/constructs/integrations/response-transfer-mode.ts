/**
 * How API Gateway passes on the response of a proxy integration.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
 */
export enum ResponseTransferMode {
  /** API Gateway waits for the whole response: 10 MB at most, within 29 seconds unless the account has more. */
  BUFFERED = 'BUFFERED',

  /** API Gateway passes on what comes as it comes, of any size, for 15 minutes at most. */
  STREAM = 'STREAM',
}
