/** Gives every name an id that is unique on the page and reads like the name. */
export function anchors(prefix: string, names: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const base = `${prefix}-${name.replace(/[^A-Za-z0-9_.-]+/g, '-')}`;
    let anchor = base;
    for (let index = 2; taken.has(anchor); index += 1) anchor = `${base}-${index}`;
    taken.add(anchor);
    found.set(name, anchor);
  }
  return found;
}
