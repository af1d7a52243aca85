/**
 * What a gateway document tells the constructs besides what API Gateway reads. They take it out again before the document is deployed.
 */
export const extensions = {
  /** On an operation: from the names of path variables in API Gateway to those of the model, where they differ. */
  pathVariables: 'x-type-safe-api-path-variables',
  /**
   * On an operation: what its responses are besides their headers, by status: media types. A status that is not there has JSON, 204 and
   * 304 nothing. Ranges and `default`, which API Gateway does not have, are there with their headers as well.
   */
  responses: 'x-type-safe-api-responses',
  /** On the document: operations that API Gateway cannot serve, by id, with the reason. */
  leftOut: 'x-type-safe-api-left-out',
} as const;

/** The extension of API Gateway that lists the media types of bodies that are bytes. */
export const binaryMediaTypesExtension = 'x-amazon-apigateway-binary-media-types';
