import type { JsonObject } from '../../shared/json';

/** Results of Lambda authorizers, kept for as long as the authorizer says; new code or a new assembly makes all of them invalid. */
export class AuthorizerResults {
  private readonly kept = new Map<string, { readonly result: JsonObject; readonly until: number }>();

  /** @param now Milliseconds since 1970. */
  constructor(private readonly now: () => number = Date.now) {}

  /**
   * Gives the result for a key, and makes it if there is none that is still valid.
   * @param seconds How long a result is valid; 0 keeps none.
   */
  async get(key: string, seconds: number, make: () => Promise<JsonObject>): Promise<JsonObject> {
    const known = this.kept.get(key);
    if (known !== undefined && known.until > this.now()) return known.result;
    const result = await make();
    if (seconds > 0) this.kept.set(key, { result, until: this.now() + seconds * 1000 });
    return result;
  }

  clear(): void {
    this.kept.clear();
  }
}
