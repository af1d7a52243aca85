import { type Code, type CodeSymbol, code, indentRest, isMultiline, join, lengthOf } from '../../../../emit/symbol';
import { call, javaStatic } from '../../source';
import type { JavaModels } from '../models/java-models';

/** An expression of more characters is broken up: it stands within others. */
const longest = 80;

/** A factory or a constant of the checks of the runtime. */
export function check(name: string, { packages }: JavaModels): CodeSymbol {
  return javaStatic(name, packages.support, 'Checks');
}

/** A call with arguments that may be long themselves. */
export function invocation(callee: Code, args: readonly Code[]): Code {
  const inline = code`${callee}(${join(args, ', ')})`;
  const isShort = lengthOf(inline) <= longest && !args.some(isMultiline);
  const [only, ...others] = args;
  if (isShort || (only !== undefined && others.length === 0)) return inline;
  return code`${callee}(\n    ${join(args.map(deeper), ',\n    ')})`;
}

/** A call with many short arguments. */
export function filled(callee: Code, args: readonly Code[]): Code {
  return call(callee, args, code``, 40);
}

/** A value and calls of its methods, one behind the other: `string().minLength(1)`. */
export function chain(value: Code, calls: readonly Code[]): Code {
  const inline = code`${value}${calls}`;
  if (lengthOf(inline) <= longest && !isMultiline(inline)) return inline;
  return code`${join([value, ...calls.map(deeper)], '\n    ')}`;
}

/** A number that Java reads as the same one. */
export function double(value: number): string {
  const isInt = Number.isInteger(value) && Math.abs(value) <= 0x7fff_ffff;
  return isInt || !Number.isInteger(value) || String(value).includes('e') ? String(value) : `${value}d`;
}

function deeper(piece: Code): Code {
  return indentRest(piece, '    ');
}
