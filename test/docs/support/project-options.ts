import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repository } from '../../architecture/source-files';

/** An option as its declaration describes it. */
export interface DeclaredOption {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
  readonly defaultValue: string;
}

/** The options of a project, read from the source: interface by interface, in order. */
export function readOptions(): ReadonlyMap<string, readonly DeclaredOption[]> {
  const file = path.join(repository, 'src/project/options.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return new Map(
    source.statements
      .filter(ts.isInterfaceDeclaration)
      .map(({ name, members }) => [name.text, members.filter(ts.isPropertySignature).map(toOption)]),
  );
}

/** The words that `projen new` takes as options: those of projen's base project that matter here, and our own that are one word. */
export function commandLineOptions(): string[] {
  const own = readOptions().get('TypeSafeApiProjectOptions') ?? [];
  const simple = own.filter(({ type }) => !type.endsWith('Options'));
  return ['name', 'outdir', ...simple.map(({ name }) => toKebab(name))];
}

/** `packageManager` → `package-manager` */
export function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

function toOption(member: ts.PropertySignature): DeclaredOption {
  const [documentation] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
  const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'default');
  return {
    name: member.name.getText(),
    type: (member.type?.getText() ?? '').replace(/^javascript\./, ''),
    required: member.questionToken === undefined,
    description: oneLine(ts.getTextOfJSDocComment(documentation?.comment)),
    defaultValue: oneLine(ts.getTextOfJSDocComment(tag?.comment)),
  };
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
