/** The values of a path template in a path, as they stand there; nothing if the path is not of the template. */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = template.split(/(\{[^}]*\})/).map((part) => {
    const [, name, greedy] = /^\{(.*?)(\+?)\}$/.exec(part) ?? [];
    if (name === undefined) return encodeURI(part).replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    names.push(name);
    return greedy === '+' ? '(.+)' : '([^/]*)';
  });
  const values = new RegExp(`^${pattern.join('')}$`).exec(path)?.slice(1);
  return values && Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}
