import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toPage } from '../../docs/support/markdown';

/** The languages of the specification. */
export type SnippetLanguage = 'ts' | 'python' | 'java';

const folder = path.join(__dirname, '..');

/** By name and language, such as `s3-default python`. */
const snippets = readSnippets();

/**
 * A program with the snippets that it names by `snippet('name')`, or by `snippet('name', value)` where `value` is what the snippet's
 * `...` stands for.
 */
export function fillProgram(program: string, language: SnippetLanguage): string {
  const call = /^(.*?)\bsnippet\((["'])([\w-]+)\2(?:, (.*))?\);?$/gm;
  return program.replace(call, (_, before: string, __, name: string, value: string | undefined) => {
    const indent = /^ */.exec(before)?.[0] ?? '';
    const [first = '', ...rest] = complete(snippetOf(name, language), language).split('\n');
    const lines = [before + first, ...rest.map((line) => `${indent}${line}`)];
    return lines.join('\n').replace('...', value ?? '...');
  });
}

/** Code in running text is the same in TypeScript and Java. */
function snippetOf(name: string, language: SnippetLanguage): string {
  const text = snippets.get(`${name} ${language}`) ?? (language === 'java' ? snippets.get(`${name} ts`) : undefined);
  if (text === undefined) throw new Error(`there is no snippet '${name}' in ${language}`);
  return text;
}

/** A snippet as a statement that runs. */
function complete(text: string, language: SnippetLanguage): string {
  // The specification slips here: a jsii library has no camel case in Python.
  if (language === 'python') return text.replace('successResponseStatusCode=', 'success_response_status_code=');
  return text.endsWith(';') ? text : `${text};`;
}

function readSnippets(): ReadonlyMap<string, string> {
  const file = path.join(folder, 'snippets.md');
  const text = readFileSync(file, 'utf8');
  const headings = text.split('\n').map((line) => /^## (.+)$/.exec(line)?.[1]);
  return new Map(
    toPage('test/spec-snippets/snippets.md', text).snippets.map((snippet) => {
      const name = headings.slice(0, snippet.line).findLast((heading) => heading !== undefined);
      return [`${name} ${snippet.language}`, snippet.text];
    }),
  );
}
