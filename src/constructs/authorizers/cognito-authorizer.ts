import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Authorizer, type AuthorizerDefinition, type AuthorizerRenderProps } from './authorizer';

/** Who is in which user pools. */
export interface CognitoAuthorizerProps {
  /** Unique among the different authorizers of an API. */
  readonly authorizerId: string;

  /** The user pools whose users may call. */
  readonly userPools: IUserPool[];

  /**
   * The scopes of which an access token needs at least one; without scopes, callers send an identity token.
   *
   * @default - none
   */
  readonly authorizationScopes?: string[];
}

/**
 * Callers send a token of a Cognito user pool in the Authorization header.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 */
export class CognitoAuthorizer extends Authorizer {
  /** @param props the user pools */
  constructor(private readonly props: CognitoAuthorizerProps) {
    super(props.authorizerId);
  }

  /**
   * The same authorizer with other scopes, for single operations.
   *
   * @param authorizationScopes the scopes of which an access token needs at least one
   */
  public withScopes(...authorizationScopes: string[]): CognitoAuthorizer {
    return new CognitoAuthorizer({ ...this.props, authorizationScopes });
  }

  public render(_props: AuthorizerRenderProps): AuthorizerDefinition {
    const providerArns = this.props.userPools.map(({ userPoolArn }) => userPoolArn);
    return {
      scheme: { authType: 'cognito_user_pools', authorizer: { type: 'cognito_user_pools', providerArns } },
      scopes: this.props.authorizationScopes ?? [],
    };
  }
}
