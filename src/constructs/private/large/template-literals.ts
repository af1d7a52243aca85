/** Text up to where arguments of a directive or a reference begin. */
const outside = /(?:(#\{?(?:set|if|elseif|foreach)\}?\s*)\(|(\$!?\{?[a-z][\w-]*(?:\.[\w-]+)*)[([])|[^#$]+|[#$]/giu;

/** Arguments: literals, brackets that open, brackets that close, after which a reference may go on, and all else. */
const inside = /'[^']*'|"[^"]*"|[([]|[\])](?:\.[\w-]+)*[([]?|[^'"()[\]]+|['"]/gu;

/**
 * Puts the literals of a Velocity template that a pattern is in between double quotes, since Velocity finds no variables between single
 * ones. Quotes of its text, which is what is neither a directive nor an argument, stay as they are.
 * @returns nothing for a literal that would be another one then
 * @see https://velocity.apache.org/engine/1.7/user-guide.html#stringliterals
 */
export function interpolateLiterals(template: string, pattern: RegExp): string | undefined {
  const pieces: string[] = [];
  for (let at = 0; at < template.length; ) {
    outside.lastIndex = at;
    const [piece = '', directive, reference] = outside.exec(template) ?? [];
    pieces.push(piece);
    at += piece.length;
    if (directive === undefined && reference === undefined) continue;
    const { length, written } = argumentsAt(template, at, reference !== undefined, pattern);
    if (written === undefined) return undefined;
    pieces.push(written);
    at += length;
  }
  return pieces.join('');
}

interface Arguments {
  readonly length: number;
  readonly written: string | undefined;
}

/** The arguments of a directive, or all of a reference, up to the bracket that closes the last of them. */
function argumentsAt(template: string, start: number, isReference: boolean, pattern: RegExp): Arguments {
  const pieces: string[] = [];
  let [at, depth] = [start, 1];
  while (depth > 0 && at < template.length) {
    inside.lastIndex = at;
    const [found = ''] = inside.exec(template) ?? [];
    // What follows the arguments of a directive is text.
    const piece = depth === 1 && !isReference && /^[\])]/.test(found) ? found.slice(0, 1) : found;
    const written = writeLiteral(piece, pattern);
    if (written === undefined) return { length: 0, written };
    pieces.push(written);
    at += piece.length;
    if (/^[([]$/.test(piece)) depth += 1;
    else if (/^[\])]/.test(piece) && !/[([]$/.test(piece)) depth -= 1;
  }
  return { length: at - start, written: pieces.join('') };
}

function writeLiteral(piece: string, pattern: RegExp): string | undefined {
  if (piece.search(pattern) < 0) return piece;
  const text = piece.slice(1, -1);
  if (piece.startsWith("'")) return /["$#\\]/.test(text) ? undefined : `"${text}"`;
  // What is between double quotes is a template of its own, in which there cannot be any.
  return piece.startsWith('"') && interpolateLiterals(text, pattern) !== text ? undefined : piece;
}
