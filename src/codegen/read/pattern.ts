import { problems } from '../../openapi';
import type { ReadContext } from './context';

/** JSON Schema asks for the `u` flag; authors write expressions that are some only without it, `\-` above all. */
export function isPattern(context: ReadContext, pointer: string, pattern: string): boolean {
  if (compileError(pattern, 'u') === undefined) return true;
  const reason = compileError(pattern, '');
  if (reason === undefined) return true;
  context.report(problems.invalidPattern, pointer, { pattern, reason });
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
