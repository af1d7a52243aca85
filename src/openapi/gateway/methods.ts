/** The methods of a path item that API Gateway serves, in the order of OpenAPI. */
export const httpMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;

/**
 * Whether requests of a method can have a body. Those of GET and HEAD mean nothing with one, and `fetch` refuses to send it.
 * @see https://fetch.spec.whatwg.org/#dom-request
 */
export function mayHaveBody(method: string): boolean {
  return method !== 'get' && method !== 'head';
}
