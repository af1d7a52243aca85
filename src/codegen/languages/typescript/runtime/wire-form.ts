import { type Code, code, join } from '../../../emit/symbol';
import type { Service } from '../../../model/service';
import type { Member, Shape } from '../../../model/shape';
import * as neutral from '../../wire-form';
import { placesOf } from '../int64';
import { nameService } from '../names';
import { call, support } from '../source';

/** What texts become a value of a shape. The conversion is absent where a text is the value. */
export type WireForm =
  | { readonly kind: 'scalar'; readonly convert: Code | undefined }
  | { readonly kind: 'list'; readonly convert: Code | undefined; readonly orScalar: boolean }
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly isOpen: boolean };

/** The form of a shape; references are followed, and of a union the richest member decides. */
export function wireFormOf(shape: Shape, service: Service): WireForm {
  const form = neutral.wireFormOf(shape, service);
  return form.kind === 'object' ? form : { ...form, convert: converter(form.conversions, shape, service) };
}

/** What makes a value of JSON. */
export function jsonConversion(shape: Shape, service: Service): Code {
  const places = placesOf(shape, { service, names: nameService(service) });
  if (places === undefined) return code`${support('read-parameters', 'toJson')}`;
  return call(support('exact-json', 'toExactJson'), [places]);
}

const converters: Readonly<Record<Exclude<neutral.Conversion, 'json'>, string>> = {
  boolean: 'toBoolean',
  number: 'toNumber',
  plainNumber: 'toPlainNumber',
  null: 'toNull',
};

const exactConverters: Partial<typeof converters> = { number: 'toInt64', plainNumber: 'toPlainInt64' };

function converter(conversions: readonly neutral.Conversion[], shape: Shape, service: Service): Code | undefined {
  const isExact = conversions.length > 0 && isInt64(shape, service);
  const needed = conversions.map((each) => {
    if (each === 'json') return jsonConversion(shape, service);
    const exact = isExact ? exactConverters[each] : undefined;
    return code`${exact === undefined ? support('read-parameters', converters[each]) : support('int64', exact)}`;
  });
  const [first] = needed;
  if (first === undefined) return undefined;
  return needed.length === 1 ? first : code`${support('read-parameters', 'toFirst')}(${join(needed, ', ')})`;
}

/** True for a shape of integers of 64 bits, or of lists of them. */
function isInt64(shape: Shape, service: Service, seen: readonly string[] = []): boolean {
  switch (shape.kind) {
    case 'number':
      return shape.exact === true;
    case 'list':
      return isInt64(shape.items, service, seen);
    case 'tuple':
      return shape.prefix.some((item) => isInt64(item, service, seen));
    case 'union':
    case 'intersection':
      return shape.members.some((member) => isInt64(member, service, seen));
    case 'reference': {
      const target = seen.includes(shape.target) ? undefined : service.shapes.get(shape.target);
      return target !== undefined && isInt64(target.shape, service, [...seen, shape.target]);
    }
    default:
      return false;
  }
}
