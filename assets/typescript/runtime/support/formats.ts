import { fail, type Report } from './validation.js';

/** `2024-02-29` @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
export function isDate(value: unknown, at: string, report: Report): void {
  if (!holds(value, isCalendarDay)) failFormat('date', 'a date such as 2024-02-29', at, report);
}

/** `13:45:00.5+02:00` */
export function isTime(value: unknown, at: string, report: Report): void {
  if (!holds(value, isClockTime)) failFormat('time', 'a time such as 13:45:00Z', at, report);
}

/** `2024-02-29T13:45:00Z` */
export function isDateTime(value: unknown, at: string, report: Report): void {
  if (!holds(value, isTimestamp)) {
    failFormat('date-time', 'a date and time such as 2024-02-29T13:45:00Z', at, report);
  }
}

export function isEmail(value: unknown, at: string, report: Report): void {
  const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
  const email = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`, 'i');
  if (!holds(value, (text) => email.test(text))) failFormat('email', 'an e-mail address', at, report);
}

export function isUuid(value: unknown, at: string, report: Report): void {
  const uuid = /^(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  if (!holds(value, (text) => uuid.test(text))) failFormat('uuid', 'a UUID', at, report);
}

export function isHostname(value: unknown, at: string, report: Report): void {
  const labels =
    /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.?$/i;
  if (!holds(value, (text) => labels.test(text))) failFormat('hostname', 'a host name', at, report);
}

export function isIpv4(value: unknown, at: string, report: Report): void {
  if (!holds(value, isDottedQuad)) failFormat('ipv4', 'an IPv4 address', at, report);
}

/** @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */
export function isIpv6(value: unknown, at: string, report: Report): void {
  if (!holds(value, isColonHex)) failFormat('ipv6', 'an IPv6 address', at, report);
}

/** An absolute URI. @see https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
export function isUri(value: unknown, at: string, report: Report): void {
  const uri =
    /^[a-z][a-z0-9+.-]*:(?:\/\/(?:(?:[\w\-.~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[[0-9a-fv:.]+\]|(?:[\w\-.~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?=[/?#]|$))?(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9a-f]{2})*(?:\?(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
  if (!holds(value, (text) => uri.test(text) && /[/:]./.test(text) && hasHost(text)))
    failFormat('uri', 'an absolute URI', at, report);
}

/** A signed 32-bit integer. */
export function isInt32(value: unknown, at: string, report: Report): void {
  if (typeof value === 'number' && value !== (value | 0)) {
    failFormat('int32', 'an integer of 32 bits', at, report);
  }
}

/** Only texts have a format. */
function holds(value: unknown, test: (text: string) => boolean): boolean {
  return typeof value !== 'string' || test(value);
}

function isTimestamp(text: string): boolean {
  const [day = '', time = '', ...rest] = text.split(/[t\s]/i);
  return isCalendarDay(day) && isClockTime(time) && rest.length === 0;
}

function failFormat(format: string, description: string, at: string, report: Report): void {
  fail(at, 'format', `must be ${description} (${format})`, report);
}

/** Brackets hold an IPv6 address, or one of a version to come. */
function hasHost(text: string): boolean {
  const literal = /^[^/?#]*\/\/[^/?#[]*\[([^\]]*)\]/.exec(text)?.[1];
  return literal === undefined || isColonHex(literal) || /^v[0-9a-f]+\../i.test(literal);
}

function isCalendarDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || day < 1) return false;
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/** A leap second is one only where it is midnight in UTC. */
function isClockTime(text: string): boolean {
  const parts = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i.exec(text);
  if (parts === null) return false;
  const [hour = 0, minute = 0, second = 0] = parts.slice(1, 4).map(Number);
  const [offsetHour, offsetMinute] = [Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  if (offsetHour > 23 || offsetMinute > 59) return false;
  if (hour <= 23 && minute <= 59 && second < 60) return true;
  const sign = parts[4] === '-' ? -1 : 1;
  const utc = hour * 60 + minute - sign * (offsetHour * 60 + offsetMinute);
  return second < 61 && (utc + 2 * 1440) % 1440 === 1439;
}

function isDottedQuad(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

function isColonHex(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || text === '') return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const quad = last.includes('.') && !text.endsWith('::') ? 1 : 0;
  if (quad === 1 && !isDottedQuad(last)) return false;
  if (!groups.slice(0, groups.length - quad).every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const length = groups.length + quad;
  return halves.length === 2 ? length < 8 : length === 8;
}
