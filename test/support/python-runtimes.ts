import path from 'node:path';
import { emitRuntime } from '../../src/codegen/languages/python/runtime';
import { pythonPackageNames } from '../../src/shared/python-packages';
import { emitInput } from './emit-input';
import { writeFiles } from './generated-packages';
import type { ReadSpec } from './read-spec';

/** Writes the Python runtimes of some specs below a folder. @returns the folders that make them importable */
export function writePythonRuntimes(specs: ReadonlyMap<string, ReadSpec>, directory: string): string[] {
  return [...specs].map(([name, { service }]) => {
    const folder = path.join(directory, name);
    writeFiles([...emitRuntime(emitInput(service, { name }))], folder);
    return folder;
  });
}

/** The module that the runtime of a spec is imported as. */
export function runtimeModule(spec: string): string {
  return pythonPackageNames(spec).runtimeModule;
}
