import { formatValue, plain } from './format-value';
import { between, type Key, keyBelow, pick } from './key';
import type { Locale } from './locales';
import { adjectives, colors, nouns, sentences } from './words';

/** What the name of a member says about its text; the first rule that fits decides. Names are compared in lower case, words joined. */
const rules: readonly (readonly [RegExp, (key: Key, locale: Locale, name: string) => string])[] = [
  [/e?mail$/, (key, locale) => formatValue('email', key, locale) ?? ''],
  [/(first|given)name$/, (key, { firstNames }) => pick(key, firstNames)],
  [/(last|family|sur)name$/, (key, { lastNames }) => pick(key, lastNames)],
  [/(full|display|customer|owner|author|contact|person|user)name$/, fullName],
  [/^(login|handle|username)$/, (key, { firstNames }) => plain(pick(key, firstNames))],
  [/phone|mobile/, (key, { phone }) => `${phone}${between(key, 10, 99)}`],
  [/(url|uri|href|link|website|homepage)$/, (key) => formatValue('uri', key) ?? ''],
  [
    /(created|updated|modified|deleted|started|finished|completed|expires|published|pushed)(at|on)$|timestamp$|datetime$/,
    dateTime,
  ],
  [/(date|day|birthday)$/, (key) => formatValue('date', key) ?? ''],
  [/uuid$|guid$/, (key) => formatValue('uuid', key) ?? ''],
  [/(^|[a-z])(id|key|ref|reference|token)$/, identifier],
  [/sha$|hash$|checksum$|etag$/, (key) => (formatValue('uuid', key) ?? '').replaceAll('-', '')],
  [/(description|summary|comment|note|notes|text|content|body|bio|details|reason)$/, (key) => pick(key, sentences)],
  [/message$/, (key) => pick(key, sentences)],
  [/city|town/, (key, { cities }) => pick(key, cities)],
  [/countrycode$/, (_, { countryCode }) => countryCode],
  [/country/, (key, { countries }) => pick(key, countries)],
  [/street|address/, (key, { streets }) => pick(key, streets)],
  [/(zip|postal|post)code$|^zip$/, (key) => String(between(key, 10000, 99999))],
  [/currency/, (_, { currency }) => currency],
  [/locale$/, (_, { tag }) => tag],
  [/language$/, (_, { language }) => language],
  [/timezone$/, (_, { timeZone }) => timeZone],
  [/colou?r/, (key) => pick(key, colors)],
  [/company|organi[sz]ation|vendor|brand/, (key, { companies }) => pick(key, companies)],
  [/version/, (key) => `1.${between(key, 0, 9)}.0`],
  [/ip(address)?$/, (key) => formatValue('ipv4', key) ?? ''],
  [/host(name)?$|domain$/, (key) => formatValue('hostname', key) ?? ''],
  [/(file)?path$/, (key) => `/${pick(key, nouns)}/${pick(keyBelow(key, 1), nouns)}`],
  [/filename$|^file$/, (key) => `${pick(key, nouns)}.txt`],
  [/mimetype$|mediatype$|contenttype$/, () => 'text/plain'],
  [/slug$|tag$|tags$|label$|labels$|code$|type$|kind$|state$|status$|category$/, (key) => pick(key, nouns)],
  [/cursor$|nextpage$|pagetoken$/, (key) => Buffer.from(pick(key, nouns)).toString('base64url')],
  [/(name|title|subject|heading)$/, (key) => capitalized(twoWords(key))],
];

/** A readable text for a member of that name; two words when the name says nothing. */
export function namedText(name: string, key: Key, locale: Locale): string {
  const flat = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const rule = rules.find(([pattern]) => pattern.test(flat));
  return rule === undefined ? twoWords(key) : rule[1](key, locale, name);
}

/** Such as "quiet harbor". */
export function twoWords(key: Key): string {
  return `${pick(key, adjectives)} ${pick(keyBelow(key, 'noun'), nouns)}`;
}

function fullName(key: Key, { firstNames, lastNames }: Locale): string {
  return `${pick(key, firstNames)} ${pick(keyBelow(key, 'last'), lastNames)}`;
}

function dateTime(key: Key): string {
  return formatValue('date-time', key) ?? '';
}

/** `petId` gives `pet-42`, `id` gives `id-42`. */
function identifier(key: Key, _: Locale, name: string): string {
  const [prefix] = /^[A-Za-z]+?(?=_|-|[A-Z]|$)/.exec(name) ?? ['id'];
  return `${prefix.toLowerCase()}-${between(key, 1, 999)}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
