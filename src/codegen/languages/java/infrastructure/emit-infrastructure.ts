import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { javaInfrastructureProject, javaPackageNames } from '../../../../shared/java-packages';
import type { GeneratedFile } from '../../../emit/generated-file';
import type { SourceFile } from '../../../emit/source-file';
import type { Service } from '../../../model/service';
import { deployable } from '../../infrastructure/deployable';
import { operationFunctions } from '../../infrastructure/handler-functions';
import { hasMockData, mocksFile } from '../../infrastructure/mocks';
import type { EmitInput } from '../../language';
import { javadoc } from '../javadoc';
import { classNames, nameOperations } from '../names';
import { emitPackageFiles } from '../package-files';
import { packageFolder, toClassFile, toPackageFile, toSupportFile } from '../source';
import { emitApi, emitApiOptions, emitApiProps } from './api';
import { emitFunction, emitFunctionOptions, emitFunctionProps } from './functions';
import { emitMockIntegrations } from './mock-integrations';
import { emitOperationConfig, emitOperations } from './operation-config';

/** The package that an app takes the constructs of the API from. */
export function* emitInfrastructure(input: EmitInput): Iterable<GeneratedFile> {
  const { name, gatewayDocument, javaPackage } = input;
  yield* emitPackageFiles(javaInfrastructureProject(name, { javaPackage }));
  const target = javaPackageNames(name, javaPackage).package;
  yield toPackageFile(target, javadoc({ text: `CDK constructs of the API ${name}.` }));
  for (const [className, file] of classes(input, target)) yield toClassFile(file, className);
  for (const className of supportClasses) yield toSupportFile(target, className, supportSource(className));
  const resources = `src/main/resources/${packageFolder(target)}`;
  yield { path: `${resources}/gateway.json`, owner: 'generated', text: `${JSON.stringify(gatewayDocument)}\n` };
  yield { path: `${resources}/mocks.json`, owner: 'generated', text: mocksFile(input) };
}

function* classes(input: EmitInput, javaPackage: string): Iterable<readonly [name: string, file: SourceFile]> {
  const service = deployable(input);
  const names = nameOperations(service);
  yield ['Api', emitApi(service, javaPackage)];
  yield ['ApiOptions', emitApiOptions(javaPackage)];
  yield ['ApiProps', emitApiProps(javaPackage)];
  yield ['OperationConfig', emitOperationConfig(service, javaPackage, names)];
  yield ['Operations', emitOperations(javaPackage)];
  yield* emitMockIntegrations(service, { javaPackage, names, hasData: hasMockData(input) });
  yield* functionClasses(input, service, javaPackage);
}

function* functionClasses(
  input: EmitInput,
  service: Service,
  javaPackage: string,
): Iterable<readonly [name: string, file: SourceFile]> {
  const functions = operationFunctions(input, service);
  if (functions.length === 0) return;
  yield ['FunctionOptions', emitFunctionOptions(javaPackage)];
  yield ['FunctionProps', emitFunctionProps(javaPackage)];
  const scope = classNames();
  for (const each of functions) {
    const name = scope.claim(each.name);
    yield [name, emitFunction(each, name, javaPackage)];
  }
}

/** What does not depend on a model is a real file of this package. */
const supportClasses = ['ApiDirectory', 'Json', 'Mocks', 'OperationValues', 'Resources', 'Settings'];

function supportSource(name: string): string {
  const folder = path.join(__dirname, '..', '..', '..', '..', '..', 'assets', 'java', 'infrastructure');
  return readFileSync(path.join(folder, `${name}.java`), 'utf8');
}
