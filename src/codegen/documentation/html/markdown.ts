import { type Content, escapeHtml, Html, html } from './html';

/**
 * Descriptions, with the part of Markdown that they use: paragraphs, headings, lists, code, emphasis and links to the web. All else is shown
 * as it stands; no markup of the author's gets through.
 */
export function markdown(text: string): Html {
  const blocks: Html[] = [];
  const fences = text.replaceAll('\r\n', '\n').split(/^ {0,3}```.*$/m);
  for (const [index, part] of fences.entries()) {
    if (index % 2 === 1) blocks.push(html`<pre><code>${part.replace(/^\n|\n$/g, '')}</code></pre>`);
    else blocks.push(...part.split(/\n\s*\n/).flatMap(block));
  }
  return html`${blocks}`;
}

/** The inline part of it, for places that have room for one line. */
export function inlineMarkdown(text: string): Html {
  return new Html(
    text
      .split(/(`[^`]+`)/)
      .map(span)
      .join(''),
  );
}

function block(text: string): readonly Html[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const heading = /^#{1,6}\s+([^\n]*)\n?/.exec(trimmed);
  if (heading !== null)
    return [html`<h4>${inlineMarkdown(heading[1] ?? '')}</h4>`, ...block(trimmed.slice(heading[0].length))];
  const lines = trimmed.split('\n');
  const first = lines.findIndex((line) => isItem(line));
  if (first < 0) return [html`<p>${inlineMarkdown(trimmed)}</p>`];
  return [...block(lines.slice(0, first).join('\n')), list(lines.slice(first))];
}

function list(lines: readonly string[]): Html {
  const items: string[] = [];
  for (const line of lines) {
    if (isItem(line)) items.push(line.replace(itemStart, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  const entries: Content = items.map((item) => html`<li>${inlineMarkdown(item)}</li>`);
  return /^\s*\d/.test(lines[0] ?? '') ? html`<ol>${entries}</ol>` : html`<ul>${entries}</ul>`;
}

const itemStart = /^\s*(?:[-*+]|\d+[.)])\s+/;

function isItem(line: string): boolean {
  return itemStart.test(line);
}

function span(text: string): string {
  if (/^`[^`]+`$/.test(text)) return `<code>${escapeHtml(text.slice(1, -1))}</code>`;
  return escapeHtml(text)
    .replace(/\[([^\][]+)\]\((https?:\/\/[^\s()]+|mailto:[^\s()]+)\)/g, '<a href="$2" rel="noreferrer">$1</a>')
    .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])\*([^*\s][^*\n]*)\*(?=$|[\s).,;:!?])/g, '$1<em>$2</em>')
    .replace(/(^|[\s(])_([^_\s][^_\n]*)_(?=$|[\s).,;:!?])/g, '$1<em>$2</em>');
}
