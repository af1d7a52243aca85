/** The first thing that is made of some values. */
export function firstOf<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made | undefined): Made | undefined {
  for (const item of items) {
    const made = make(item);
    if (made !== undefined) return made;
  }
  return undefined;
}
