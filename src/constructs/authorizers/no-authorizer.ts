import { Authorizer, type AuthorizerDefinition, type AuthorizerRenderProps } from './authorizer';

/** Anybody may call the operation. */
export class NoAuthorizer extends Authorizer {
  constructor() {
    super('none');
  }

  public render(_props: AuthorizerRenderProps): AuthorizerDefinition {
    return {};
  }
}
