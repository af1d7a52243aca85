/** The values of a path template in a path, as they stand there; nothing if the path is not of the template. */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  const values: Record<string, string> = {};
  if (wanted.length !== given.length) return undefined;
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    const value = given[index] ?? '';
    if (name === undefined && part !== decodeURIComponent(value)) return undefined;
    if (name !== undefined) values[name] = value;
  }
  return values;
}
