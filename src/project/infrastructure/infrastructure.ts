import type { FileBase, Project } from 'projen';
import type { Step, Workspace } from '../../shared/workspace';
import type { Host } from '../host';
import type { LanguagePackages } from '../members';
import type { TypeSafeApiProjectOptions } from '../options';
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
  /** What the command line is told. */
  readonly workspace: Pick<Workspace, 'python' | 'java' | 'javaPackage'>;
  /** How the app is run. */
  readonly command: readonly string[];
  /** What tells that something is to be installed, where that may be. */
  readonly install?: LanguageInstallation;
  /** Patterns of git, relative to the API, for what builds make: always, and where generated code is not committed. */
  readonly made: readonly string[];
  readonly generated: readonly string[];
  /** What building each of the two leaves in its folder. */
  readonly outputs: { readonly constructs: readonly string[]; readonly app: readonly string[] };
  /** The sample app: files by what is in `assets/workspace`. */
  readonly sample: Readonly<Record<string, string>>;
}

/** How to tell that something is to be installed. */
export interface LanguageInstallation {
  /** Files that say what. */
  readonly files: readonly FileBase[];
  /** What is there once something was installed, relative to the API. */
  readonly made: string;
}

/** Where a language has steps in a build. */
export interface InfrastructureSteps {
  /** Installs what the language needs. */
  readonly install: readonly Step[];
  /** The folders with projects of `tsc -b`. */
  readonly compiled: readonly string[];
  /** Compiles or checks the app and what it is made of. */
  readonly check: readonly Step[];
  /** The steps without which the app cannot run; none for apps that run from their sources alone. */
  readonly needed: readonly string[];
  /** What the app depends on, besides the bundles of the handlers. */
  readonly inputs: readonly string[];
}

/** What an infrastructure is made from. */
export interface InfrastructureProps {
  readonly api: Project;
  /** The project that is the parent of the packages in projen's tree. */
  readonly parent: Project;
  readonly host: Host;
  readonly hasApp: boolean;
  readonly options: TypeSafeApiProjectOptions;
}
