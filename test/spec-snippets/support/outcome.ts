/** What became of the programs of one language. */
export interface Outcome {
  /** What the type checker says, each with its place, such as `missing_operation.py:4 …`. */
  readonly problems: readonly string[];
  /** By the name of the case. */
  readonly results: Readonly<Record<string, Result>>;
}

/** A template, or what was thrown. */
export interface Result {
  readonly template?: Template;
  readonly error?: string;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** The API document of a template, as far as tests look at it. */
export interface Body {
  readonly paths: Readonly<Record<string, Readonly<Record<string, BodyOperation>>>>;
  readonly components: { readonly securitySchemes?: Readonly<Record<string, unknown>> };
}

export interface BodyOperation {
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-amazon-apigateway-integration': BodyIntegration;
}

/** The extension of an operation. */
export interface BodyIntegration {
  readonly [name: string]: unknown;
  readonly responses: Readonly<Record<string, BodyResponse>>;
}

export interface BodyResponse {
  readonly statusCode: string;
  readonly responseTemplates?: Readonly<Record<string, string>>;
}
