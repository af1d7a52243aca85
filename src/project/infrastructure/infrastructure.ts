import type { Project } from 'projen';
import type { Host } from '../host';
import type { JavaWorkspace } from '../java-workspace';
import type { LanguagePackages } from '../members';
import type { TypeSafeApiProjectOptions } from '../options';
import type { PythonWorkspace } from '../python-workspace';
import type { WorkspacePackage } from '../workspace-package';

/** What the language of an API's infrastructure decides. */
export interface Infrastructure {
  /** The package with the constructs. */
  readonly constructs: Project;
  /** The CDK app, where there is one. */
  readonly app?: Project;
  /** Those two for users, by language. */
  readonly packages: LanguagePackages;
  readonly apps: LanguagePackages;
  /** Those of the two that npm knows. */
  readonly members: readonly WorkspacePackage[];
  readonly steps: InfrastructureSteps;
  /** How the app is run. */
  readonly command: readonly string[];
  /** Patterns of git, relative to the API, for what builds make: always, and where generated code is not committed. */
  readonly made: readonly string[];
  readonly generated: readonly string[];
  /** What building each of the two leaves in its folder. */
  readonly outputs: { readonly constructs: readonly string[]; readonly app: readonly string[] };
  /** The sample app: files by what is in `assets/workspace`. */
  readonly sample: Readonly<Record<string, string>>;
}

/** What a build has to know of an infrastructure. */
export interface InfrastructureSteps {
  /** The folders with projects of `tsc -b`. */
  readonly compiled: readonly string[];
  /** The steps without which the app cannot run; none for apps that run from their sources alone. */
  readonly needed: readonly string[];
  /** What the app depends on, besides the bundles of the handlers; asked for when all packages are there. */
  inputs(): readonly string[];
}

/** The environments of the languages that have one; each is made when it is first asked for. */
export interface LanguageWorkspaces {
  python(): PythonWorkspace;
  java(): JavaWorkspace;
}

/** What an infrastructure is made from. */
export interface InfrastructureProps {
  readonly api: Project;
  /** The project that is the parent of the packages in projen's tree. */
  readonly parent: Project;
  readonly host: Host;
  readonly hasApp: boolean;
  readonly options: TypeSafeApiProjectOptions;
  readonly workspaces: LanguageWorkspaces;
}
