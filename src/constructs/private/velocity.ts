/**
 * A Velocity template that renders to exactly this text. `$` and `#` would be read as references and directives, so they come from
 * variables; a backslash before one of them would be read as an escape, so it comes from a variable as well. Velocity has no literal for
 * a backslash that all engines agree on, hence the decoding.
 * @see https://velocity.apache.org/engine/1.7/user-guide.html
 */
export function velocityLiteral(text: string): string {
  if (!/[$#]|^\s/.test(text)) return text;
  const escaped = text.replace(/\\+(?=[$#])|[$#]/g, (match) => {
    if (match === '$') return '${dollar}';
    return match === '#' ? '${hash}' : '${backslash}'.repeat(match.length);
  });
  const definitions = [
    escaped.includes('${dollar}') ? "#set($dollar = '$')" : '',
    escaped.includes('${hash}') ? "#set($hash = '#')" : '',
    escaped.includes('${backslash}') ? "#set($backslash = $util.urlDecode('%5C'))" : '',
    // A directive swallows the white space up to the end of its line, so something must stand between.
    /^\s/.test(text) ? "#set($start = '')${start}" : '',
  ];
  return `${definitions.join('')}${escaped}`;
}
