import { dropped, type KeywordRule } from '../conversion';

/** Syntax that came to ECMAScript after what the gateway's regular expressions know. */
const modern = /\(\?<|\(\?[-a-z]*:?[-a-z]+[:)]|\\[pPk]|\\u\{|[\uD800-\uDFFF]/;

/** What matches any of the characters beyond U+FFFF: the gateway sees two where the model sees one. */
const wide = /\\.|\[\^(?:\\.|[^\]\\])*\]|\[(?:\\.|[^\]\\])*\]|\./gs;

/**
 * A pattern stays where API Gateway reads it as the model does: in the ECMAScript of its day, and without a bound on how many characters
 * are matched by what matches characters beyond U+FFFF.
 */
export const pattern: KeywordRule = (value) => {
  if (typeof value !== 'string' || modern.test(value) || countsWideCharacters(value)) return dropped;
  return { add: { pattern: value }, exact: true };
};

function countsWideCharacters(pattern: string): boolean {
  for (const match of pattern.matchAll(wide)) {
    const [atom] = match;
    const isWide = atom === '.' || atom.startsWith('[^') || /^\\[DSW]$/.test(atom) || /^\[.*\\[DSW]/.test(atom);
    const next = pattern.slice(match.index + atom.length);
    if (isWide && !/^(?:[*+]|\{\d+,\})/.test(next)) return true;
  }
  return false;
}
