import { isJsonObject, type Json, type JsonObject } from '../../shared/json';

/** The stage's own variables, which URIs and ARNs may hold. */
export type StageVariables = Readonly<Record<string, string>>;

/**
 * Puts the values of variables into a text; one that the stage does not have is empty.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
 */
export function withVariables(text: string, variables: StageVariables): string {
  return text.replace(/\$\{stageVariables\.([^{}]+)\}/g, (_, name: string) => variables[name] ?? '');
}

/** Puts the values of variables into every text of an object. */
export function withVariablesIn(object: JsonObject, variables: StageVariables): JsonObject {
  const fill = (value: Json): Json => {
    if (typeof value === 'string') return withVariables(value, variables);
    if (Array.isArray(value)) return value.map(fill);
    return isJsonObject(value) ? withVariablesIn(value, variables) : value;
  };
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, fill(value)]));
}
