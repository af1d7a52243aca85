import type { IntegrationParameterLocation } from '../../integrations/integration';

/** Where a value of a request to a service comes from. */
export type ValueSource =
  | { readonly kind: 'parameter'; readonly location: IntegrationParameterLocation; readonly name: string }
  | { readonly kind: 'body' }
  | { readonly kind: 'field'; readonly path: string }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'concat'; readonly parts: readonly ValueSource[] }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, ValueSource>> }
  | { readonly kind: 'request' }
  | { readonly kind: 'number' | 'boolean'; readonly value: ValueSource };

const sources = new WeakMap<object, ValueSource>();

/** Keeps the source of a public value, which has no members that tell. */
export function setSource(value: object, source: ValueSource): void {
  sources.set(value, source);
}

/** The source of a public value. */
export function sourceOf(value: object): ValueSource {
  const source = sources.get(value);
  if (source === undefined) throw new Error('a value of a request is made by the methods of RequestValue only');
  return source;
}
