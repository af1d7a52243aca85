import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pythonPackageNames, pythonRuntimePackage } from '../../../../shared/python-packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import type { Operation } from '../../../model/service';
import type { EmitInput } from '../../language';
import { pyproject } from '../package-files';
import { moduleText, supportText } from '../source';
import { clientClasses, clientInit, emitClientClasses } from './client';
import { createContext } from './context';
import { emitHandler } from './handler';
import { emitModels } from './models';
import { emitOperation } from './operation';
import { emitRouter } from './router';
import { emitTesting } from './testing';

/** The runtime package: models, checks, handler wrappers and clients of an API. */
export function* emitRuntime({ service, name }: EmitInput): Iterable<GeneratedFile> {
  yield pyproject(pythonRuntimePackage(name));
  const { runtimeModule } = pythonPackageNames(name);
  for (const file of moduleFiles(service)) yield { ...file, path: `${runtimeModule}/${file.path}` };
}

function* moduleFiles(service: EmitInput['service']): Iterable<GeneratedFile> {
  const context = createContext(service);
  const classes = clientClasses(context.operations);
  yield generated('__init__.py', moduleText('Models, checks, handler wrappers and clients of the API.', ''));
  yield generated('py.typed', '');
  yield* supportFiles();
  yield* emitModels(context.models);
  yield generated('operations/__init__.py', moduleText('What the model says of each operation.', ''));
  yield generated('handlers/__init__.py', moduleText('The handler wrapper of each operation.', ''));
  for (const named of context.operations) {
    const route = routeOf(named.operation);
    yield toFile(emitOperation(named, context), `What handlers and clients of ${route} share.`);
    yield toFile(emitHandler(named), `Handlers of ${route}.`);
  }
  yield generated(
    'client/__init__.py',
    moduleText('Clients of the API; they need the extra `client` of this package.', clientInit(classes)),
  );
  for (const file of emitClientClasses(classes, context)) yield toFile(file, 'A client of the API.');
  yield toFile(emitRouter(context.operations), 'One Lambda function for all operations.');
  yield toFile(emitTesting(context), 'Calls handlers in the process of a test.');
}

const folder = path.join(__dirname, '..', '..', '..', '..', '..', 'assets', 'python', 'runtime');

/** What does not depend on a model is real source, copied as it is. */
function* supportFiles(): Iterable<GeneratedFile> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.py'));
  for (const file of files.sort()) {
    yield generated(file.split(path.sep).join('/'), supportText(readFileSync(path.join(folder, file), 'utf8')));
  }
}

function toFile(file: SourceFile, about: string): GeneratedFile {
  return generated(`${file.module}.py`, moduleText(about, file.text()));
}

function generated(file: string, text: string): GeneratedFile {
  return { path: file, text, owner: 'generated' };
}

/** In a docstring: what a path of a model could end it with is escaped. */
function routeOf({ method, path: template }: Operation): string {
  return `${method.toUpperCase()} ${template}`.replaceAll(/["\\]/g, '\\$&');
}
