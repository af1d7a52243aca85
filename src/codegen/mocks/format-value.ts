import { between, type Key, keyBelow, pick } from './key';
import { type Locale, locales } from './locales';
import { adjectives, nouns } from './words';

/** Values of the formats of JSON Schema and OpenAPI; the dates lie in one fixed month, so that output does not depend on the day. */
const values: Readonly<Record<string, (key: Key, locale: Locale) => string>> = {
  'date-time': (key) => `${date(key)}T${time(key)}Z`,
  date,
  time: (key) => `${time(key)}Z`,
  duration: (key) => `P${between(key, 1, 28)}D`,
  email: (key, { firstNames, lastNames }) =>
    `${plain(pick(key, firstNames))}.${plain(pick(keyBelow(key, 'last'), lastNames))}@example.com`,
  'idn-email': (key, { firstNames }) => `${plain(pick(key, firstNames))}@example.com`,
  hostname: (key) => `${noun(key)}.example.com`,
  'idn-hostname': (key) => `${noun(key)}.example.com`,
  ipv4: (key) => `192.0.2.${between(key, 1, 254)}`,
  ipv6: (key) => `2001:db8::${between(key, 1, 0xffff).toString(16)}`,
  uri: (key) => `https://example.com/${noun(key)}`,
  url: (key) => `https://example.com/${noun(key)}`,
  iri: (key) => `https://example.com/${noun(key)}`,
  'uri-reference': (key) => `/${noun(key)}`,
  'iri-reference': (key) => `/${noun(key)}`,
  'uri-template': (key) => `https://example.com/${noun(key)}/{id}`,
  'json-pointer': (key) => `/${noun(key)}/0`,
  'relative-json-pointer': (key) => `1/${noun(key)}`,
  regex: (key) => `^${noun(key)}$`,
  uuid,
  byte: (key) => Buffer.from(`${pick(key, adjectives)} ${noun(key)}`).toString('base64'),
  password: (key) => `${pick(key, adjectives)}-${noun(key)}-${between(key, 10, 99)}`,
  int32: (key) => String(between(key, 1, 999)),
  int64: (key) => String(between(key, 1, 999)),
};

/** A value of the format, or nothing for a format that is not known. */
export function formatValue(format: string, key: Key, locale: Locale = locales.en): string | undefined {
  return Object.hasOwn(values, format) ? values[format]?.(key, locale) : undefined;
}

const checks: Readonly<Record<string, RegExp>> = {
  'date-time':
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/,
  duration: /^P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/,
  email: /^[^\s@]+@[^\s@]+$/,
  ipv4: /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.|$)){4}$/,
  uri: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s"<>\\^`{|}]*$/,
  uuid: /^(urn:uuid:)?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  byte: /^([\w+/-]{4})*([\w+/-]{2}==|[\w+/-]{3}=)?$/,
};

/** Whether a text is of a format, as far as examples in models need to be judged. */
export function isOfFormat(text: string, format: string): boolean {
  return Object.hasOwn(checks, format) ? (checks[format]?.test(text) ?? true) : true;
}

function date(key: Key): string {
  return `2026-01-${pad(between(key, 1, 28))}`;
}

function time(key: Key): string {
  const below = keyBelow(key, 'time');
  return `${pad(between(below, 8, 18))}:${pad(between(keyBelow(below, 'minute'), 0, 3) * 15)}:00`;
}

function uuid(key: Key): string {
  const hex = [0, 1, 2, 3].map((index) => keyBelow(key, index).toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** A name as addresses have it: in lower case, without accents. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

function noun(key: Key): string {
  return pick(keyBelow(key, 'noun'), nouns);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
