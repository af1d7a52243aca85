import type { JsonObject } from '../../shared/json';
import type { AuthorizerSpec } from '../document/route';
import type { Exchange } from '../http/exchange';
import type { Backends } from '../integrations/integration';

/** What an authorizer adds to the request's context. */
export interface Authorization {
  readonly authorizer?: JsonObject;
  readonly identity?: JsonObject;
  /** The API key of the caller, for an API that takes it from its authorizers. */
  readonly apiKey?: string;
}

/** One kind of authorizer. */
export interface Authorizer {
  /** What it does differently here than in the cloud, for the terminal. */
  caveats?(spec: AuthorizerSpec, backends: Backends): readonly string[];
  /** @throws GatewayFault when the request is refused. */
  authorize(exchange: Exchange, spec: AuthorizerSpec, backends: Backends): Promise<Authorization>;
}
