import { runtimePackage } from '../../../../shared/packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import type { EmitInput } from '../../language';
import { emitPackageFiles } from '../package-files';
import { createContext, namedOperations } from './context';
import { emitEntry } from './entry';
import { emitHandlerRouters } from './handler-routers';
import { emitModel } from './models';
import { generatedNotice } from './notice';
import { emitOperation } from './operation';
import { clientClasses, emitClientClass, emitTesting } from './package-files';
import { supportFiles } from './support-files';

/** The runtime package: types, validators, handler wrappers and client of an API. */
export function* emitRuntime({ service, name }: EmitInput): Iterable<GeneratedFile> {
  yield* emitPackageFiles(runtimePackage(name));
  const context = createContext(service);
  const operations = namedOperations(context);
  yield* supportFiles();
  for (const shape of service.shapes.values()) yield toFile(emitModel(shape, context));
  for (const operation of operations) yield toFile(emitOperation(operation, context));
  const classes = new Map<string, string>();
  for (const [name, members] of clientClasses(operations)) {
    const file = emitClientClass(name, members, context);
    classes.set(name, file.module);
    yield toFile(file);
  }
  for (const file of emitHandlerRouters(operations)) yield toFile(file);
  yield toFile(emitTesting(operations));
  yield toFile(emitEntry(context, classes));
}

function toFile(file: SourceFile): GeneratedFile {
  return { path: `src/${file.module}.ts`, text: generatedNotice + file.text(), owner: 'generated' };
}
