import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { constructError } from '../private/construct-error';
import { headerOf } from '../private/identity-source';
import { Authorizer, type AuthorizerDefinition, type AuthorizerRenderProps } from './authorizer';

/** Who is in which user pools. */
export interface CognitoAuthorizerProps {
  /** Unique among the different authorizers of an API: letters, digits, `.`, `_` and `-`. */
  readonly authorizerId: string;

  /** The user pools whose users may call, at least one; of any region. */
  readonly userPools: IUserPool[];

  /**
   * The scopes of which an access token needs at least one, such as `pets/read`; without scopes, callers send an identity token.
   *
   * @default - those that the model asks for at each operation
   */
  readonly authorizationScopes?: string[];

  /**
   * The header that the token is in, as `method.request.header.<name>`.
   *
   * @default "method.request.header.Authorization"
   */
  readonly identitySource?: string;
}

/**
 * Callers send a token of a Cognito user pool.
 *
 * Throws when there is no user pool, and when `identitySource` is not one header.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 */
export class CognitoAuthorizer extends Authorizer {
  /** @param props the user pools */
  constructor(private readonly props: CognitoAuthorizerProps) {
    super(props.authorizerId);
  }

  /**
   * The same authorizer with other scopes, for single operations; without arguments, with those of the model.
   *
   * @param authorizationScopes the scopes of which an access token needs at least one
   */
  public withScopes(...authorizationScopes: string[]): CognitoAuthorizer {
    return new CognitoAuthorizer({ ...this.props, authorizationScopes });
  }

  public render({ scope }: AuthorizerRenderProps): AuthorizerDefinition {
    const { userPools, authorizationScopes, identitySource } = this.props;
    if (userPools.length === 0) {
      throw constructError(
        scope,
        `the Cognito authorizer '${this.authorizerId}' has no user pool; name one in 'userPools'`,
      );
    }
    const headerName = identitySource === undefined ? undefined : headerOf(identitySource);
    if (identitySource !== undefined && headerName === undefined) {
      throw constructError(
        scope,
        `the Cognito authorizer '${this.authorizerId}' needs one header as identitySource, such as method.request.header.Authorization, got '${identitySource}'`,
      );
    }
    const providerArns = userPools.map(({ userPoolArn }) => userPoolArn);
    return {
      scheme: { authType: 'cognito_user_pools', headerName, authorizer: { type: 'cognito_user_pools', providerArns } },
      scopes: authorizationScopes ?? [],
    };
  }
}
