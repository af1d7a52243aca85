import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { emitInfrastructure } from '../../src/codegen/languages/java/infrastructure/emit-infrastructure';
import { javaPackageNames } from '../../src/shared/java-packages';
import { emitInput } from './emit-input';
import { gatewayDocumentOf, handled, writeFiles } from './generated-packages';
import type { ReadSpec } from './read-spec';
import { jsiiEnvironment } from './toolchains';

/** Where the infrastructure package in Java is, below the folder of the API. */
export const javaFolder = path.join('generated', 'infrastructure', 'java');

/** Writes the infrastructure package in Java of a service, of which every nth operation has a handler; the Java package of its classes. */
export function writeJava({ document, service }: ReadSpec, name: string, directory: string, everyNth = 1): string {
  const spec = { document, service: handled(service, everyNth) };
  // What else is in the name of a spec keeps two of them apart.
  const javaPackage = `com.example.${name.replaceAll(/\W/g, '_')}`;
  const gatewayDocument = gatewayDocumentOf(spec);
  const input = emitInput(spec.service, { name, javaPackage, gatewayDocument, handlers: ['typescript'] });
  writeFiles(emitInfrastructure(input), path.join(directory, javaFolder));
  return javaPackageNames(name, javaPackage).package;
}

/** The `.java` files of a folder. */
export function javaFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.java')).map((file) => path.join(folder, file));
}

/** Runs a tool of the JDK in a folder: what it prints, and its error where it fails. */
export function runJava(
  command: string,
  args: readonly string[],
  { cwd, input, env: own }: { readonly cwd: string; readonly input?: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  return new Promise((resolve) => {
    // Names of files are those of operations, in any script.
    const env = { ...jsiiEnvironment, LC_ALL: 'C.UTF-8', ...own };
    const child = execFile(command, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve(error === null ? stdout : `${stdout}${stderr}${error.message}`),
    );
    child.stdin?.end(input);
  });
}
