import { problems } from '../../openapi';
import { checkedPattern } from '../patterns/pattern';
import type { ReadContext } from './context';

/** True for a pattern that can be checked, and quickly, whatever the text is. */
export function isPattern(context: ReadContext, pointer: string, pattern: string): boolean {
  const checked = checkedPattern(pattern);
  if (checked.kind !== 'refused') return true;
  const reason = compileError(pattern);
  if (reason === undefined) context.report(problems.slowPattern, pointer, { pattern, reason: checked.reason });
  else context.report(problems.invalidPattern, pointer, { pattern, reason });
  return false;
}

/** Expressions that are some only without the flag `u` are allowed, so this is about those that are none at all. */
function compileError(pattern: string): string | undefined {
  try {
    new RegExp(pattern);
    return undefined;
  } catch (error) {
    const { message } = error as SyntaxError;
    return message.slice(message.lastIndexOf(': ') + 2).toLowerCase();
  }
}
