import { toolPackage } from '../../../../shared/packages';
import type { SourceFile } from '../../../emit/source-file';
import { typeScriptFile } from '../source';

/** So that an app imports one package: what has values, and what is a type only. */
const reexports = [
  'Authorizer',
  'Authorizers',
  'CustomAuthorizerType',
  'ErrorIntegrationResponses',
  'HandlerFunction',
  'Integration',
  'IntegrationResponseSet',
  'IntegrationResponseSets',
  'Integrations',
  'TypeSafeRestApi',
];
const reexportedTypes = [
  'ApiGatewayAuthorizer',
  'ApiGatewayIntegration',
  'ApiGatewayIntegrationResponse',
  'AuthorizerDefinition',
  'AuthorizerGrantProps',
  'AuthorizerRenderProps',
  'AuthorizerScheme',
  'CognitoAuthorizer',
  'CognitoAuthorizerProps',
  'CustomAuthorizerProps',
  'CustomIntegrationResponseSetProps',
  'DefaultPassthroughProps',
  'HandlerFunctionProps',
  'IntegrationGrantProps',
  'IntegrationOperationProps',
  'IntegrationRenderProps',
  'IntegrationResponseSetRenderProps',
  'MockIntegrationProps',
  'S3IntegrationProps',
  'TypeSafeApiIntegration',
  'TypeSafeApiOperationOptions',
  'TypeSafeRestApiProps',
];

/** `index.ts`: what the package exports. A function of an operation goes before a construct of the same name. */
export function emitIndex(functions: readonly string[]): SourceFile {
  const file = typeScriptFile('index');
  const values = reexports.filter((name) => !functions.includes(name));
  const names = [...values, ...reexportedTypes.map((name) => `type ${name}`)];
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
