import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Stack, Token } from 'aws-cdk-lib/core';
import { constructError } from '../private/construct-error';
import { expressionsOf, headerOf, isIdentityExpression } from '../private/identity-source';
import { InvocationRole } from '../private/invocation/invocation-role';
import { lambdaInvocationUri } from '../private/lambda-uri';
import { Authorizer, type AuthorizerDefinition, type AuthorizerRenderProps } from './authorizer';

/** What a Lambda function decides by. */
export enum CustomAuthorizerType {
  /** The value of one header. */
  TOKEN = 'token',

  /** The headers, query parameters, path parameters and context of the request. */
  REQUEST = 'request',
}

/** The Lambda function that decides. */
export interface CustomAuthorizerProps {
  /** Unique among the different authorizers of an API: letters, digits, `.`, `_` and `-`. */
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
   * Where the credentials are in a request: one header for a token authorizer, as `method.request.header.<name>`; for a request authorizer
   * any of `method.request.header.<name>`, `method.request.querystring.<name>`, `stageVariables.<name>` and `context.<name>`, separated
   * by commas. A request that lacks one of them is refused without asking the function, and verdicts are kept by them. A request
   * authorizer that keeps no verdicts may do without, by an empty text: then it is asked about every request.
   *
   * @default "method.request.header.Authorization"
   */
  readonly identitySource?: string;

  /**
   * A regular expression that the token must match, or the request is refused without asking the function. For token authorizers only.
   *
   * @default - any token
   */
  readonly identityValidationExpression?: string;

  /**
   * How long a verdict is kept, in seconds, 0 to 3600; 0 keeps none. It counts for all operations of the API that have the authorizer,
   * so the policy that the function returns must be right for all of them.
   *
   * @default 300
   */
  readonly authorizerResultTtlInSeconds?: number;
}

/**
 * A Lambda function decides.
 *
 * Throws when the time to keep verdicts is not 0 to 3600 seconds, and when API Gateway cannot find the credentials where `identitySource` says.
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
    const { identitySource = 'method.request.header.Authorization', identityValidationExpression } = this.props;
    const problem =
      type === CustomAuthorizerType.TOKEN
        ? tokenProblem(identitySource)
        : requestProblem(identitySource, authorizerResultTtlInSeconds, identityValidationExpression);
    const found = problem ?? ttlProblem(authorizerResultTtlInSeconds);
    if (found !== undefined) throw constructError(scope, `the ${type} authorizer '${this.authorizerId}' ${found}`);
    return {
      scheme: {
        authType: 'custom',
        // What API Gateway wants to be told where there is no single header.
        headerName: headerOf(identitySource) ?? 'Unused',
        authorizer: {
          type,
          authorizerUri: lambdaInvocationUri(Stack.of(scope), this.props.function),
          authorizerCredentials: InvocationRole.of(scope).allow(this.props.function),
          identitySource: identitySource.trim() === '' ? undefined : identitySource,
          identityValidationExpression,
          authorizerResultTtlInSeconds,
        },
      },
    };
  }
}

function tokenProblem(identitySource: string): string | undefined {
  if (headerOf(identitySource) !== undefined) return undefined;
  return `needs one header as identitySource, such as method.request.header.Authorization, got '${identitySource}'; use CustomAuthorizerType.REQUEST for anything else`;
}

function requestProblem(identitySource: string, ttl: number, expression: string | undefined): string | undefined {
  if (expression !== undefined) {
    return 'has an identityValidationExpression, which is for tokens; use CustomAuthorizerType.TOKEN, or check in the function';
  }
  if (identitySource.trim() === '') {
    if (ttl === 0) return undefined;
    return `keeps verdicts for ${ttl} seconds and has no identitySource to keep them by; name one, or set authorizerResultTtlInSeconds to 0`;
  }
  const wrong = expressionsOf(identitySource).find((each) => !Token.isUnresolved(each) && !isIdentityExpression(each));
  if (wrong === undefined) return undefined;
  return `has '${wrong}' in its identitySource; write method.request.header.<name>, method.request.querystring.<name>, stageVariables.<name> or context.<name>, separated by commas`;
}

function ttlProblem(ttl: number): string | undefined {
  if (Token.isUnresolved(ttl) || (Number.isInteger(ttl) && ttl >= 0 && ttl <= 3600)) return undefined;
  return `keeps verdicts for ${ttl} seconds; authorizerResultTtlInSeconds must be a whole number from 0 to 3600`;
}
