import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Handling } from './handle';
import type { GatewayReply, GatewayRequest } from './http/request';
import { summarize } from './summary';

/** Where the generated documentation of the API is. */
const generated = 'generated/documentation/html';

const types: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript', '.html': 'text/html' };

/** The reply to `/_docs`: the generated documentation, else a list of the operations. Nothing for any other path. */
export function documentationPage(request: GatewayRequest, handling: Handling, root: string): GatewayReply | undefined {
  if (request.method !== 'GET' || !/^\/_docs(\/|$)/.test(request.path)) return undefined;
  const folder = path.join(root, generated);
  const name = path.posix.normalize(request.path.replace(/^\/_docs\/?/, '/'));
  const file = path.join(folder, name === '/' ? 'index.html' : name);
  const found = file.startsWith(folder + path.sep) && path.extname(file) !== '' && existsSync(file);
  const body = found ? readFileSync(file) : Buffer.from(listOperations(handling));
  const type = (found ? types[path.extname(file)] : undefined) ?? 'text/html';
  return { status: 200, headers: [['Content-Type', `${type}; charset=utf-8`]], body };
}

function listOperations(handling: Handling): string {
  const { name, operations } = summarize(handling, undefined);
  const rows = operations.map(({ method, path: route, operationId = '', kind }) =>
    [method, route, operationId, kind].map((cell) => `<td>${escapeHtml(cell)}</td>`).join(''),
  );
  const title = escapeHtml(name);
  const style = 'body{font-family:system-ui;margin:2rem}td{padding:.2rem 1.5rem .2rem 0;font-family:monospace}';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head><body><h1>${title}</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
