import { createHash } from 'node:crypto';

/** The hash by which a change of a model file is noticed. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
