/** The part of ECMA-262 expressions that texts are made of: what matches nothing by itself (anchors, assertions) is left out. */
export type Pattern =
  | { readonly kind: 'characters'; readonly characters: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number };

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const word = `${lower}${upper}${digits}_`;
const printable = `${word} -.,:;!?@#$%&*+=/()[]{}<>'"~^|\`\\`;

const classes: Readonly<Record<string, string>> = {
  d: digits,
  w: word,
  s: ' ',
  D: without(printable, digits),
  W: without(printable, word),
  S: without(printable, ' '),
};

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

const properties: Readonly<Record<string, string>> = {
  L: lower + upper,
  Letter: lower + upper,
  Alphabetic: lower + upper,
  Ll: lower,
  Lu: upper,
  N: digits,
  Nd: digits,
  P: '.,:;!?',
  Z: ' ',
  Zs: ' ',
};

/** Reads an expression, or gives nothing for one that uses more than {@link Pattern} can say (backreferences, other properties). */
export function readPattern(source: string): Pattern | undefined {
  const reader = new PatternReader(source);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Unsupported extends Error {}

class PatternReader {
  private at = 0;

  constructor(private readonly source: string) {}

  read(): Pattern {
    const pattern = this.choice();
    if (this.at < this.source.length) throw new Unsupported();
    return pattern;
  }

  private choice(): Pattern {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return { kind: 'choice', options };
  }

  private sequence(): Pattern {
    const parts: Pattern[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.peek())) {
      const part = this.atom();
      if (part !== undefined) parts.push(this.quantified(part));
    }
    return { kind: 'sequence', parts };
  }

  private atom(): Pattern | undefined {
    if (this.take('^') || this.take('$')) return undefined;
    if (this.take('(')) return this.group();
    if (this.take('[')) return characters(this.characterClass());
    if (this.take('.')) return characters(without(printable, '\n'));
    if (this.take('\\')) {
      if (this.take('b') || this.take('B')) return undefined;
      return characters(this.escape());
    }
    return characters(this.next());
  }

  private group(): Pattern | undefined {
    const assertion = ['?=', '?!', '?<=', '?<!'].some((opening) => this.take(opening));
    if (!assertion && !this.take('?:')) this.skipName();
    const inner = this.choice();
    if (!this.take(')')) throw new Unsupported();
    return assertion ? undefined : inner;
  }

  private skipName(): void {
    if (!this.take('?<')) return;
    this.at = this.source.indexOf('>', this.at) + 1;
    if (this.at === 0) throw new Unsupported();
  }

  private quantified(part: Pattern): Pattern {
    const bounds = this.bounds();
    if (bounds === undefined) return part;
    this.take('?');
    return { kind: 'repeat', part, ...bounds };
  }

  private bounds(): { readonly min: number; readonly max: number } | undefined {
    if (this.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.take('?')) return { min: 0, max: 1 };
    const [text, min, comma, max] = /^\{(\d+)(,?)(\d*)\}/.exec(this.source.slice(this.at)) ?? [];
    if (text === undefined) return undefined;
    this.at += text.length;
    if (comma === '') return { min: Number(min), max: Number(min) };
    return { min: Number(min), max: max === '' ? Number.POSITIVE_INFINITY : Number(max) };
  }

  private characterClass(): string {
    const negated = this.take('^');
    let found = '';
    while (!this.take(']')) {
      const from = this.classAtom();
      if (from.length === 1 && this.peek() === '-' && this.source[this.at + 1] !== ']') {
        this.take('-');
        found += range(from, this.classAtom());
      } else {
        found += from;
      }
    }
    return negated ? without(printable, found) : found;
  }

  private classAtom(): string {
    if (!this.take('\\')) return this.next();
    return this.take('b') ? '\b' : this.escape();
  }

  private escape(): string {
    const letter = this.next();
    const known = classes[letter] ?? controls[letter];
    if (known !== undefined) return known;
    if (letter === 'p' || letter === 'P') return this.property(letter === 'P');
    if (letter === 'u' || letter === 'x') return this.codePoint(letter);
    if (/[1-9kc]/.test(letter)) throw new Unsupported();
    return letter;
  }

  private property(negated: boolean): string {
    const [text, name = ''] = /^\{(?:[A-Za-z_]+=)?([A-Za-z_]+)\}/.exec(this.source.slice(this.at)) ?? [];
    const found = properties[name];
    if (text === undefined || found === undefined) throw new Unsupported();
    this.at += text.length;
    return negated ? without(printable, found) : found;
  }

  private codePoint(letter: 'u' | 'x'): string {
    const form = letter === 'x' ? /^([0-9a-fA-F]{2})/ : /^(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4}))/;
    const [text, a, b] = form.exec(this.source.slice(this.at)) ?? [];
    if (text === undefined) throw new Unsupported();
    this.at += text.length;
    return String.fromCodePoint(Number.parseInt(a ?? b ?? '', 16));
  }

  private peek(): string {
    return this.source.charAt(this.at);
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private next(): string {
    const code = this.source.codePointAt(this.at);
    if (code === undefined) throw new Unsupported();
    const character = String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }
}

function characters(text: string): Pattern {
  return { kind: 'characters', characters: text };
}

function without(text: string, excluded: string): string {
  return [...text].filter((character) => !excluded.includes(character)).join('');
}

/** The characters of a range, the first hundred of a long one. */
function range(from: string, to: string): string {
  const first = from.codePointAt(0) ?? 0;
  const last = Math.min(to.codePointAt(0) ?? 0, first + 100);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String.fromCodePoint(first + index)).join(
    '',
  );
}
