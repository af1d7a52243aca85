/** Patterns of keys in which `*` stands for anything. */
export type KeyPatterns = readonly string[];

/** Without the patterns that others cover, as `pets/*` covers all below it; sorted, so that a template does not change with the order. */
export function withoutCovered(patterns: Iterable<string>): KeyPatterns {
  const all = [...new Set(patterns)].sort();
  // A star that stands for itself is written '${*}'.
  const covering = all.filter((pattern) => pattern.includes('*') && !pattern.includes('${'));
  const matchers = covering.map((pattern) => ({ pattern, expression: matcher(pattern) }));
  return all.filter((one) => !matchers.some(({ pattern, expression }) => pattern !== one && expression.test(one)));
}

/** Patterns for whole folders in place of those with more segments than `depth`; `*` for depth 0. */
export function widen(patterns: KeyPatterns, depth: number): KeyPatterns {
  return withoutCovered(
    patterns.map((pattern) => {
      const segments = pattern.split('/');
      return segments.length > depth ? [...segments.slice(0, depth), '*'].join('/') : pattern;
    }),
  );
}

/** The number of segments of the longest pattern. */
export function depthOf(patterns: Iterable<string>): number {
  return Math.max(0, ...[...patterns].map((pattern) => pattern.split('/').length));
}

function matcher(pattern: string): RegExp {
  const literal = pattern.split('*').map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 's');
}
