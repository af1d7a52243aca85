import type { Content, Parameter, Service } from '../model/service';
import { wireFormOf } from './wire-form';

/** The fields of a form, as query parameters. */
export interface FormFields {
  readonly all: readonly Parameter[];
  /** Those that are written as query parameters are, since the model says how, and that is not as without a style. */
  readonly styled: readonly Parameter[];
  /** The others. */
  readonly plain: readonly Parameter[];
}

/** The fields of a form; none of a form without declared ones. */
export function formFields({ shape, fieldStyles = {}, pointer }: Content, service: Service): FormFields {
  const form = wireFormOf(shape, service);
  const all = (form.kind === 'object' ? form.members : []).map(
    ({ name, required, shape: field }): Parameter => ({
      ...{ name, key: name, location: 'query', required, shape: field, ...usual },
      ...(Object.hasOwn(fieldStyles, name) ? fieldStyles[name] : {}),
      pointer,
    }),
  );
  const isStyled = ({ name, shape: field, style, explode }: Parameter) => {
    if (!Object.hasOwn(fieldStyles, name)) return false;
    const { kind } = wireFormOf(field, service);
    return kind === 'object' || (kind === 'list' && !(style === 'form' && explode));
  };
  const styled = new Set(all.filter(isStyled));
  return { all, styled: [...styled], plain: all.filter((field) => !styled.has(field)) };
}

const usual = { style: 'form', explode: true } as const;
