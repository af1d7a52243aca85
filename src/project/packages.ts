import type { Project } from 'projen';
import { folders, type PackageDescription, packageNames } from '../shared/packages';
import type { Choices } from './choices';
import type { Host } from './host';
import { type Infrastructure, infrastructures } from './infrastructure';
import { JavaWorkspace } from './java-workspace';
import { createParts, type Parts } from './language-packages';
import type { LanguageWorkspace } from './language-workspace';
import type { LanguagePackages } from './members';
import type { TypeSafeApiProjectOptions } from './options';
import { relative } from './parent';
import { PythonWorkspace } from './python-workspace';
import { TypeScriptPackage, type WorkspacePackage } from './workspace-package';

/** The packages of an API. */
export interface ApiPackages extends Parts {
  readonly model: WorkspacePackage;
  readonly infrastructure: Infrastructure;
  /** The environments of languages other than TypeScript, where something is run in them. */
  readonly workspaces: readonly LanguageWorkspace[];
}

/** Creates the packages. A monorepo with a graph sees only its direct children, so there they are the monorepo's. */
export function createPackages(
  api: Project,
  host: Host,
  choices: Choices,
  options: TypeSafeApiProjectOptions,
): ApiPackages {
  const parent = host.graph ?? api;
  const made: { python?: PythonWorkspace; java?: JavaWorkspace } = {};
  const workspaces = {
    python: () => (made.python ??= new PythonWorkspace(api)),
    java: () => (made.java ??= new JavaWorkspace(api, options.javaPackage)),
  };
  const model = new TypeScriptPackage({
    parent,
    outdir: `${relative(parent.outdir, api.outdir)}/${folders.model}`,
    packageManager: host.packageManager,
    description: modelPackage(api.name),
  });
  // What is depended on comes first, as the lists of the environments have it.
  const parts = createParts({ api, parent, host, choices, options, workspaces });
  const hasApp = options.app ?? api.parent === undefined;
  const create = infrastructures[choices.infrastructure];
  const infrastructure = create({ api, parent, host, hasApp, options, workspaces });
  return { model, ...parts, infrastructure, workspaces: [made.python, made.java].flatMap((each) => each ?? []) };
}

/** Packages of one kind in the order of their languages. */
export function listOf({ typescript, python, java }: LanguagePackages): Project[] {
  return [typescript, python, java].flatMap((each) => each ?? []);
}

/** The packages in the order in which they depend on each other. */
export function inOrder({ model, runtimes, handlers, infrastructure }: ApiPackages): Project[] {
  const { constructs, app } = infrastructure;
  return [model, ...listOf(runtimes), ...listOf(handlers), constructs, ...(app === undefined ? [] : [app])];
}

/** Those that npm knows, in that order. */
export function npmPackages({ model, runtimes, handlers, infrastructure }: ApiPackages): WorkspacePackage[] {
  return [model, runtimes.typescript, handlers.typescript, ...infrastructure.members].flatMap((each) => each ?? []);
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
