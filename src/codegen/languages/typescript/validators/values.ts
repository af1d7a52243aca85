import { type Code, code } from '../../../emit/symbol';
import type { ShapeOf } from '../../../model/shape';
import { list, quote, support } from '../source';
import { type CheckCode, invoke, nothing, type Subject, statement } from './checks';
import { patternLiteral } from './patterns';

/** The formats that are checked; any other is an annotation. */
const stringFormats: Readonly<Record<string, string>> = {
  date: 'isDate',
  time: 'isTime',
  'date-time': 'isDateTime',
  email: 'isEmail',
  uuid: 'isUuid',
  hostname: 'isHostname',
  ipv4: 'isIpv4',
  ipv6: 'isIpv6',
  uri: 'isUri',
};

export function checkString(shape: ShapeOf<'string'>, subject: Subject): CheckCode {
  const body: Code[] = [];
  const add = (check: string, argument: string | number | Code | undefined) => {
    if (argument !== undefined) body.push(code`${invoke(support('check-values', check), subject, argument)};`);
  };
  add('minLength', shape.minLength === 0 ? undefined : shape.minLength);
  add('maxLength', shape.maxLength);
  add('matches', shape.pattern === undefined ? undefined : patternLiteral(shape.pattern));
  const format =
    shape.format !== undefined && Object.hasOwn(stringFormats, shape.format) ? stringFormats[shape.format] : undefined;
  if (format !== undefined) body.push(code`${invoke(support('formats', format), subject)};`);
  return guarded('isString', 'string', shape.implied, subject, body);
}

export function checkNumber(shape: ShapeOf<'number'>, subject: Subject): CheckCode {
  const keywords = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const;
  const body = keywords.flatMap((keyword) => {
    const limit = shape[keyword];
    return limit === undefined ? [] : [code`${invoke(support('check-values', keyword), subject, limit)};`];
  });
  if (shape.format === 'int32') body.push(code`${invoke(support('formats', 'isInt32'), subject)};`);
  return guarded(shape.integer ? 'isInteger' : 'isNumber', 'number', shape.implied, subject, body);
}

export function checkEnum({ values }: ShapeOf<'enum'>, subject: Subject): CheckCode {
  const literals = list(
    '[',
    values.map((value) => code`${literalOf(value)}`),
    ']',
  );
  const isFlat = values.every((value) => typeof value !== 'object' || value === null);
  return statement(
    isFlat
      ? invoke(support('check-values', 'isOneOf'), subject, literals)
      : invoke(support('check-lists', 'equalsOneOf'), subject, literals),
  );
}

/** A JSON value as an expression. */
export function literalOf(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, item]) => `[${quote(name)}]: ${literalOf(item)}`)
    .join(', ')} }`;
}

function guarded(
  check: string,
  type: string,
  implied: boolean | undefined,
  subject: Subject,
  body: readonly Code[],
): CheckCode {
  if (!implied) return { conditions: [invoke(support('validation', check), subject)], body };
  return body.length === 0 ? nothing : { conditions: [code`typeof ${subject.value} === '${type}'`], body };
}
