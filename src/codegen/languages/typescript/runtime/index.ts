import { runtimePackage } from '../../../../shared/packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { EmitInput } from '../../language';
import { emitPackageFiles } from '../package-files';
import { createContext, namedOperations } from './context';
import { emitEntry } from './entry';
import { emitHandlerRouters } from './handler-routers';
import { emitModel } from './models';
import { emitOperation } from './operation';
import { clientClasses, emitClientClass, emitTesting } from './package-files';
import { supportFiles } from './support-files';

/** The runtime package: types, validators, handler wrappers and client of an API. */
export function* emitRuntime({ service, name }: EmitInput): Iterable<GeneratedFile> {
  yield* emitPackageFiles(runtimePackage(name));
  const context = createContext(service);
  const operations = namedOperations(context);
  yield* supportFiles();
  for (const shape of service.shapes.values()) yield* emitModel(shape, context).files();
  for (const operation of operations) yield* emitOperation(operation, context).files();
  const classes = clientClasses(operations);
  for (const each of classes) yield* emitClientClass(each, context).files();
  for (const module of emitHandlerRouters(operations)) yield* module.files();
  yield* emitTesting(operations).files();
  yield* emitEntry(context, classes).files();
}
