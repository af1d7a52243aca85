import { type Code, code } from '../../../../emit/symbol';
import type { ShapeOf } from '../../../../model/shape';
import { javaType, quote, type Text } from '../../source';
import type { CheckContext } from './checks';
import { chain, check, double, filled } from './expressions';
import { patternOf } from './patterns';

/** The formats that are checked; any other is an annotation. */
const stringFormats: ReadonlyMap<string, string> = new Map([
  ['date', 'DATE'],
  ['time', 'TIME'],
  ['date-time', 'DATE_TIME'],
  ['email', 'EMAIL'],
  ['uuid', 'UUID'],
  ['hostname', 'HOSTNAME'],
  ['ipv4', 'IPV4'],
  ['ipv6', 'IPV6'],
  ['uri', 'URI'],
]);

export function checkString(shape: ShapeOf<'string'>, { models }: CheckContext): Code | undefined {
  const { minLength, maxLength, pattern, format = '', implied } = shape;
  const matched = pattern === undefined ? undefined : patternOf(pattern, models);
  const constant = stringFormats.get(format);
  const limits = [
    ...limit('minLength', minLength === 0 ? undefined : minLength),
    ...limit('maxLength', maxLength),
    ...(matched === undefined ? [] : [code`.matches(${matched})`]),
    ...(constant === undefined ? [] : [code`.format(${javaType('Format', models.packages.support)}.${constant})`]),
  ];
  return narrowed(code`${check('string', models)}()`, limits, implied);
}

export function checkNumber(shape: ShapeOf<'number'>, { models }: CheckContext): Code | undefined {
  const keywords = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const;
  const limits = [
    ...(shape.exact && !shape.implied ? ['.int64()'] : []),
    ...keywords.flatMap((keyword) => limit(keyword, shape[keyword])),
    ...(shape.format === 'int32' ? ['.int32()'] : []),
  ];
  return narrowed(code`${check(shape.integer ? 'integer' : 'number', models)}()`, limits, shape.implied);
}

export function checkEnum({ values }: ShapeOf<'enum'>, { models }: CheckContext): Code {
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length === values.length) {
    return filled(code`${check('texts', models)}`, texts.map(quote));
  }
  return filled(
    code`${check('values', models)}`,
    values.map((value) => quote(JSON.stringify(value))),
  );
}

/** A check with its limits; one that only implies its type is none without them. */
export function narrowed(value: Code, limits: readonly Text[], implied: boolean | undefined): Code | undefined {
  if (!implied) return chain(value, limits);
  return limits.length === 0 ? undefined : chain(value, ['.untyped()', ...limits]);
}

/** A call that sets a limit, where there is one. */
export function limit(keyword: string, value: number | undefined): string[] {
  return value === undefined ? [] : [`.${keyword}(${double(value)})`];
}
