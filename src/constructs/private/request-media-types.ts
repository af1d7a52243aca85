/** What stands for a range of media types: templates are looked up by the exact one. */
const membersOfRanges: Readonly<Record<string, readonly string[]>> = {
  'image/*': ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'],
  'text/*': ['text/plain', 'text/html', 'text/csv'],
  'audio/*': ['audio/mpeg', 'audio/ogg', 'audio/wav'],
  'video/*': ['video/mp4', 'video/webm', 'video/ogg'],
  'application/*': ['application/octet-stream', 'application/pdf', 'application/zip', 'application/xml'],
  '*/*': ['application/octet-stream', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'],
};

/**
 * The media types that an integration needs a request template for: those of the operation, and JSON, which API Gateway takes a request
 * without a Content-Type for.
 */
export function requestMediaTypes(declared: readonly string[]): string[] {
  return [...new Set(['application/json', ...declared.flatMap((type) => membersOfRanges[type] ?? [type])])];
}
