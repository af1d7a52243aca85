import { createHash } from 'node:crypto';

/**
 * Gives models the names that API Gateway allows: letters and digits, unique without regard to case. A name that is fine as it is stays;
 * one that had to change and would clash gets a few characters of its hash, so that it does not depend on what else is in the model.
 */
export class ModelNames {
  private readonly taken = new Set<string>();

  /** @param kept names of the model: those of them that are alphanumeric are nobody else's */
  constructor(kept: Iterable<string>) {
    for (const name of kept) if (isAlphanumeric(name)) this.taken.add(name.toLowerCase());
  }

  /** The name in API Gateway for a schema of the model's. */
  ofSchema(name: string): string {
    if (isAlphanumeric(name)) return name;
    return this.claim(
      name.replace(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase()),
      name,
    );
  }

  /** The name for a schema that has none in the model; `key` tells it apart from others. */
  ofInline(name: string, key: string): string {
    return this.claim(name.replace(/[^A-Za-z0-9]/g, ''), key);
  }

  private claim(preferred: string, key: string): string {
    let name = preferred === '' ? `Model${digest(key)}` : preferred;
    if (this.taken.has(name.toLowerCase())) name = `${preferred}${digest(key)}`;
    for (let round = 2; this.taken.has(name.toLowerCase()); round++) name = `${preferred}${digest(`${key}#${round}`)}`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}

function isAlphanumeric(name: string): boolean {
  return /^[A-Za-z0-9]+$/.test(name);
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
