import { visible } from '../../emit/doc-comment';

/** Text that is markup already. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What a template may hold: text is escaped, markup is not, and nothing stands for nothing. */
export type Content = Html | string | number | undefined | readonly Content[];

/** Markup with escaped values in it. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = parts[0] ?? '';
  for (const [index, value] of values.entries()) markup += toMarkup(value) + (parts[index + 1] ?? '');
  return new Html(markup);
}

/** The text between elements or in quoted attributes. */
export function escapeHtml(text: string): string {
  if (/^[ -!#-%(-;=?-~\n]*$/.test(text)) return text;
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toMarkup(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escapeHtml(value);
  return typeof value === 'number' ? String(value) : value.map(toMarkup).join('');
}
