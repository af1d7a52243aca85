import type { WireRequest } from './wire-request.js';

/** Fields of a form that are written as query parameters are. */
export interface StyledFields {
  /** Makes their values. */
  readonly read: (wire: WireRequest) => { readonly [name: string]: unknown };
  /** True for the name of an entry that is of another field. */
  readonly isOther: (name: string) => boolean;
}

/** The values of such fields, of the names and texts of a form. */
export function readStyled(
  entries: readonly (readonly [name: string, text: string])[],
  { read }: StyledFields,
): { readonly [name: string]: unknown } {
  const names = new Set(entries.map(([name]) => name));
  const query = Object.fromEntries(
    [...names].map((name) => [name, entries.filter(([key]) => key === name).map(([, text]) => text)]),
  );
  const values = read({ path: {}, query, headers: new Map(), body: new Uint8Array() });
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
