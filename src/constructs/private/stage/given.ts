/** What is there of some options. In languages with `undefined`, an option may be given without a value, which means its default. */
export function given<Options extends object>(options: Options | undefined): Partial<Options> {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Options>;
}
