const expressions = new Map<string, RegExp | undefined>();

/**
 * The pattern of a model as a regular expression: with the `u` flag, as JSON Schema asks for, unless it is an expression only without it, as
 * the many are that escape a dash. Nothing for one that is none at all.
 */
export function expressionOf(pattern: string): RegExp | undefined {
  if (!expressions.has(pattern)) expressions.set(pattern, compile(pattern, 'u') ?? compile(pattern, ''));
  return expressions.get(pattern);
}

/** Whether a text matches the pattern of a model; every text matches one that is no regular expression. */
export function matchesPattern(pattern: string, text: string): boolean {
  return expressionOf(pattern)?.test(text) ?? true;
}

function compile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
