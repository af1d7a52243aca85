/** A language that packages are generated in. */
export enum Language {
  /** TypeScript, for Node.js and browsers. */
  TYPESCRIPT = 'typescript',
  /** Python. */
  PYTHON = 'python',
  /** Java. */
  JAVA = 'java',
}

/** A language that APIs are modelled in. */
export enum ModelLanguage {
  /** OpenAPI 3.0 or 3.1, as YAML or JSON, in one file or many. */
  OPENAPI = 'openapi',
  /** Smithy. */
  SMITHY = 'smithy',
  /** TypeSpec. */
  TYPESPEC = 'typespec',
}
