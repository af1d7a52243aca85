import type { DiagnosticKind } from '../../../shared/diagnostics';
import type { JsonObject } from '../../../shared/json';
import type { Located } from '../../document';
import type { KeywordRule } from '../conversion';
import type { FoundOperation } from '../operations';
import type { LocatedObject, Source } from '../source';

/** Who makes sure of what the model says. */
export type Checker = 'API Gateway' | 'the handler' | 'both' | 'the build' | 'the app' | 'nobody';

/** How a parameter can be declared in API Gateway; not at all where it cannot. */
export type ParameterVerdict = 'not-declared' | 'not-required';

/** One of the media types of a request body. */
export interface RequestContent {
  /** As the model writes it. */
  readonly mediaType: string;
  readonly schema: Located | undefined;
  /** Where the media type stands. */
  readonly pointer: string;
  readonly body: LocatedObject;
  /** How many media types of the body are the same but for their parameters. */
  readonly alike: number;
}

/** A response of an operation, behind its references. */
export interface DeclaredResponse {
  /** As the model writes it: a status, a range or `default`. */
  readonly status: string;
  /** Where the operation has it. */
  readonly pointer: string;
  readonly response: LocatedObject;
}

/** What API Gateway makes of one part of OpenAPI, and what is done about it. A rule takes part in deriving by the functions that it has. */
export interface Rule {
  /** The part of OpenAPI, in Markdown. */
  readonly feature: string;
  /** What API Gateway does with it. */
  readonly gateway: string;
  /** What is done about it. */
  readonly answer: string;
  readonly checkedBy: Checker;
  /** All that the rule may report. */
  readonly diagnostics?: Readonly<Record<string, DiagnosticKind<never>>>;
  /** What becomes of keywords of the schemas of request bodies. */
  readonly keywords?: Readonly<Record<string, KeywordRule>>;
  /** Why API Gateway cannot serve a path of these segments; nothing if it can. */
  readonly segments?: (segments: readonly string[]) => string | undefined;
  readonly document?: (source: Source) => void;
  readonly operation?: (operation: FoundOperation, source: Source) => void;
  /**
   * Parameters in headers, queries and cookies, each once however many operations share it. After the first rule that does not declare
   * one, no other sees it.
   */
  readonly parameter?: (parameter: LocatedObject, source: Source) => ParameterVerdict | undefined;
  /** Media types of request bodies; true where API Gateway cannot validate one. */
  readonly content?: (content: RequestContent, source: Source) => boolean;
  readonly response?: (response: DeclaredResponse, source: Source) => void;
  /** Measures the document that was derived. */
  readonly result?: (document: JsonObject, report: Source['report']) => void;
}
