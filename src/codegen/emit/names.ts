/** The words of a name: `listHTTPErrors_v2` is list, HTTP, Errors, v2. */
export function wordsOf(name: string): string[] {
  // Nearly all names are ASCII, for which the classes of Unicode are needlessly slow, and many have nothing in upper case.
  if (/^[a-z]+$/.test(name)) return [name];
  if (/^[a-z\d_-]*$/.test(name)) return name.split(/[_-]+/).filter((word) => word !== '');
  const isPlain = /^[\x20-\x7e]*$/.test(name);
  const { lowerUpper, upperWord, others } = isPlain ? ascii : unicode;
  const spaced = (isPlain ? name : name.normalize('NFC')).replace(lowerUpper, '$1 $2').replace(upperWord, '$1 $2');
  return spaced.split(others).filter((word) => word !== '');
}

const ascii = { lowerUpper: /([a-z0-9])([A-Z])/g, upperWord: /([A-Z])([A-Z][a-z])/g, others: /[^a-zA-Z0-9]+/ };

const unicode = {
  lowerUpper: /([\p{Ll}\p{N}])(\p{Lu})/gu,
  upperWord: /(\p{Lu})(\p{Lu}\p{Ll})/gu,
  others: /[^\p{L}\p{M}\p{N}]+/u,
};

/** `say-hello` as `SayHello`; what is in upper case stays so. */
export function pascalCase(name: string): string {
  return wordsOf(name).map(capitalize).join('');
}

/** `SayHello` as `sayHello`. */
export function camelCase(name: string): string {
  if (/^[a-z]+$/.test(name)) return name;
  const [first = '', ...rest] = wordsOf(name);
  return first.toLowerCase() + rest.map(capitalize).join('');
}

/** `sayHello` as `say-hello`: for names of files. */
export function kebabCase(name: string): string {
  return wordsOf(name).join('-').toLowerCase();
}

/** The first letter in upper case. */
export function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The order in which names are claimed: by their texts, so that none depends on where it stands in the model. */
export function inOrder<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const keyed = items.map((item) => [key(item), item] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}

/** Names that are taken, and how they are compared. */
export class NameScope {
  private readonly taken = new Set<string>();

  constructor(
    /** Taken from the beginning, as {@link fold} has them. */
    private readonly reserved: ReadonlySet<string> = new Set(),
    private readonly fold: (name: string) => string = (name) => name,
  ) {}

  /** Takes the first of some names that is free; when none is, the last of them with a number. */
  claim(...candidates: readonly [string, ...string[]]): string {
    const free = candidates.find((candidate) => !this.has(candidate)) ?? this.numbered(candidates.at(-1) ?? '');
    this.taken.add(this.fold(free));
    return free;
  }

  has(name: string): boolean {
    const folded = this.fold(name);
    return this.taken.has(folded) || this.reserved.has(folded);
  }

  private numbered(name: string): string {
    let number = 2;
    while (this.has(`${name}${number}`)) number++;
    return `${name}${number}`;
  }
}
