import { problems } from '../../openapi';
import { checkedPattern } from '../patterns/pattern';
import type { ReadContext } from './context';

/** True for a pattern that can be checked, and quickly, whatever the text is. */
export function isPattern(context: ReadContext, pointer: string, pattern: string): boolean {
  const reason = ['u', ''].map((flags) => compileError(pattern, flags)).reduce((first, second) => first && second);
  if (reason !== undefined) {
    context.report(problems.invalidPattern, pointer, { pattern, reason });
    return false;
  }
  const checked = checkedPattern(pattern);
  if (checked.kind !== 'refused') return true;
  context.report(problems.slowPattern, pointer, { pattern, reason: checked.reason });
  return false;
}

function compileError(pattern: string, flags: string): string | undefined {
  try {
    new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    const { message } = error as SyntaxError;
    return message.slice(message.lastIndexOf(': ') + 2).toLowerCase();
  }
}
