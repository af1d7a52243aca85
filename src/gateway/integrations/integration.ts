import type { LocalApp } from '../assembly/local-app';
import type { AuthorizerResults } from '../authorizers/results';
import type { FolderBuckets } from '../buckets/folder-buckets';
import type { IntegrationSpec, Route } from '../document/route';
import type { Exchange } from '../http/exchange';
import type { GatewayReply } from '../http/request';
import type { Identities } from '../identities/identities';
import type { Functions } from '../lambda/functions';
import type { MessageFiles } from '../messages/message-files';

/** What integrations call. */
export interface Backends {
  readonly app: LocalApp;
  readonly functions: Functions;
  readonly buckets: FolderBuckets;
  readonly messages: MessageFiles;
  readonly authorizerResults: AuthorizerResults;
  /** Who may call, as far as the developer declared it. */
  readonly identities: Identities;
}

/** What the terminal says of an operation. */
export interface Summary {
  /** One word: `lambda`, `mock`, `s3`. */
  readonly kind: string;
  /** Further columns: language, function and source of a Lambda function; the folder of a bucket; the status of a mock. */
  readonly details: readonly string[];
  /** Set when the operation answers 501, with the reason. */
  readonly unavailable?: string;
}

/** One kind of backend that operations are integrated with. Adding one is a file beside this one and a line in the registry. */
export interface Integration {
  matches(integration: IntegrationSpec): boolean;
  summarize(route: Route, backends: Backends): Summary;
  /** What it does differently here than in the cloud, for the terminal. */
  caveats?(route: Route, backends: Backends): readonly string[];
  invoke(exchange: Exchange, backends: Backends): Promise<GatewayReply>;
}
