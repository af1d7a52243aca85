import type { Project } from 'projen';
import {
  appPackage,
  handlersPackage,
  infrastructurePackage,
  type PackageDescription,
  packageNames,
  runtimePackage,
} from '../shared/packages';
import { typescriptFolders } from './build-steps';
import type { Host } from './host';
import type { TypeSafeApiProjectOptions, TypeScriptPackageOptions } from './options';
import { relative } from './parent';
import { TypeScriptPackage, type WorkspacePackage } from './workspace-package';

/** The packages of an API. */
export interface ApiPackages {
  readonly model: WorkspacePackage;
  readonly runtime: WorkspacePackage;
  readonly handlers: WorkspacePackage;
  readonly infrastructure: WorkspacePackage;
  readonly app?: WorkspacePackage;
}

/** Creates the packages. A monorepo with a graph sees only its direct children, so there they are the monorepo's. */
export function createPackages(api: Project, host: Host, options: TypeSafeApiProjectOptions): ApiPackages {
  const parent = host.graph ?? api;
  const create = (
    kind: keyof typeof typescriptFolders,
    description: PackageDescription,
    own?: TypeScriptPackageOptions,
  ) =>
    new TypeScriptPackage({
      parent,
      outdir: `${relative(parent.outdir, api.outdir)}/${typescriptFolders[kind]}`,
      packageManager: host.packageManager,
      description,
      ...(own === undefined ? {} : { options: own }),
    });
  const hasApp = options.app ?? api.parent === undefined;
  return {
    model: create('model', modelPackage(api.name)),
    runtime: create('runtime', runtimePackage(api.name), options.runtime?.options?.typescript),
    handlers: create('handlers', handlersPackage(api.name), options.handlers?.options?.typescript),
    infrastructure: create(
      'infrastructure',
      infrastructurePackage(api.name),
      options.infrastructure?.options?.typescript,
    ),
    ...(hasApp ? { app: create('app', appPackage(api.name)) } : {}),
  };
}

/** The packages in the order in which they depend on each other. */
export function inOrder({ model, runtime, handlers, infrastructure, app }: ApiPackages): WorkspacePackage[] {
  return [model, runtime, handlers, infrastructure, ...(app === undefined ? [] : [app])];
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
