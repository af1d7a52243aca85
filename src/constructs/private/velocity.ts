/**
 * A Velocity template that renders to exactly this text. `$` and `#` would be read as references and directives, so they come from
 * variables; a backslash before one of them would be read as an escape, so it comes from a variable as well. Velocity has no literal for
 * a backslash that all engines agree on, hence the decoding.
 * @see https://velocity.apache.org/engine/1.7/user-guide.html
 */
export function velocityLiteral(text: string): string {
  if (!/[$#]|^\s/.test(text)) return text;
  const escaped = escapeVelocity(text);
  // A directive swallows the white space up to the end of its line, so something must stand between.
  const start = /^\s/.test(text) ? "#set($start = '')${start}" : '';
  return `${velocityDefinitions(escaped)}${start}${escaped}`;
}

/** A text as a part of a template that begins with {@link velocityDefinitions}. Tokens of the CDK in it stay what they are. */
export function escapeVelocity(text: string): string {
  return text.replace(/\$\{Token\[[^\]]*\]\}|\\+(?=[$#])|[$#]/g, (match) => {
    if (match.startsWith('${')) return match;
    if (match === '$') return '${dollar}';
    return match === '#' ? '${hash}' : velocityBackslashes(match.length);
  });
}

/** Backslashes that what follows does not turn into something else. */
export function velocityBackslashes(count: number): string {
  return '${backslash}'.repeat(count);
}

/** The variables that escaped text has. */
export function velocityDefinitions(escaped: string): string {
  return [
    escaped.includes('${dollar}') ? "#set($dollar = '$')" : '',
    escaped.includes('${hash}') ? "#set($hash = '#')" : '',
    escaped.includes('${backslash}') ? "#set($backslash = $util.urlDecode('%5C'))" : '',
  ].join('');
}
