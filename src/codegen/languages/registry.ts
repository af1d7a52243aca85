import type { LanguageName } from '../../shared/workspace';
import type { Language } from './language';

/** Every language that code can be generated in, loaded when it is used. Adding one is a folder beside this file and a line here. */
const loaders: Partial<Record<LanguageName, () => Language>> = {};

/** The languages that there are. */
export const availableLanguages = Object.keys(loaders) as readonly LanguageName[];

/** A language by its name; nothing if it cannot be generated yet. */
export function findLanguage(name: LanguageName): Language | undefined {
  return loaders[name]?.();
}
