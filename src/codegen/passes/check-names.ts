import { problems } from '../../openapi';
import type { Diagnostic, Place } from '../../shared/diagnostics';
import type { LanguageName } from '../../shared/workspace';
import { findLanguage } from '../languages/registry';
import type { Service } from '../model/service';

/** What is called otherwise in some languages than its name in the model lets one expect. */
export function checkNames(
  service: Service,
  languages: readonly LanguageName[],
  place: (pointer: string) => Place,
): Diagnostic[] {
  return [...new Set(languages)].flatMap((language) => {
    const renamings = findLanguage(language)?.renamings?.(service) ?? [];
    return [...renamings].map(({ pointer, ...renaming }) =>
      problems.renamed(place(pointer), { ...renaming, language: titles[language] }),
    );
  });
}

const titles: Readonly<Record<LanguageName, string>> = { typescript: 'TypeScript', python: 'Python', java: 'Java' };
