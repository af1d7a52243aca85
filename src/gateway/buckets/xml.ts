import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';

/** Text as it stands in an XML document. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Objects that were put in one piece have their MD5 as entity tag. */
export function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** True for a folder that is there. */
export function isFolder(file: string): boolean {
  return existsSync(file) && statSync(file).isDirectory();
}
