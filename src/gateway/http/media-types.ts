/** True when the API handles a media type as bytes: it is listed, or a wildcard such as `image/*` covers it. */
export function isBinary(binaryMediaTypes: readonly string[], mediaType: string | undefined): boolean {
  const actual = mediaType ?? 'application/json';
  return binaryMediaTypes.some((declared) => {
    const pattern = declared.toLowerCase().replace('~1', '/');
    if (pattern === '*/*') return true;
    return pattern.endsWith('/*') ? actual.startsWith(pattern.slice(0, -1)) : pattern === actual;
  });
}
