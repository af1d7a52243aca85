import { constructError } from '../private/construct-error';
import { requestMediaTypes } from '../private/request-media-types';
import { fixedHeaders, templateType } from '../private/responses/fixed-response';
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
    const { statusCode, body } = this.props;
    if (!Number.isInteger(statusCode) || statusCode < 100 || statusCode > 599) {
      throw constructError(
        props.scope,
        `the status of the mock of operation '${props.operationId}' must be an integer from 100 to 599, got ${statusCode}`,
      );
    }
    const template = JSON.stringify({ statusCode });
    this.checkHeaders(props);
    const responseParameters = fixedHeaders(this.props);
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
          ...(body ? { responseTemplates: { [templateType(this.props)]: velocityLiteral(body) } } : {}),
        },
      },
    };
  }

  private checkHeaders(props: IntegrationRenderProps): void {
    const values = { mediaType: this.props.mediaType ?? '', ...this.props.headers };
    const quoted = Object.entries(values).find(([, value]) => value.includes("'"));
    if (quoted === undefined) return;
    throw constructError(
      props.scope,
      `the header '${quoted[0]}' of the mock of operation '${props.operationId}' has a single quote, which API Gateway has no way to write; use another character`,
    );
  }
}
