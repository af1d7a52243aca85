/** Lists of at most so many items: a method of Java has at most 64 kB of code, and a class 65,535 constants. */
export function chunks<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
