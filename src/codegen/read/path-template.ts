/** The parameters of a path, or why it is not a path. */
export type PathTemplate = { readonly names: readonly string[] } | { readonly reason: string };

/**
 * Reads a path with parameters in braces. A last one with a plus sign, `{proxy+}`, takes the rest of the path, as in API Gateway.
 * @see https://spec.openapis.org/oas/v3.1.0#path-templating
 */
export function readPathTemplate(path: string): PathTemplate {
  if (!path.startsWith('/')) return { reason: "must start with '/'; add it" };
  if (/[?#]/.test(path.replace(/\{[^{}]*\}/g, ''))) {
    return { reason: "has a query or fragment; declare query parameters under 'parameters'" };
  }
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  if (/[{}]/.test(path.replace(/\{[^{}]*\}/g, '')))
    return { reason: 'has a brace without its partner; close or remove it' };
  if (names.some((name) => name.replace(/\+$/, '') === ''))
    return { reason: 'has a parameter without a name; write it between the braces' };
  const greedy = names.findIndex((name) => name.endsWith('+'));
  if (greedy >= 0 && !path.endsWith(`{${names[greedy]}}`))
    return { reason: 'has a greedy parameter that is not at its end; move it there' };
  const plain = names.map((name) => name.replace(/\+$/, ''));
  const twice = plain.find((name, index) => plain.indexOf(name) !== index);
  return twice === undefined ? { names: plain } : { reason: `has the parameter '${twice}' twice; rename one` };
}
