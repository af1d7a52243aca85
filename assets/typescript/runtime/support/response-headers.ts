import type { OperationResponse } from './response.js';
import { fail, type Report } from './validation.js';

/** Something with headers: a response of `fetch`, or what a handler is about to send. */
export interface HeaderSource {
  readonly headers: { get(name: string): string | null | undefined; getSetCookie?(): string[] };
}

/** Makes the values of headers that the model describes. */
export type ReadHeaders = (source: HeaderSource) => { readonly [name: string]: unknown };

/** The headers of a response: how values become texts and back, and what they have to be. */
export interface HeaderContract {
  readonly write: { readonly [name: string]: (value: unknown) => string | undefined };
  readonly read: ReadHeaders;
  readonly check: (value: unknown, at: string, report: Report) => void;
}

/** By status, range such as `4XX`, and `default`; undefined of a response that is not that of a range or `default`, and has none. */
type ByStatus<Value> = { readonly [status: string]: Value | undefined };

/** Writes the headers of a response as the model has them, and checks them as a client will read them. */
export type WriteHeaders = (response: OperationResponse, report: Report) => OperationResponse;

/** What a handler does with the headers that the model describes. */
export function writeHeaders(contracts: ByStatus<HeaderContract>): WriteHeaders {
  return (response, report) => {
    const contract = ofStatus(contracts, response.statusCode);
    return contract === undefined ? response : write(response, contract, report);
  };
}

/** What a client does with them. */
export function readHeaders(
  readers: ByStatus<ReadHeaders>,
): (response: HeaderSource & { readonly status: number }) => { readonly [name: string]: unknown } {
  return (response) => {
    const values = ofStatus(readers, response.status)?.(response) ?? {};
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  };
}

/** The values of cookies, which are never joined. */
export function setCookies({ headers }: HeaderSource): readonly string[] | undefined {
  const values = headers.getSetCookie?.() ?? [];
  return values.length === 0 ? undefined : values;
}

function ofStatus<Value>(values: ByStatus<Value>, status: number): Value | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  const key = keys.find((each) => Object.hasOwn(values, each));
  return key === undefined ? undefined : values[key];
}

function write(response: OperationResponse, contract: HeaderContract, report: Report): OperationResponse {
  const { headers = {}, multiValueHeaders = {}, ...rest } = response;
  const texts: { [name: string]: string } = {};
  const lists: { [name: string]: readonly string[] } = { ...multiValueHeaders };
  for (const [name, value] of Object.entries<unknown>(headers)) {
    if (isCookies(name, value))
      lists[name] = value.filter((cookie): cookie is string => isHeader(cookie, name, report));
    else {
      const text = toText(contract, name, value, report);
      if (text !== undefined) texts[name] = text;
    }
  }
  const values = contract.read({ headers: sourceOf(texts, lists) });
  contract.check(values, '/headers', report);
  return { ...rest, headers: texts, ...(Object.keys(lists).length === 0 ? {} : { multiValueHeaders: lists }) };
}

/** Cookies are the one header that is sent once for each value. */
function isCookies(name: string, value: unknown): value is readonly unknown[] {
  return name.toLowerCase() === 'set-cookie' && Array.isArray(value);
}

/** What is not of the model is left as it is. */
function toText({ write }: HeaderContract, name: string, value: unknown, report: Report): string | undefined {
  const declared = Object.keys(write).find((each) => each.toLowerCase() === name.toLowerCase());
  try {
    const text = declared === undefined ? (value as string) : write[declared]?.(value);
    return text === undefined || isHeader(text, name, report) ? text : undefined;
  } catch (error) {
    fail(`/headers/${name}`, 'header', String((error as Error).message), report);
    return undefined;
  }
}

/** HTTP has no spaces around a value, no line breaks, and no characters but those of one byte. */
function isHeader(text: unknown, name: string, report: Report): boolean {
  const isGood = typeof text === 'string' && !/^[\t ]|[\t ]$|[^\t\x20-\x7e\x80-\xff]/.test(text);
  if (!isGood) fail(`/headers/${name}`, 'header', 'has characters that a header cannot have', report);
  return isGood;
}

function sourceOf(
  texts: { readonly [name: string]: string },
  lists: { readonly [name: string]: readonly string[] },
): HeaderSource['headers'] {
  const all = new Map<string, readonly string[]>();
  for (const [name, text] of Object.entries(texts)) all.set(name.toLowerCase(), [text]);
  for (const [name, values] of Object.entries(lists)) all.set(name.toLowerCase(), values);
  return {
    get: (name) => all.get(name)?.join(', '),
    getSetCookie: () => [...(all.get('set-cookie') ?? [])],
  };
}
