import { type Code, code } from '../../../../emit/symbol';
import type { ShapeOf } from '../../../../model/shape';
import { call } from '../../source';
import { callWith, type Keyword, keyword, literal, nested, numberLiteral, support } from './expressions';
import { printPattern } from './patterns';

/** The formats that are checked; any other is an annotation. */
const stringFormats: ReadonlySet<string> = new Set([
  'date',
  'time',
  'date-time',
  'email',
  'uuid',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
]);

export function checkString(shape: ShapeOf<'string'>, indent: number): Code | undefined {
  const { minLength, maxLength, pattern, format = '', implied } = shape;
  const keywords: Keyword[] = [
    ...keyword('min_length', minLength === 0 ? undefined : minLength),
    ...keyword('max_length', maxLength),
    ...patternKeyword(pattern),
    ...keyword('format', stringFormats.has(format) ? formatCheck(format) : undefined),
  ];
  return typed('STRING', 'string', keywords, implied, indent);
}

export function checkNumber(shape: ShapeOf<'number'>, indent: number): Code | undefined {
  const { integer, implied } = shape;
  const limit = (name: string, value: number | undefined) =>
    keyword(name, value === undefined ? undefined : numberLiteral(value));
  const keywords: Keyword[] = [
    ...limit('minimum', shape.minimum),
    ...limit('maximum', shape.maximum),
    ...limit('exclusive_minimum', shape.exclusiveMinimum),
    ...limit('exclusive_maximum', shape.exclusiveMaximum),
    ...limit('multiple_of', shape.multipleOf),
    ...keyword('format', integerFormat(shape)),
  ];
  const isInteger = integer && !implied;
  return typed(isInteger ? 'INTEGER' : 'NUMBER', isInteger ? 'integer' : 'number', keywords, implied, indent);
}

export function checkEnum({ values }: ShapeOf<'enum'>, indent: number): Code {
  const literals = values.map((value) => code`${literal(value)}`);
  return call(support('check_values', 'enum'), literals, indent);
}

/** The check of a type alone is a constant; where the type is implied there is none. */
function typed(
  constant: string,
  check: string,
  keywords: readonly Keyword[],
  implied: boolean | undefined,
  indent: number,
): Code | undefined {
  if (keywords.length === 0) return implied ? undefined : code`${support('checks', constant)}`;
  return callWith(support('check_values', check), [], [...keywords, ...impliedKeyword(implied)], indent);
}

/** Of 64 bits, where none of them may be lost. */
function integerFormat({ format, exact, implied }: ShapeOf<'number'>): Code | undefined {
  if (format === 'int32') return formatCheck(format);
  return exact && !implied ? formatCheck('int64') : undefined;
}

/** What is of another type is right too. */
export function impliedKeyword(implied: boolean | undefined): Keyword[] {
  return keyword('implied', implied ? 'True' : undefined);
}

function patternKeyword(pattern: string | undefined): Keyword[] {
  if (pattern === undefined || printPattern(pattern, 0) === undefined) return [];
  return [nested('pattern', (indent) => printPattern(pattern, indent) ?? code`None`)];
}

function formatCheck(format: string): Code {
  return code`${support('formats', format.toUpperCase().replaceAll('-', '_'))}`;
}
