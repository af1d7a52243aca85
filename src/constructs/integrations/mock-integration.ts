import { constructError } from '../private/construct-error';
import { requestMediaTypes } from '../private/request-media-types';
import { velocityLiteral } from '../private/velocity';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationRenderProps } from './integration';

/** The response of a mock. */
export interface MockIntegrationProps {
  /** The status of the response, 100 to 599. */
  readonly statusCode: number;

  /**
   * The body as text, for example `JSON.stringify({ message: 'hello' })`. It arrives as it stands, whatever characters are in it.
   *
   * @default - no body
   */
  readonly body?: string;

  /**
   * The media type of the body.
   *
   * @default "application/json"
   */
  readonly mediaType?: string;

  /**
   * Headers of the response. A value cannot contain a single quote.
   *
   * @default - no headers but Content-Type
   */
  readonly headers?: { [name: string]: string };
}

/**
 * API Gateway answers by itself, always the same: requests of any media type the operation declares, others with 415.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
export class MockIntegration extends Integration {
  /** @param props the response */
  constructor(private readonly props: MockIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    const { statusCode, body, mediaType = 'application/json' } = this.props;
    if (!Number.isInteger(statusCode) || statusCode < 100 || statusCode > 599) {
      throw constructError(
        props.scope,
        `the status of the mock of operation '${props.operationId}' must be an integer from 100 to 599, got ${statusCode}`,
      );
    }
    const template = JSON.stringify({ statusCode });
    const responseParameters = this.responseParameters(props, body ? mediaType : undefined);
    return {
      type: 'MOCK',
      // Without these, an API with binary media types answers 500.
      contentHandling: 'CONVERT_TO_TEXT',
      passthroughBehavior: 'NEVER',
      requestTemplates: Object.fromEntries(requestMediaTypes(props.contentTypes).map((type) => [type, template])),
      responses: {
        default: {
          statusCode: String(statusCode),
          contentHandling: 'CONVERT_TO_TEXT',
          ...(Object.keys(responseParameters).length > 0 ? { responseParameters } : {}),
          ...(body ? { responseTemplates: { [mediaType]: velocityLiteral(body) } } : {}),
        },
      },
    };
  }

  private responseParameters(props: IntegrationRenderProps, mediaType: string | undefined): Record<string, string> {
    const headers = { ...(mediaType === undefined ? {} : { 'Content-Type': mediaType }), ...this.props.headers };
    const quoted = Object.entries(headers).find(([, value]) => value.includes("'"));
    if (quoted !== undefined) {
      throw constructError(
        props.scope,
        `the header '${quoted[0]}' of the mock of operation '${props.operationId}' has a single quote, which API Gateway has no way to write; use another character`,
      );
    }
    const entries = Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, `'${value}'`]);
    return Object.fromEntries(entries);
  }
}
