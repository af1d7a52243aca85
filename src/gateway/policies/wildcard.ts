/**
 * True when a pattern of a policy, in which `*` is any text and `?` any character, matches all of a value. `${*}` is a star.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function matchesWildcard(pattern: string, value: string, ignoreCase = false): boolean {
  const source = pattern.replace(/\$\{([*?$])\}|[*?]|[.+^${}()|[\]\\]/g, (found, literal: string | undefined) => {
    if (found === '*') return '.*';
    return found === '?' ? '.' : `\\${literal ?? found}`;
  });
  return new RegExp(`^${source}$`, ignoreCase ? 'is' : 's').test(value);
}
