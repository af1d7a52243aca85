import type { Project } from 'projen';
import { handlersPackage, type PackageDescription, packageNames, runtimePackage } from '../shared/packages';
import { typescriptFolders } from './build-steps';
import type { Choices } from './choices';
import type { Host } from './host';
import { type Infrastructure, infrastructures } from './infrastructure';
import type { TypeSafeApiProjectOptions, TypeScriptPackageOptions } from './options';
import { relative } from './parent';
import { TypeScriptPackage, type WorkspacePackage } from './workspace-package';

/** The packages of an API. */
export interface ApiPackages {
  readonly model: WorkspacePackage;
  readonly runtime: WorkspacePackage;
  readonly handlers: WorkspacePackage;
  readonly infrastructure: Infrastructure;
}

/** Creates the packages. A monorepo with a graph sees only its direct children, so there they are the monorepo's. */
export function createPackages(
  api: Project,
  host: Host,
  choices: Choices,
  options: TypeSafeApiProjectOptions,
): ApiPackages {
  const parent = host.graph ?? api;
  const create = (folder: string, description: PackageDescription, own?: TypeScriptPackageOptions) =>
    new TypeScriptPackage({
      parent,
      outdir: `${relative(parent.outdir, api.outdir)}/${folder}`,
      packageManager: host.packageManager,
      description,
      ...(own === undefined ? {} : { options: own }),
    });
  const hasApp = options.app ?? api.parent === undefined;
  return {
    model: create(typescriptFolders.model, modelPackage(api.name)),
    runtime: create(typescriptFolders.runtime, runtimePackage(api.name), options.runtime?.options?.typescript),
    handlers: create(typescriptFolders.handlers, handlersPackage(api.name), options.handlers?.options?.typescript),
    infrastructure: infrastructures[choices.infrastructure]({ api, parent, host, hasApp, options }),
  };
}

/** The packages in the order in which they depend on each other. */
export function inOrder({ model, runtime, handlers, infrastructure }: ApiPackages): Project[] {
  const { constructs, app } = infrastructure;
  return [model, runtime, handlers, constructs, ...(app === undefined ? [] : [app])];
}

/** Those that npm knows, in that order. */
export function npmPackages({ model, runtime, handlers, infrastructure }: ApiPackages): WorkspacePackage[] {
  return [model, runtime, handlers, ...infrastructure.members];
}

/** The model is a package so that monorepos see it, and can be published for those who want the document. */
function modelPackage(apiName: string): PackageDescription {
  return {
    name: packageNames(apiName).model,
    description: `API model of ${apiName}`,
    type: 'commonjs',
    scripts: {},
    siblings: [],
    dependencies: {},
    peerDependencies: {},
    optionalPeers: [],
    devDependencies: {},
    tsconfigs: {},
    markers: {},
  };
}
