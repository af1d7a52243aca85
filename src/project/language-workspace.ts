import type { FileBase } from 'projen';
import type { Step, Workspace } from '../shared/workspace';

/** What an API has of a language that npm does not install: one environment for all of its packages in that language. */
export interface LanguageWorkspace {
  readonly installation: LanguageInstallation;
  readonly steps: LanguageSteps;
  /** Patterns of git, relative to the API, for what installing and building leaves behind. */
  readonly made: readonly string[];
  /** What the command line is told, when all is known. */
  describe(): Partial<Workspace>;
}

/** How to tell that something is to be installed. */
export interface LanguageInstallation {
  /** Files that say what. */
  readonly files: readonly FileBase[];
  /** What is there once something was installed, relative to the API. */
  readonly made: string;
}

/** Where a language has steps in a build. */
export interface LanguageSteps {
  /** Installs what the language needs. */
  readonly install: readonly Step[];
  /** Compiles or checks the packages. */
  readonly check: readonly Step[];
  /** Packs the handlers for AWS Lambda. */
  readonly bundle: readonly Step[];
  readonly test: readonly Step[];
  /** What is packed, which the app deploys. */
  readonly bundles: readonly string[];
}
