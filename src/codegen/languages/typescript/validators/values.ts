import type { Code } from '../../../emit/symbol';
import type { ShapeOf } from '../../../model/shape';
import { list, quote, support } from '../source';
import { invoke, invokeWith, type Subject, typeCheck } from './checks';
import { patternLiteral } from './patterns';

/** The formats that are checked; any other is an annotation. */
const stringFormats: ReadonlyMap<string, string> = new Map([
  ['date', 'isDate'],
  ['time', 'isTime'],
  ['date-time', 'isDateTime'],
  ['email', 'isEmail'],
  ['uuid', 'isUuid'],
  ['hostname', 'isHostname'],
  ['ipv4', 'isIpv4'],
  ['ipv6', 'isIpv6'],
  ['uri', 'isUri'],
]);

export function checkString(shape: ShapeOf<'string'>, subject: Subject): Code[] {
  const { minLength, maxLength, pattern, format = '' } = shape;
  const formatCheck = stringFormats.get(format);
  const isLimited = Boolean(minLength) || maxLength !== undefined;
  if (formatCheck !== undefined && !shape.implied && !isLimited && pattern === undefined) {
    return [invokeWith(support('validation', 'isStringOf'), subject, support('formats', formatCheck))];
  }
  const type =
    isLimited && !shape.implied
      ? [invoke(support('check-values', 'isText'), subject, minLength ?? 0, maxLength ?? 'Infinity')]
      : [
          ...typeCheck('isString', shape, subject),
          ...limit('minLength', minLength === 0 ? undefined : minLength, subject),
          ...limit('maxLength', maxLength, subject),
        ];
  return [
    ...type,
    ...limit('matches', pattern === undefined ? undefined : patternLiteral(pattern), subject),
    ...(formatCheck === undefined ? [] : [invoke(support('formats', formatCheck), subject)]),
  ];
}

export function checkNumber(shape: ShapeOf<'number'>, subject: Subject): Code[] {
  const { minimum, maximum, implied, exact } = shape;
  const type = shape.integer ? 'isInteger' : 'isNumber';
  const isBetween = minimum !== undefined && maximum !== undefined && !implied && !exact;
  const ofType = exact && !implied ? [invoke(support('int64', 'isInt64'), subject)] : typeCheck(type, shape, subject);
  const limits = ['minimum', 'maximum'] as const;
  const keywords = [...(isBetween ? [] : limits), 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const;
  return [
    ...(isBetween ? [invoke(support('check-values', `${type}Between`), subject, minimum, maximum)] : ofType),
    ...keywords.flatMap((keyword) => limit(keyword, shape[keyword], subject)),
    ...(shape.format === 'int32' ? [invoke(support('formats', 'isInt32'), subject)] : []),
  ];
}

export function checkEnum({ values }: ShapeOf<'enum'>, subject: Subject): Code[] {
  const literals = list('[', values.map(literalOf), ']');
  const isFlat = values.every((value) => typeof value !== 'object' || value === null);
  const check = isFlat ? support('check-values', 'isOneOf') : support('check-lists', 'equalsOneOf');
  return [invoke(check, subject, literals)];
}

/** A JSON value as an expression. */
function literalOf(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, item]) => `[${quote(name)}]: ${literalOf(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function limit(check: string, argument: number | Code | undefined, subject: Subject): Code[] {
  return argument === undefined ? [] : [invoke(support('check-values', check), subject, argument)];
}
