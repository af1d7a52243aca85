import { importLines, inModuleOrder, quote, relativeModule, sortExports } from '../source';

/**
 * The code of an `__init__.py` whose names are imported when they are first asked for, so that nobody loads what is not used.
 *
 * @param folder of the package: `models`
 * @param homes names by the modules that declare them: `models/pet`
 */
export function lazyPackage(folder: string, homes: ReadonlyMap<string, readonly string[]>): string {
  const sorted = inModuleOrder([...homes], ([home]) => home);
  const all = sortExports([...homes.values()].flat());
  if (all.length === 0) return '__all__: list[str] = []\n';
  const homeOf = new Map(sorted.flatMap(([home, names]) => names.map((name) => [name, home.slice(folder.length + 1)])));
  const lines = [
    'from __future__ import annotations',
    '',
    'from typing import TYPE_CHECKING',
    '',
    'from .._support.lazy_exports import lazy_exports',
    '',
    'if TYPE_CHECKING:',
    ...sorted.flatMap(([home, names]) => importLines(relativeModule(`${folder}/__init__`, home), names, '    ')),
    '',
    '__all__ = [',
    ...all.map((name) => `    ${quote(name)},`),
    ']',
    '',
    'if not TYPE_CHECKING:',
    '    __getattr__, __dir__ = lazy_exports(',
    '        __name__,',
    '        {',
    ...all.map((name) => `            ${quote(name)}: ${quote(homeOf.get(name) ?? '')},`),
    '        },',
    '    )',
  ];
  return `${lines.join('\n')}\n`;
}
