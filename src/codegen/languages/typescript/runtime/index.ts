import { runtimePackage } from '../../../../shared/packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { EmitInput } from '../../language';
import { emitPackageFiles } from '../package-files';
import { createContext, modelsFile, namedOperations, type RuntimeContext } from './context';
import { emitEntry } from './entry';
import { emitHandlerRouters } from './handler-routers';
import { emitModel } from './models';
import { type RuntimeModule, scriptFile, typesFile } from './module';
import { emitOperation } from './operation';
import { type ClientClass, clientClasses, emitClientClass, emitTesting } from './package-files';
import { supportFiles } from './support-files';

/** The runtime package: types, validators, handler wrappers and client of an API. */
export function* emitRuntime({ service, name }: EmitInput): Iterable<GeneratedFile> {
  yield* emitPackageFiles(runtimePackage(name));
  const context = createContext(service);
  const operations = namedOperations(context);
  yield* supportFiles();
  yield* emitModels(context);
  const classes = clientClasses(operations);
  for (const each of classes) yield* emitClient(each, context);
  for (const router of emitHandlerRouters(operations, context)) yield* bothFiles(router);
  yield* bothFiles(emitTesting(operations, context.declarations('testing')));
  yield* bothFiles(emitEntry(context, classes));
}

/** Schemas: a script for each, and the declarations of all. */
function* emitModels(context: RuntimeContext): Iterable<GeneratedFile> {
  const types = context.declarations(modelsFile);
  for (const shape of context.service.shapes.values()) yield scriptFile(emitModel(shape, types, context));
  if (context.service.shapes.size > 0) yield typesFile(types);
}

/** A class and its operations: a script for each, and the declarations of all. */
function* emitClient(each: ClientClass, context: RuntimeContext): Iterable<GeneratedFile> {
  const types = context.declarations(each.module);
  yield scriptFile(emitClientClass(each, types, context));
  for (const operation of each.own) yield scriptFile(emitOperation(operation, types, context));
  yield typesFile(types);
}

function* bothFiles(module: RuntimeModule): Iterable<GeneratedFile> {
  yield typesFile(module.types);
  yield scriptFile(module);
}
