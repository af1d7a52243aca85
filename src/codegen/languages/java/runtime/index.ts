import { javaRuntimeProject } from '../../../../shared/java-packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { Service } from '../../../model/service';
import type { EmitInput } from '../../language';
import { emitPackageFiles } from '../package-files';
import { toClassFile } from '../source';
import { emitClientClasses } from './client';
import { emitHandler } from './handler';
import { emitModels } from './models';
import { createContext, namedOperations } from './operation-context';
import { emitOperationTypes } from './operation-types';
import { javaRuntimePackages, type RuntimePackages } from './packages';
import { emitHandlerRouter } from './router';
import { supportFiles } from './support-files';
import { emitTesting } from './testing';

/** The runtime package: types, checks, base classes of handlers, and client of an API. */
export function* emitRuntime({ service, name, javaPackage }: EmitInput): Iterable<GeneratedFile> {
  yield* emitPackageFiles(javaRuntimeProject(name, { javaPackage }));
  const packages = javaRuntimePackages(name, javaPackage);
  yield* supportFiles(packages);
  yield* emitApi(service, packages);
}

/** All of it that depends on the model. */
export function* emitApi(service: Service, packages: RuntimePackages): Iterable<GeneratedFile> {
  const context = createContext(service, packages);
  const operations = namedOperations(context);
  yield* emitModels(context.models);
  for (const named of operations) {
    yield toClassFile(emitOperationTypes(named, context), named.names.types);
    yield toClassFile(emitHandler(named, context), named.names.type);
  }
  yield toClassFile(emitHandlerRouter(operations, context), 'HandlerRouter');
  for (const [part, file] of emitClientClasses(operations, context)) yield toClassFile(file, part);
  for (const [part, file] of emitTesting(operations, context)) yield toClassFile(file, part);
}
