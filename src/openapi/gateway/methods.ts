/** The methods of a path item that API Gateway serves, in the order of OpenAPI. */
export const httpMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;
