import { moduleText } from '../../source';
import { lazyPackage } from '../lazy-package';
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
  return moduleText(
    'The models of the API. Each is imported when it is first asked for.',
    lazyPackage('models', homes),
  );
}
