import { constructTypes, constructValues } from '../../construct-api';
import { importLines, sortExports } from '../source';
import { constructsModule } from './symbols';

/** The code of `__init__.py`: what the package exports. A function of an operation goes before a construct of the same name. */
export function initFile(functions: readonly string[]): string {
  const constructs = [...constructValues, ...constructTypes].filter((name) => !functions.includes(name));
  const own: readonly (readonly [module: string, names: readonly string[]])[] = [
    ['._json', ['JsonValue']],
    ['.api', ['Api']],
    ['.functions', functions],
    ['.mock_integrations', ['MockIntegrations']],
    ['.operation_config', ['OperationConfig', 'Operations']],
  ];
  const exported = sortExports([...constructs, ...own.flatMap(([, names]) => names)]);
  const lines = [
    ...importLines(constructsModule, constructs),
    '',
    ...own.flatMap(([module, names]) => (names.length === 0 ? [] : importLines(module, names))),
    '',
    '__all__ = [',
    ...exported.map((name) => `    "${name}",`),
    ']',
  ];
  return `${lines.join('\n')}\n`;
}
