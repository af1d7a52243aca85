import { CognitoAuthorizer, type CognitoAuthorizerProps } from './cognito-authorizer';
import { CustomAuthorizer, type CustomAuthorizerProps } from './custom-authorizer';
import { IamAuthorizer } from './iam-authorizer';
import { NoAuthorizer } from './no-authorizer';

/** The authorizers that an API or an operation can have. */
export class Authorizers {
  /** Anybody may call, also where the API has a default authorizer. */
  public static none(): NoAuthorizer {
    return new NoAuthorizer();
  }

  /** Callers sign their requests with AWS credentials. */
  public static iam(): IamAuthorizer {
    return new IamAuthorizer();
  }

  /**
   * Callers send a token of a Cognito user pool.
   *
   * @param props the user pools
   */
  public static cognito(props: CognitoAuthorizerProps): CognitoAuthorizer {
    return new CognitoAuthorizer(props);
  }

  /**
   * A Lambda function decides.
   *
   * @param props the function
   */
  public static custom(props: CustomAuthorizerProps): CustomAuthorizer {
    return new CustomAuthorizer(props);
  }

  private constructor() {}
}
