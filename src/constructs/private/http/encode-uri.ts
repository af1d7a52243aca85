/**
 * A part of a URI as RFC 3986 wants it: what may not be in one is percent-encoded, and what is encoded already stays so.
 * @see https://datatracker.ietf.org/doc/html/rfc3986#section-2
 */
export function encodeUri(text: string): string {
  return text
    .replace(/[^A-Za-z0-9\-._~:/?[\]@!$&'()*+,;=%]+/gu, encodeURIComponent)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}
