/** The name of the header, where an identity source is one header. */
export function headerOf(identitySource: string): string | undefined {
  return /^\s*method\.request\.header\.([^,\s]+)\s*$/.exec(identitySource)?.[1];
}

/** The expressions of an identity source. */
export function expressionsOf(identitySource: string): string[] {
  return identitySource.split(',').map((expression) => expression.trim());
}

/**
 * Whether API Gateway takes an expression for the source of an identity: headers, query parameters, stage variables and the context.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html
 */
export function isIdentityExpression(expression: string): boolean {
  return /^(?:method\.request\.(?:header|querystring)\.[^\s,]+|stageVariables\.\w+|context\.[\w.]+)$/.test(expression);
}
