import type { LanguageName } from '../../shared/workspace';
import type { Language } from './language';

/** Every language that code can be generated in, loaded when it is asked for. Adding one is a folder beside this file and a line here. */
const languages: Readonly<Partial<Record<LanguageName, () => Language>>> = {
  typescript: () => (require('./typescript') as typeof import('./typescript')).typescript,
  python: () => (require('./python') as typeof import('./python')).python,
  java: () => (require('./java') as typeof import('./java')).java,
};

/** The languages that there are. */
export const availableLanguages = Object.keys(languages) as readonly LanguageName[];

/** A language by its name; nothing if it cannot be generated yet. */
export function findLanguage(wanted: LanguageName): Language | undefined {
  return Object.hasOwn(languages, wanted) ? languages[wanted]?.() : undefined;
}
