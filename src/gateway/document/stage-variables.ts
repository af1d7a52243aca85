/** The stage's own variables, which URIs and ARNs may hold. */
export type StageVariables = Readonly<Record<string, string>>;

/**
 * Puts the values of variables into a text; one that the stage does not have is empty.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
 */
export function withVariables(text: string, variables: StageVariables): string {
  return text.replace(/\$\{stageVariables\.([^{}]+)\}/g, (_, name: string) => variables[name] ?? '');
}
