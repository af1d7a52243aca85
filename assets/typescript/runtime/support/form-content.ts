import { type Content, toText } from './content.js';
import { type ReadField, toObject } from './read-parameters.js';
import { readStyled, type StyledFields } from './styled-fields.js';
import type { Check } from './validation.js';

/** How the fields of a form become values; those without a reader are texts. */
export interface FormFields {
  readonly [name: string]: ReadField;
}

/** `application/x-www-form-urlencoded` */
export function form(
  fields: FormFields,
  check?: Check,
  mediaType = 'application/x-www-form-urlencoded',
  styled?: StyledFields,
): Content {
  return {
    mediaType,
    usual: 'application/x-www-form-urlencoded',
    check,
    decode: (bytes, contentType) => {
      const entries = [...new URLSearchParams(toText(bytes, contentType))];
      if (styled === undefined) return toObject(entries, fields);
      const others = entries.filter(([name]) => styled.isOther(name));
      return Object.assign(toObject(others, fields) as object, readStyled(entries, styled));
    },
    encode: encodeForm,
  };
}

/** Lists repeat their field, and objects are JSON. */
function encodeForm(value: unknown): string {
  const search = new URLSearchParams();
  for (const [name, field] of Object.entries(Object(value) as object)) {
    for (const item of Array.isArray(field) ? field : [field]) {
      if (item !== undefined) search.append(name, typeof item === 'object' ? JSON.stringify(item) : String(item));
    }
  }
  return search.toString();
}
