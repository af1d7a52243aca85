import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib/core';
import { constructError } from '../private/construct-error';
import { LambdaPermissions } from '../private/lambda-permissions';
import { lambdaInvocationUri } from '../private/lambda-uri';
import {
  Authorizer,
  type AuthorizerDefinition,
  type AuthorizerGrantProps,
  type AuthorizerRenderProps,
} from './authorizer';

/** What a Lambda function decides by. */
export enum CustomAuthorizerType {
  /** The value of one header. */
  TOKEN = 'token',

  /** The headers, query parameters, path parameters and context of the request. */
  REQUEST = 'request',
}

/** The Lambda function that decides. */
export interface CustomAuthorizerProps {
  /** Unique among the different authorizers of an API. */
  readonly authorizerId: string;

  /** The function. */
  readonly function: IFunction;

  /**
   * What the function decides by.
   *
   * @default CustomAuthorizerType.TOKEN
   */
  readonly type?: CustomAuthorizerType;

  /**
   * Where the credentials are in a request, separated by commas. A request without them is refused, and verdicts are kept by them.
   *
   * @default "method.request.header.Authorization"
   */
  readonly identitySource?: string;

  /**
   * How long a verdict is kept, in seconds, 0 to 3600.
   *
   * @default 300
   */
  readonly authorizerResultTtlInSeconds?: number;
}

/**
 * A Lambda function decides.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export class CustomAuthorizer extends Authorizer {
  /** @param props the function */
  constructor(private readonly props: CustomAuthorizerProps) {
    super(props.authorizerId);
  }

  public render({ scope }: AuthorizerRenderProps): AuthorizerDefinition {
    const { type = CustomAuthorizerType.TOKEN, authorizerResultTtlInSeconds = 300 } = this.props;
    const identitySource = this.props.identitySource ?? 'method.request.header.Authorization';
    const header = /^method\.request\.header\.([^,\s]+)$/.exec(identitySource)?.[1];
    if (type === CustomAuthorizerType.TOKEN && header === undefined) {
      throw constructError(
        scope,
        `the token authorizer '${this.authorizerId}' needs one header as identitySource, such as method.request.header.Authorization, got '${identitySource}'; use CustomAuthorizerType.REQUEST for anything else`,
      );
    }
    const authorizerUri = lambdaInvocationUri(Stack.of(scope), this.props.function);
    return {
      scheme: {
        authType: 'custom',
        // What API Gateway wants to be told where there is no single header.
        headerName: header ?? 'Unused',
        authorizer: { type, authorizerUri, identitySource, authorizerResultTtlInSeconds },
      },
    };
  }

  public override grant({ scope, api }: AuthorizerGrantProps): void {
    LambdaPermissions.of(scope, api).grantAuthorizer(this.props.function, this.authorizerId);
  }
}
