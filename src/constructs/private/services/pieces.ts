import { escapeVelocity, velocityBackslashes } from '../velocity';

/** A part of what a template makes: text that is always the same, a token of the CDK, a reference of Velocity, or a directive of it. */
export type Piece =
  | { readonly text: string }
  | { readonly token: string }
  | { readonly expression: string }
  | { readonly directive: string };

/** How values are written so that they end where they end. */
export interface Encoder {
  text(text: string): string;
  /** @param expression a reference that gives a text */
  expression(expression: string): string;
}

/**
 * What stands between the quotes of a JSON string. `$util.escapeJavaScript` escapes single quotes too, which JSON does not know.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#util-template-reference
 */
export const jsonString: Encoder = {
  text: (text) => JSON.stringify(text).slice(1, -1),
  expression: (expression) => `$util.escapeJavaScript(${expression}).replaceAll("\\\\'", "'")`,
};

/** A value of a form, `application/x-www-form-urlencoded`. */
export const formValue: Encoder = {
  text: (text) => encodeURIComponent(text).replace(/[!'()*~]/g, percent),
  expression: (expression) => `$util.urlEncode(${expression})`,
};

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The pieces with all that they make encoded. */
export function encode(pieces: readonly Piece[], encoder: Encoder): Piece[] {
  return pieces.map((piece) => {
    if ('text' in piece) return { text: encoder.text(piece.text) };
    if ('token' in piece) return { expression: encoder.expression(`'${piece.token}'`) };
    return 'expression' in piece ? { expression: encoder.expression(piece.expression) } : piece;
  });
}

/** Text in which tokens are pieces of their own. */
export function literal(text: string): Piece[] {
  return text
    .split(/(\$\{Token\[[^\]]*\]\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('${Token[') ? { token: part } : { text: part }));
}

/** Pieces as a JSON string. */
export function quoted(pieces: readonly Piece[]): Piece[] {
  return [{ text: '"' }, ...encode(pieces, jsonString), { text: '"' }];
}

/** A JSON object; members are JSON. */
export function objectOf(members: readonly (readonly [name: string, value: readonly Piece[]])[]): Piece[] {
  return [
    { text: '{' },
    ...members.flatMap(([name, value], index) => [
      { text: `${index === 0 ? '' : ','}${JSON.stringify(name)}:` },
      ...value,
    ]),
    { text: '}' },
  ];
}

/** One of two, by a condition of Velocity. */
export function either(condition: string, met: readonly Piece[], otherwise: readonly Piece[] = []): Piece[] {
  const rest = otherwise.length === 0 ? [] : [{ directive: '#{else}' }, ...otherwise];
  return [{ directive: `#if(${condition})` }, ...met, ...rest, { directive: '#{end}' }];
}

/** The template of pieces. */
export function printPieces(pieces: readonly Piece[]): string {
  const joined = joinTexts(pieces);
  return joined.map((piece, index) => printPiece(piece, joined[index + 1])).join('');
}

function joinTexts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && 'text' in piece && 'text' in last)
      joined[joined.length - 1] = { text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function printPiece(piece: Piece, next: Piece | undefined): string {
  if ('directive' in piece) return piece.directive;
  if ('token' in piece) return piece.token;
  if ('expression' in piece) {
    // What follows could be read as a part of the reference.
    const joins = next !== undefined && 'text' in next && /^[\w.[({-]/.test(next.text);
    return joins ? `\${${piece.expression.slice(1)}}` : piece.expression;
  }
  const escaped = escapeVelocity(piece.text);
  return next === undefined ? escaped : escaped.replace(/\\+$/, (slashes) => velocityBackslashes(slashes.length));
}
