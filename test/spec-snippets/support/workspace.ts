import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from '../../../src/codegen/generate';
import type { LanguageName } from '../../../src/shared/workspace';
import { fillProgram, type SnippetLanguage } from './snippets';

const folder = path.join(__dirname, '..');

/** The models that the programs use. Each API is called like its model. */
export const models = ['hello', 'pets'] as const;

/** Generates the infrastructure packages of every model, each into a folder called like the model. */
export function generateInfrastructure(directory: string, language: LanguageName): void {
  for (const name of models) {
    generate({
      model: path.join(folder, `models/${name}.yaml`),
      output: path.join(directory, name),
      cwd: folder,
      key: 'spec-snippets',
      name,
      runtime: language === 'typescript' ? ['typescript'] : [],
      handlers: ['typescript'],
      infrastructure: [language],
      documentation: [],
      library: [],
    });
  }
}

/** Writes the programs of a language, with their snippets. Gives their paths. */
export function writePrograms(directory: string, language: LanguageName): string[] {
  const { name, extension } = targets[language];
  const programs = path.join(folder, 'programs', language);
  mkdirSync(directory, { recursive: true });
  return readdirSync(programs).map((file) => {
    const target = path.join(directory, path.parse(file).name + extension);
    writeFileSync(target, fillProgram(readFileSync(path.join(programs, file), 'utf8'), name));
    return target;
  });
}

const targets: Readonly<Record<LanguageName, { readonly name: SnippetLanguage; readonly extension: string }>> = {
  typescript: { name: 'ts', extension: '.ts' },
  python: { name: 'python', extension: '.py' },
  java: { name: 'java', extension: '.java' },
};
