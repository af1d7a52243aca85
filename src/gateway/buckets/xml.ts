/** Text as it stands in an XML document; characters that XML cannot say are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** An element with text, or with elements that are XML already. */
export function element(name: string, content: string | number | boolean | readonly string[]): string {
  const inner = typeof content === 'object' ? content.join('') : escapeXml(String(content));
  return `<${name}>${inner}</${name}>`;
}

/** A document in the namespace of S3. */
export function s3Document(name: string, elements: readonly string[]): string {
  return `${declaration}<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${elements.join('')}</${name}>`;
}

/** The first line of every document. */
export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
