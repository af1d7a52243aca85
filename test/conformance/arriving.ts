import { sameJson } from '../../src/codegen/mocks/same-json';
import type { Operation, Parameter } from '../../src/codegen/model/service';
import { isJsonObject, type Json } from '../../src/shared/json';

type Values = Readonly<Record<string, Json>>;

/**
 * The parameters that a handler gets, as docs/model.md says: `null` is as good as absent, and so is an empty list or object where each item has
 * a place of its own. Nothing where one of them has to be there: the handler refuses such a request.
 */
export function asArriving({ parameters }: Operation, sent: Values): Values | undefined {
  const arriving: Record<string, Json> = {};
  for (const parameter of parameters) {
    const value = Object.hasOwn(sent, parameter.key) ? sent[parameter.key] : undefined;
    const left = value === undefined ? undefined : arrivingValue(value, parameter);
    if (left !== undefined) arriving[parameter.key] = left;
    else if (parameter.required) return undefined;
  }
  return arriving;
}

function arrivingValue(value: Json, { style, explode, location, mediaType }: Parameter): Json | undefined {
  if (mediaType !== undefined) return value;
  if (value === null) return undefined;
  const hasOwnPlaces = (explode && (location === 'query' || location === 'cookie')) || style === 'deepObject';
  if (!hasOwnPlaces || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  const members = Object.entries(value).filter(([, member]) => !Array.isArray(member) || member.length > 0);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/**
 * Whether values arrived, except for what a text alone cannot tell: whether it stands for itself or for a number, or for a list of one; and
 * for the line breaks of multipart forms.
 */
export function isAsSent(received: Json | undefined, sent: Json | undefined): boolean {
  return received === undefined || sent === undefined
    ? received === sent
    : sameJson(received, sent) || sameJson(asTexts(received), asTexts(sent));
}

/** Line breaks are as forms of `fetch` write them. */
function asLines(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\r\n');
}

function asTexts(value: Json): Json {
  if (Array.isArray(value)) return value.length === 1 ? asTexts(value[0] as Json) : value.map(asTexts);
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [asLines(name), asTexts(member)]));
  }
  return asLines(String(value));
}
