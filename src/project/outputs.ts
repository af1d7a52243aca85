/** A format of the generated documentation. */
export enum DocumentationFormat {
  /** One page of HTML that needs nothing else. */
  HTML = 'html',
  /** Markdown, a file for each part of the API. */
  MARKDOWN = 'markdown',
}

/** A library that is generated on top of a client. */
export enum Library {
  /** Hooks for TanStack Query in React. */
  TYPESCRIPT_REACT_QUERY_HOOKS = 'typescript-react-query-hooks',
}
