import type { SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';

/** What an authorizer is rendered from. */
export interface AuthorizerRenderProps {
  /** The construct of the API. */
  readonly scope: Construct;
}

/** What permissions are granted for. */
export interface AuthorizerGrantProps extends AuthorizerRenderProps {
  /** The API, for its ARNs. */
  readonly api: SpecRestApi;
}

/**
 * The extension `x-amazon-apigateway-authorizer`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
 */
export interface ApiGatewayAuthorizer {
  /** `token`, `request` or `cognito_user_pools`. */
  readonly type: string;

  /**
   * The ARN by which the Lambda function is invoked.
   *
   * @default - none, for Cognito
   */
  readonly authorizerUri?: string;

  /**
   * The ARN of the role that API Gateway assumes to invoke the Lambda function.
   *
   * @default - the resource policy of the function
   */
  readonly authorizerCredentials?: string;

  /**
   * Where the credentials are in a request, such as `method.request.header.Authorization`, separated by commas.
   *
   * @default - the header of the security scheme; the type `request` has none
   */
  readonly identitySource?: string;

  /**
   * A regular expression that a token must match, or the request is refused without asking the Lambda function. For `token` only.
   *
   * @default - any token
   */
  readonly identityValidationExpression?: string;

  /**
   * How long a verdict is kept, in seconds, 0 to 3600.
   *
   * @default 300
   */
  readonly authorizerResultTtlInSeconds?: number;

  /**
   * The ARNs of the user pools.
   *
   * @default - none, for Lambda functions
   */
  readonly providerArns?: string[];
}

/** The security scheme of an authorizer. */
export interface AuthorizerScheme {
  /** The extension `x-amazon-apigateway-authtype`: `awsSigv4`, `cognito_user_pools`, or for Lambda functions any other text. */
  readonly authType: string;

  /**
   * The header that the credentials are in; `Unused` where they are not in one header.
   *
   * @default "Authorization"
   */
  readonly headerName?: string;

  /**
   * The authorizer.
   *
   * @default - none, for IAM
   */
  readonly authorizer?: ApiGatewayAuthorizer;
}

/** How operations with an authorizer are secured. */
export interface AuthorizerDefinition {
  /**
   * The security scheme.
   *
   * @default - anybody may call the operation
   */
  readonly scheme?: AuthorizerScheme;

  /**
   * The scopes of which a caller needs at least one.
   *
   * @default - none
   */
  readonly scopes?: string[];
}

/**
 * Decides who may call an operation. Extend it for one that {@link Authorizers} does not have.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
 */
export abstract class Authorizer {
  /**
   * Unique among the different authorizers of an API. Where the model has a security scheme of this name that API Gateway knows, the
   * authorizer is what implements it.
   */
  public readonly authorizerId: string;

  /** @param authorizerId unique among the different authorizers of an API: letters, digits, `.`, `_` and `-` */
  constructor(authorizerId: string) {
    this.authorizerId = authorizerId;
  }

  /**
   * How operations are secured.
   *
   * @param props the API
   */
  public abstract render(props: AuthorizerRenderProps): AuthorizerDefinition;

  /**
   * Lets API Gateway call the authorizer; called once, after the API is created. Does nothing unless overridden.
   *
   * @param _props the API
   */
  public grant(_props: AuthorizerGrantProps): void {}
}
