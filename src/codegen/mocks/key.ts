/**
 * What a value is derived from: a number that depends only on the seed and on the names that lead to the value. Nothing is drawn from a
 * stream, so a change somewhere in a model leaves the values everywhere else as they were.
 */
export type Key = number;

/** The key of something named below another key. FNV-1a over the name, then a finalizer that spreads the bits. */
export function keyBelow(key: Key, name: string | number): Key {
  let hash = (key ^ 0x811c9dc5) >>> 0;
  const text = typeof name === 'number' ? `#${name}` : name;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number in [0, 1). */
export function fraction(key: Key): number {
  return key / 0x1_0000_0000;
}

/** An integer from `min` to `max`, both included. */
export function between(key: Key, min: number, max: number): number {
  return min + Math.floor(fraction(key) * (max - min + 1));
}

/** One of a list that is not empty. */
export function pick<T>(key: Key, list: readonly [T, ...T[]]): T {
  return list[key % list.length] ?? list[0];
}
