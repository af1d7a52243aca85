import { toolPackage } from '../../../../shared/packages';
import type { SourceFile } from '../../../emit/source-file';
import { constructTypes, constructValues } from '../../construct-api';
import { typeScriptFile } from '../source';

/**
 * `index.ts`: what the package exports. That includes the constructs, so that an app imports one package; a function of an operation goes before a
 * construct of the same name.
 */
export function emitIndex(functions: readonly string[]): SourceFile {
  const file = typeScriptFile('index');
  const values = constructValues.filter((name) => !functions.includes(name));
  const names = [...values, ...constructTypes.map((name) => `type ${name}`)];
  file.line`export {`;
  for (const name of names) file.line`  ${name},`;
  file.line`} from '${toolPackage}/lib/constructs';`;
  for (const module of [
    'api',
    ...(functions.length > 0 ? ['functions'] : []),
    'mock-integrations',
    'operation-config',
  ]) {
    file.line`export * from './${module}.js';`;
  }
  return file;
}
