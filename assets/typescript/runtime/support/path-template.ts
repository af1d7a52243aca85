import type { ApiGatewayEvent } from './api-gateway.js';

const variable = /\{([^}]*?)(\+?)\}/g;

/** What two templates have in common when only their variables are named differently. */
export function shapeOf(template: string): string {
  return template.replace(variable, '{$2}');
}

/**
 * The values of the variables of a template. API Gateway has one name for a place in the path that several operations name differently, so
 * the event may come with the names of a sibling; the order tells which is which.
 */
export function pathValues(template: string, event: ApiGatewayEvent): { readonly [name: string]: string | undefined } {
  const given = event.pathParameters ?? {};
  if (event.resource === template || shapeOf(event.resource) !== shapeOf(template)) return given;
  const theirs = variablesOf(event.resource);
  return Object.fromEntries(variablesOf(template).map((name, index) => [name, given[theirs[index] ?? name]]));
}

function variablesOf(template: string): string[] {
  return [...template.matchAll(variable)].map(([, name = '']) => name);
}
