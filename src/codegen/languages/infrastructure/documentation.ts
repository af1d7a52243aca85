import type { Doc } from '../../emit/doc-comment';
import type { Operation } from '../../model/service';

/** What is said of an operation wherever it has a member: its method and path, and what the author says. */
export function operationDoc({ method, path, summary, description, deprecated }: Operation): Doc {
  const text = summary ?? description;
  const route = `${method.toUpperCase()} ${path}`;
  return { text: text === undefined ? route : `${route}: ${firstParagraph(text)}`, deprecated };
}

/** As much of a description as a member's comment has room for. */
export function firstParagraph(text: string): string {
  return text.trim().split(/\n\s*\n/)[0] ?? '';
}
