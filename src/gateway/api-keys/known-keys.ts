import type { LocalApi, LocalApp } from '../assembly/local-app';
import type { Identities } from '../identities/identities';

/** The API keys of an API, as far as their values are known here. */
export interface KnownKeys {
  /** Whether any value will do: some key has a value that nobody knows here. */
  readonly open: boolean;
  /** By value. */
  readonly keys: ReadonlyMap<string, KnownKey>;
  /** The names of keys of the app that open the API, but whose values are not known. */
  readonly unknown: readonly string[];
}

/** One key with a value. */
export interface KnownKey {
  readonly id: string;
  /** Why it does not open the API; nothing when it does. */
  readonly refusal?: string;
}

/**
 * Gathers the keys of an API: those of the app's usage plans, with the values of the template or of `identities.json`, and those that
 * are declared there alone.
 */
export function keysOf({ id, stage }: LocalApi, { apiKeys }: LocalApp, { apiKeys: declared }: Identities): KnownKeys {
  const keys = new Map<string, KnownKey>();
  const unknown: string[] = [];
  for (const key of apiKeys) {
    const own = declared?.find(({ name }) => name === key.name || name === key.id);
    const isPlanned = key.stages.some((each) => each.api === id && each.stage === stage);
    const value = own?.value ?? key.value;
    const refusal = !(own?.enabled ?? key.enabled)
      ? `the API key '${key.name}' is disabled`
      : isPlanned
        ? undefined
        : `the API key '${key.name}' is in no usage plan of this stage`;
    if (value !== undefined) keys.set(value, { id: key.id, ...(refusal === undefined ? {} : { refusal }) });
    else if (refusal === undefined) unknown.push(key.name);
  }
  for (const { name, value, enabled } of declared ?? []) {
    if (keys.has(value)) continue;
    keys.set(value, { id: name, ...(enabled === false ? { refusal: `the API key '${name}' is disabled` } : {}) });
  }
  return { open: declared === undefined && (keys.size === 0 || unknown.length > 0), keys, unknown };
}
