import type { ApiGatewayIntegrationResponse } from './api-gateway-integration';
import { IntegrationResponseSet, type IntegrationResponseSetRenderProps } from './integration-response-set';

/** A response that passes on what the backend answered. */
export interface DefaultPassthroughProps {
  /**
   * The status of the response.
   *
   * @default 200
   */
  readonly statusCode?: number;
}

/** Responses of one's own. */
export interface CustomIntegrationResponseSetProps {
  /** By a regular expression that matches all of the backend's status, such as `404` or `5\d{2}`, or `default`. */
  readonly responses: { [statusPattern: string]: ApiGatewayIntegrationResponse };
}

/** The response sets there are. */
export class IntegrationResponseSets {
  /**
   * Whatever the backend answered is passed on with one status, body and content type included.
   *
   * @param props the status; 200 unless given
   */
  public static defaultPassthrough(props: DefaultPassthroughProps = {}): IntegrationResponseSet {
    return new FixedResponseSet({
      default: { statusCode: String(props.statusCode ?? 200), responseParameters: passedHeaders() },
    });
  }

  /** Any error of the backend, 400 to 599, becomes a 500 without a body. */
  public static catchAll(): IntegrationResponseSet {
    return new FixedResponseSet({ '[45]\\d{2}': { statusCode: '500', responseTemplates: emptyBody } });
  }

  /** Errors of S3 become JSON, `{"message": "…"}`, with the status 400, 403, 404 or 500. */
  public static s3JsonErrorMessage(): IntegrationResponseSet {
    return new FixedResponseSet({
      '400': s3Error('400'),
      '403': s3Error('403'),
      '404': s3Error('404'),
      '40[1256789]|4[1-9]\\d': s3Error('400'),
      '5\\d{2}': s3Error('500'),
    });
  }

  /**
   * Responses of one's own.
   *
   * @param props the responses
   */
  public static custom(props: CustomIntegrationResponseSetProps): IntegrationResponseSet {
    return new FixedResponseSet(props.responses);
  }

  /**
   * The responses of several sets; for the same pattern the last one counts.
   *
   * @param sets the sets
   */
  public static composite(...sets: IntegrationResponseSet[]): IntegrationResponseSet {
    return new CompositeResponseSet(sets);
  }

  private constructor() {}
}

class FixedResponseSet extends IntegrationResponseSet {
  constructor(private readonly responses: { [pattern: string]: ApiGatewayIntegrationResponse }) {
    super();
  }

  public render(_props: IntegrationResponseSetRenderProps): { [pattern: string]: ApiGatewayIntegrationResponse } {
    return this.responses;
  }
}

class CompositeResponseSet extends IntegrationResponseSet {
  constructor(private readonly sets: readonly IntegrationResponseSet[]) {
    super();
  }

  public render(props: IntegrationResponseSetRenderProps): { [pattern: string]: ApiGatewayIntegrationResponse } {
    return Object.assign({}, ...this.sets.map((set) => set.render(props)));
  }
}

/** Renders to nothing; an empty template would pass the body of the backend on. */
const emptyBody = { 'application/json': "#set($empty = '')" };

/** Without them, whatever was in the bucket is `application/json` to a client. */
function passedHeaders(): { [name: string]: string } {
  const names = ['Content-Type', 'Content-Disposition', 'Cache-Control', 'ETag', 'Last-Modified'];
  return Object.fromEntries(
    names.map((name) => [`method.response.header.${name}`, `integration.response.header.${name}`]),
  );
}

/** S3 answers in XML: its message is taken out and escaped, where it has one. */
function s3Error(statusCode: string): ApiGatewayIntegrationResponse {
  const template =
    "#set($after = $input.body.split('<Message>'))#if($after.size() > 1)#set($message = $after[1].split('</Message>')[0])#else#set($message = '')#end" +
    '{"message": "$util.escapeJavaScript($message).replaceAll("\\\\\'", "\'")"}';
  return {
    statusCode,
    responseParameters: { 'method.response.header.Content-Type': "'application/json'" },
    responseTemplates: { 'application/json': template },
  };
}
