import { problems } from '../../openapi';
import type { Diagnostic, Place } from '../../shared/diagnostics';
import type { LanguageName } from '../../shared/workspace';
import type { Service } from '../model/service';

/** Operations whose handler is in a language that no handlers are generated in: their function would be missing. */
export function checkHandlers(
  { operations }: Service,
  generated: readonly LanguageName[],
  place: (pointer: string) => Place,
): Diagnostic[] {
  if (generated.length === 0) return [];
  return operations.flatMap(({ handler, pointer }) => {
    if (handler === undefined || generated.includes(handler.language)) return [];
    const { language } = handler;
    return [problems.handlerNotGenerated(place(`${pointer}/x-handler/language`), { language, generated })];
  });
}
