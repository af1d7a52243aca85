import { type Code, code } from '../../../emit/symbol';
import { quote } from '../source';

/**
 * The pattern of a string as a regular expression: with the `u` flag, as JSON Schema asks for, unless it is an expression only without it,
 * as the many are that escape a dash. One that is none at all checks nothing; the reader has said so.
 */
export function patternLiteral(pattern: string): Code | undefined {
  for (const flags of ['u', '']) {
    const source = sourceOf(pattern, flags);
    if (source !== undefined) return flags === 'u' ? code`/${source}/u` : code`new RegExp(${quote(pattern)})`;
  }
  return undefined;
}

function sourceOf(pattern: string, flags: string): string | undefined {
  try {
    return new RegExp(pattern, flags).source;
  } catch {
    return undefined;
  }
}
