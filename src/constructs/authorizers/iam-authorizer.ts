import { Authorizer, type AuthorizerDefinition, type AuthorizerRenderProps } from './authorizer';

/**
 * Callers sign their requests with AWS credentials and need the permission `execute-api:Invoke`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html
 */
export class IamAuthorizer extends Authorizer {
  constructor() {
    super('aws.auth.sigv4');
  }

  public render(_props: AuthorizerRenderProps): AuthorizerDefinition {
    return { scheme: { authType: 'awsSigv4' } };
  }
}
