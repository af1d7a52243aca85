import { hash } from 'node:crypto';

/** The hash by which a change of a model file is noticed. */
export function hashOf(text: string): string {
  return hash('sha256', text, 'base64');
}
