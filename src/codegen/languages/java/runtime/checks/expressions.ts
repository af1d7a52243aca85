import { type Code, type CodeSymbol, code, indentRest, isMultiline, join, valueSymbol } from '../../../../emit/symbol';
import { call, type Text, widthOf } from '../../source';
import type { JavaModels } from '../models/java-models';

/** An expression of more characters is broken up: it stands within others. */
const longest = 80;

/** A factory or a constant of the checks of the runtime. */
export function check(name: string, { checkFactories }: JavaModels): CodeSymbol {
  return valueSymbol(name, checkFactories);
}

/** A call with arguments that may be long themselves. */
export function invocation(callee: Text, args: readonly Text[]): Code {
  const isShort = callee.length + widthOf(args) + 2 <= longest && !args.some(isBroken);
  if (isShort || args.length === 1) return code`${callee}(${join(args, ', ')})`;
  return code`${callee}(\n    ${join(args.map(deeper), ',\n    ')})`;
}

/** A call with many short arguments. */
export function filled(callee: Text, args: readonly Text[]): Code {
  return call(callee, args, '', 40);
}

/** A value and calls of its methods, one behind the other: `string().minLength(1)`. */
export function chain(value: Code, calls: readonly Text[]): Code {
  if (calls.length === 0) return value;
  const length = calls.reduce((sum, each) => sum + each.length, value.length);
  if (length <= longest && !isMultiline(value) && !calls.some(isBroken)) return code`${value}${calls}`;
  return join([value, ...calls.map(deeper)], '\n    ');
}

/** A number that Java reads as the same one. */
export function double(value: number): string {
  const isInt = Number.isInteger(value) && Math.abs(value) <= 0x7fff_ffff;
  return isInt || !Number.isInteger(value) || String(value).includes('e') ? String(value) : `${value}d`;
}

function deeper(piece: Text): Text {
  return typeof piece === 'string' ? piece : indentRest(piece, '    ');
}

/** Texts are on one line. */
function isBroken(piece: Text): boolean {
  return typeof piece !== 'string' && isMultiline(piece);
}
