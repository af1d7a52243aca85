/** What a comment says of a declaration. */
export interface Doc {
  readonly text?: string | undefined;
  readonly deprecated?: boolean | undefined;
  /** Lines after the text, such as `@default 10`. */
  readonly tags?: readonly string[] | undefined;
}

/**
 * The lines of a block comment, or none where there is nothing to say. Texts are those of a model and may hold anything: what would end
 * the comment is broken up.
 */
export function docComment({ text = '', deprecated = false, tags = [] }: Doc): string[] {
  // Most of what generated code says of itself is one plain line.
  if (!deprecated && tags.length === 0 && /^[ -)+-.0-~]{1,100}$/.test(text)) return [`/** ${text.trimEnd()} */`];
  const said = tags.length === 0 ? textLines(text) : [text, ...tags].flatMap(textLines);
  const safe = said.map((line) => (line.includes('*/') ? line.replaceAll('*/', '*\\/') : line));
  const lines = deprecated ? [...safe, '@deprecated'] : safe;
  if (lines.length === 0) return [];
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && only.length <= 100) return [`/** ${only} */`];
  return ['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'];
}

/** A text with the characters written out that change the direction of what is around them, cannot be seen, or are none. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) =>
    /[\t\r\n]/.test(character) ? character : writeOut(character),
  );
}

/** The lines of a text, which may hold anything. */
export function textLines(text: string): string[] {
  if (/^[ -~]*$/.test(text)) return text === '' ? [] : [text.trimEnd()];
  // Most texts of several lines are ASCII too, for which the classes of Unicode are needlessly slow.
  const isPlain = /^[\t\n\r -~]*$/.test(text);
  const split = isPlain ? text.split(/\r?\n|\r/) : visible(text).split(/\r\n|[\r\n\u2028\u2029]/);
  const lines = split.map((line) => line.replaceAll('\t', '  ').trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Joiners belong to words and emoji of many scripts, and stay. */
function writeOut(character: string): string {
  if (character === '\u200c' || character === '\u200d') return character;
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
