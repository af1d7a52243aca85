import { isJsonObject, type Json, member } from '../../shared/json';

/**
 * Follows the JSONPath expressions that mapping templates use: `$`, `$.a.b`, `$['a']`, `$.a[0]`, `$.a[*].b`.
 * Gives nothing where the path leads nowhere.
 */
export function followPath(value: Json, path: string): Json | undefined {
  return follow(value, stepsOf(path.trim()));
}

type Step = string | number | typeof every;
const every = Symbol('[*]');

function follow(value: Json, steps: readonly Step[]): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (step === every) {
    const items: readonly Json[] = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
    return items.flatMap((item) => {
      const found = follow(item, rest);
      return found === undefined ? [] : [found];
    });
  }
  const next = Array.isArray(value)
    ? (value as readonly Json[])[Number(step)]
    : isJsonObject(value)
      ? member(value, String(step))
      : undefined;
  return next === undefined ? undefined : follow(next, rest);
}

function stepsOf(path: string): Step[] {
  const pattern = /\.\*|\[\*\]|\.?\[['"](.*?)['"]\]|\[(\d+)\]|\.?([^.[\]]+)/g;
  const inner = path.startsWith('$') ? path.slice(1) : path;
  return [...inner.matchAll(pattern)].map(([, quoted, index, name]) =>
    index === undefined ? (quoted ?? name ?? every) : Number(index),
  );
}
