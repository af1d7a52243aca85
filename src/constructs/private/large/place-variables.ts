import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json';
import { type Place, placeIn } from './places';
import { type MarkedDocument, marks, partitionOf } from './references';
import { StageVariables } from './stage-variables';

/** A document without references. */
export interface PlacedDocument {
  readonly document: JsonObject;
  readonly variables: { [name: string]: string };
  /** What cannot be said by a variable, and what to do about it; then the document is of no use. */
  readonly problems: readonly string[];
}

/**
 * Puts stage variables where a document has references.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
 */
export function placeVariables(scope: Construct, { document, references }: MarkedDocument): PlacedDocument {
  const variables = new StageVariables();
  const problems: string[] = [];
  const stack = Stack.of(scope);
  const place: Place = { scope, references, variables, partition: partitionOf(stack) ?? '', stack };
  const walk = (value: Json, path: readonly string[]): Json => {
    if (Array.isArray(value)) return value.map((item: Json, index) => walk(item, [...path, String(index)]));
    if (isJsonObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member, [...path, name])]));
    }
    if (typeof value !== 'string' || value.search(marks) < 0) return value;
    const placed = placeIn(value, path, place);
    if ('problem' in placed) problems.push(`${whereIs(path, document)}: ${placed.problem}`);
    return 'problem' in placed ? value : placed.text;
  };
  const placed = walk(document, []);
  return {
    document: isJsonObject(placed) ? placed : {},
    variables: variables.toObject(),
    problems: [...new Set(problems)],
  };
}

/** True when a stack knows where it will be. */
export function hasEnvironment(stack: Stack): boolean {
  return partitionOf(stack) !== undefined && !Token.isUnresolved(stack.account);
}

/** The operation and the member of its integration, or the path in the document. */
function whereIs(path: readonly string[], document: Json): string {
  const [first, route = '', method = '', ...rest] = path;
  if (first !== 'paths') return `'${path.at(-1) === undefined ? '' : path.slice(-4).join('.')}'`;
  const paths = isJsonObject(document) && isJsonObject(document.paths) ? document.paths : {};
  const item = paths[route];
  const operation = isJsonObject(item) ? item[method] : undefined;
  const id = isJsonObject(operation) ? String(operation.operationId ?? '') : '';
  return `operation '${id}' (${method.toUpperCase()} ${route}), '${rest.slice(1).join('.')}'`;
}
