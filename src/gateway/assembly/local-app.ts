import type { Json, JsonObject } from '../../shared/json';
import type { PolicyStatement } from '../policies/statement';

/** What a cloud assembly holds that can run on this machine: plain data, intrinsics resolved. */
export interface LocalApp {
  readonly apis: readonly LocalApi[];
  readonly functions: readonly LocalFunction[];
  readonly buckets: readonly LocalBucket[];
  readonly roles: readonly LocalRole[];
  readonly apiKeys: readonly LocalApiKey[];
  /** Things that could not be read, in the words of the terminal. */
  readonly notes: readonly string[];
}

/** One RestApi with the document that API Gateway would import. */
export interface LocalApi {
  /** What `Ref` gives, which ARNs and usage plans hold. */
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly document: JsonObject;
  /** Where the API key of a request is: in its header, or in what the authorizer answers. */
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER';
  /** What the app restricts and nothing here does: `WAF`, `throttling`. */
  readonly limits: readonly string[];
}

/** An API key that the app creates. */
export interface LocalApiKey {
  readonly id: string;
  readonly name: string;
  /** Nothing when API Gateway makes it up. */
  readonly value?: string;
  readonly enabled: boolean;
  /** What its usage plans open: ids of APIs with names of their stages. */
  readonly stages: readonly { readonly api: string; readonly stage: string }[];
}

/** One Lambda function: where its code is and how it is started. */
export interface LocalFunction {
  /** The physical name, which integration URIs hold. */
  readonly name: string;
  readonly arn: string;
  readonly runtime: string;
  readonly handler: string;
  readonly code: FunctionCode;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** What the generated infrastructure says of the function, for the terminal and for reloads. */
  readonly origin?: FunctionOrigin;
}

/** A folder or an archive to run in place, source text of the template, or the reason why there is none of it. */
export type FunctionCode =
  | { readonly kind: 'folder' | 'archive'; readonly path: string }
  | { readonly kind: 'inline'; readonly source: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** The metadata `type-safe-api` of a function; paths are relative to the folder of the API. */
export interface FunctionOrigin {
  readonly operation: string;
  readonly language: string;
  /** The folder of the code; nothing when it is not what was generated. */
  readonly bundle?: string;
  readonly source?: string;
}

/** A bucket, which is a folder here. */
export interface LocalBucket {
  /** The physical name, which integration URIs hold. */
  readonly name: string;
  /** The statements of its bucket policies. */
  readonly policy: readonly PolicyStatement[];
}

/** A role of the app, which the gateway takes on to call a service. */
export interface LocalRole {
  readonly arn: string;
  /** Whether API Gateway may take it on. */
  readonly trustsApiGateway: boolean;
  /** False when it has policies that are not part of the app, so that what it may do is not known. */
  readonly isWhole: boolean;
  readonly statements: readonly PolicyStatement[];
}

/** A resource of a template, before anything is resolved. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly metadata: JsonObject;
}

/** The value of a JSON member as text, or nothing. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
