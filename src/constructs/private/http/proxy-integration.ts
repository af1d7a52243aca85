import type { ApiGatewayIntegration } from '../../integrations/api-gateway-integration';
import type { HttpProxyOptions } from '../../integrations/http-proxy-options';
import type { IntegrationOperationProps } from '../../integrations/integration';
import { ResponseTransferMode } from '../../integrations/response-transfer-mode';
import { operationStreams } from '../streaming';
import { backendRequest } from './backend-request';
import type { BackendUrl } from './backend-url';

/** An integration that passes everything on, both ways. */
export function proxyIntegration(
  operation: IntegrationOperationProps,
  options: HttpProxyOptions,
  url: BackendUrl,
): ApiGatewayIntegration {
  const usual = operationStreams(operation) ? ResponseTransferMode.STREAM : ResponseTransferMode.BUFFERED;
  const streams = (options.responseTransferMode ?? usual) === ResponseTransferMode.STREAM;
  return {
    type: 'HTTP_PROXY',
    ...backendRequest(operation, options, url, streams),
    passthroughBehavior: 'WHEN_NO_MATCH',
    ...(streams ? { responseTransferMode: ResponseTransferMode.STREAM } : {}),
  };
}
