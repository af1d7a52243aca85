import { compareModules, importLines, moduleText, quote, relativeModule, sortExports } from '../../source';
import type { PythonModels } from './names';

/** `models/__init__.py`: every type, imported when it is first asked for, so that a handler loads no models that it does not use. */
export function emitInit({ service, names }: PythonModels): string {
  const homes = new Map<string, string[]>();
  const add = (home: string, types: readonly string[]) =>
    homes.set(home, [...(homes.get(home) ?? []), ...new Set(types)]);
  for (const name of service.shapes.keys()) {
    const { home, type, requestType } = names.model(name);
    add(home, [type, requestType]);
    for (const inline of names.inlineOf(name)) add(home, [inline.names.type, inline.names.requestType]);
  }
  for (const { module, classes } of names.operations)
    add(
      module,
      classes.map((each) => each.names.type),
    );
  const sorted = [...homes].sort(([a], [b]) => compareModules(a, b));
  const all = sortExports([...homes.values()].flat());
  const homeOf = new Map(sorted.flatMap(([home, types]) => types.map((type) => [type, home.replace('models/', '')])));
  const lines =
    all.length === 0
      ? ['__all__: list[str] = []']
      : [
          'from __future__ import annotations',
          '',
          'from typing import TYPE_CHECKING',
          '',
          'from .._support.lazy_exports import lazy_exports',
          '',
          'if TYPE_CHECKING:',
          ...sorted.flatMap(([home, types]) => importLines(relativeModule('models/__init__', home), types, '    ')),
          '',
          '__all__ = [',
          ...all.map((type) => `    ${quote(type)},`),
          ']',
          '',
          'if not TYPE_CHECKING:',
          '    __getattr__, __dir__ = lazy_exports(',
          '        __name__,',
          '        {',
          ...all.map((type) => `            ${quote(type)}: ${quote(homeOf.get(type) ?? '')},`),
          '        },',
          '    )',
        ];
  return moduleText('The models of the API. Each is imported when it is first asked for.', `${lines.join('\n')}\n`);
}
