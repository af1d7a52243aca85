import { toolPackage } from '../../../../shared/packages';
import type { SourceFile } from '../../../emit/source-file';
import { typeScriptFile } from '../source';

/** So that an app imports one package. */
const reexports = [
  'Authorizers',
  'ErrorIntegrationResponses',
  'Integration',
  'IntegrationResponseSets',
  'Integrations',
  'TypeSafeRestApi',
];
const reexportedTypes = [
  'ApiGatewayIntegration',
  'IntegrationGrantProps',
  'IntegrationRenderProps',
  'S3IntegrationProps',
  'TypeSafeApiIntegration',
  'TypeSafeRestApiProps',
];

/** `index.ts`: what the package exports. */
export function emitIndex(hasFunctions: boolean): SourceFile {
  const file = typeScriptFile('index');
  const names = [...reexports, ...reexportedTypes.map((name) => `type ${name}`)];
  file.line`export {`;
  for (const name of names) file.line`  ${name},`;
  file.line`} from '${toolPackage}/lib/constructs';`;
  for (const module of ['api', ...(hasFunctions ? ['functions'] : []), 'mock-integrations', 'operation-config']) {
    file.line`export * from './${module}.js';`;
  }
  return file;
}
