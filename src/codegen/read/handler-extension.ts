import { problems } from '../../openapi';
import { isJsonObject } from '../../shared/json';
import { type LanguageName, languageNames } from '../../shared/workspace';
import type { ReadContext } from './context';
import { field, type SpecNode } from './spec-node';

/** Reads `x-handler: { language }`, which picks the operations that get handler stubs. */
export function readHandler(
  context: ReadContext,
  operation: SpecNode,
): { readonly language: LanguageName } | undefined {
  const at = field(operation, 'x-handler');
  if (at === undefined) return undefined;
  const language = isJsonObject(at.value) ? at.value.language : undefined;
  if (typeof language !== 'string') {
    const meant = languageNames.find((known) => known === at.value) ?? 'typescript';
    context.report(problems.invalidHandler, at.pointer, { example: meant });
    return undefined;
  }
  const found = languageNames.find((known) => known === language);
  if (found !== undefined) return { language: found };
  context.report(problems.unknownHandlerLanguage, `${at.pointer}/language`, { language, known: languageNames });
  return undefined;
}
