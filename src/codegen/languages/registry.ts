import type { LanguageName } from '../../shared/workspace';
import { java } from './java';
import type { Language } from './language';
import { python } from './python';
import { typescript } from './typescript';

/** Every language that code can be generated in. Adding one is a folder beside this file and a line here. */
const languages: readonly Language[] = [typescript, python, java];

/** The languages that there are. */
export const availableLanguages: readonly LanguageName[] = languages.map(({ name }) => name);

/** A language by its name; nothing if it cannot be generated yet. */
export function findLanguage(wanted: LanguageName): Language | undefined {
  return languages.find(({ name }) => name === wanted);
}
