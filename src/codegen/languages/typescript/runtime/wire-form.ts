import { type Code, code, join } from '../../../emit/symbol';
import type { Service } from '../../../model/service';
import type { Member, Shape } from '../../../model/shape';
import * as neutral from '../../wire-form';
import { support } from '../source';

/** What texts become a value of a shape. The conversion is absent where a text is the value. */
export type WireForm =
  | { readonly kind: 'scalar'; readonly convert: Code | undefined }
  | { readonly kind: 'list'; readonly convert: Code | undefined; readonly orScalar: boolean }
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly isOpen: boolean };

/** The form of a shape; references are followed, and of a union the richest member decides. */
export function wireFormOf(shape: Shape, service: Service): WireForm {
  const form = neutral.wireFormOf(shape, service);
  return form.kind === 'object' ? form : { ...form, convert: converter(form.conversions) };
}

const converters: Readonly<Record<neutral.Conversion, string>> = {
  boolean: 'toBoolean',
  number: 'toNumber',
  plainNumber: 'toPlainNumber',
  null: 'toNull',
  json: 'toJson',
};

function converter(conversions: readonly neutral.Conversion[]): Code | undefined {
  const needed = conversions.map((each) => support('read-parameters', converters[each]));
  const [first] = needed;
  if (first === undefined) return undefined;
  return needed.length === 1 ? code`${first}` : code`${support('read-parameters', 'toFirst')}(${join(needed, ', ')})`;
}
