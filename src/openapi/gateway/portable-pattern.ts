/** What no rewriting helps: look-behind, named groups, flags, Unicode properties, code points beyond U+FFFF. */
const modern = /\(\?[^:=!]|\\u\{|[\uD800-\uDFFF]/;

/** What matches any of the characters beyond U+FFFF: the gateway may see two where the model sees one. */
const wide = /\\.|\[\^(?:\\.|[^\]\\])*\]|\[(?:\\.|[^\]\\])*\]|\./gs;

/** White space of ECMAScript, which is more than that of Java. */
const space = '\\t-\\r \\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF';

/** What a dot does not match; in Java there is one more. */
const lineBreaks = '\\n\\r\\u2028\\u2029';

/** What a model may have and still be read alike, at the start of the rest of a pattern. */
const token = /^(?:\\(?:[dDwWtnrf]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[^\w\s])|\{\d+(?:,\d*)?\}|\((?:\?[:=!])?|[^\\[\]{}.])/;

/**
 * A regular expression of ECMAScript, as in JSON Schema, written so that engines of other kinds match the same texts: ECMAScript without
 * Unicode, which is what draft 4 of JSON Schema means, and Java's. Nothing where there is no such expression.
 */
export function portablePattern(pattern: string): string | undefined {
  if (modern.test(pattern) || countsWideCharacters(pattern)) return undefined;
  const groups: boolean[] = [];
  let result = '';
  for (let rest = pattern; rest !== ''; ) {
    const read = rest.startsWith('[') ? readClass(rest) : readAtom(rest, groups.includes(true));
    if (read === undefined) return undefined;
    if (rest.startsWith('(')) groups.push(rest.startsWith('(?!'));
    else if (rest.startsWith(')')) groups.pop();
    result += read.text;
    rest = rest.slice(read.length);
  }
  return result;
}

interface Read {
  readonly text: string;
  /** How much of the pattern it was. */
  readonly length: number;
}

function readAtom(rest: string, negated: boolean): Read | undefined {
  if (rest.startsWith('.')) return { text: `[^${lineBreaks}]`, length: 1 };
  if (rest.startsWith('\\s')) return { text: `[${space}]`, length: 2 };
  if (rest.startsWith('\\S')) return { text: `[^${space}]`, length: 2 };
  const control = readControl(rest);
  if (control !== undefined) return control;
  // Java's end of a text is before its last line break as well; that must not make what is excluded more.
  if (negated && rest.startsWith('$')) return { text: '(?![\\w\\W])', length: 1 };
  const [text] = token.exec(rest) ?? [];
  if (text !== undefined) return { text, length: text.length };
  return /^[\]{}]/.test(rest) ? { text: `\\${rest.charAt(0)}`, length: 1 } : undefined;
}

/** Vertical tabulator and null, which Java writes otherwise. */
function readControl(rest: string): Read | undefined {
  if (rest.startsWith('\\v')) return { text: '\\x0B', length: 2 };
  return /^\\0(?!\d)/.test(rest) ? { text: '\\x00', length: 2 } : undefined;
}

/** A class of characters. Within one, Java has classes again and intersections of them. */
function readClass(rest: string): Read | undefined {
  const [text, caret = '', members = ''] = /^\[(\^?)((?:\\.|[^\]\\])*)\]/s.exec(rest) ?? [];
  if (text === undefined || members === '') return undefined;
  const everything = /\\s/.test(members) && /\\S/.test(members);
  const inner = everything ? '\\w\\W' : classMembers(members);
  return inner === undefined ? undefined : { text: `[${caret}${inner}]`, length: text.length };
}

function classMembers(members: string): string | undefined {
  let result = '';
  for (let rest = members; rest !== ''; ) {
    const read = readMember(rest);
    if (read === undefined) return undefined;
    result += read.text;
    rest = rest.slice(read.length);
  }
  return result;
}

function readMember(rest: string): Read | undefined {
  if (rest.startsWith('\\s')) return { text: space, length: 2 };
  if (rest.startsWith('\\b')) return { text: '\\x08', length: 2 };
  const control = readControl(rest);
  if (control !== undefined) return control;
  if (/^[[&^]/.test(rest)) return { text: `\\${rest.charAt(0)}`, length: 1 };
  const [text] = /^(?:\\(?:[dDwWtnrf]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[^\w\s])|[^\\])/.exec(rest) ?? [];
  return text === undefined ? undefined : { text, length: text.length };
}

function countsWideCharacters(pattern: string): boolean {
  for (const match of pattern.matchAll(wide)) {
    const [atom] = match;
    const isWide = atom === '.' || atom.startsWith('[^') || /^\\[DSW]$/.test(atom) || /^\[.*\\[DSW]/.test(atom);
    const next = pattern.slice(match.index + atom.length);
    if (isWide && !/^(?:[*+]|\{\d+,\})/.test(next)) return true;
  }
  return false;
}
