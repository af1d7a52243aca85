import type { Project } from 'projen';
import type { JavaWorkspacePackage } from './java-package';
import type { ModelLanguage } from './language';
import type { PythonWorkspacePackage } from './python-package';
import type { WorkspacePackage } from './workspace-package';

/** The model of an API. */
export interface ApiModel {
  /** The name of the API. */
  readonly apiName: string;
  /** The language of the model. */
  readonly language: ModelLanguage;
  /** The package that the model lives in. */
  readonly project: WorkspacePackage;
  /** The folder of the package, as an absolute path. */
  readonly outdir: string;
  /** The entry document, relative to the folder of the API. */
  readonly specFile: string;
  /** The bundled model, relative to the folder of the API. Every build writes it. */
  readonly parsedSpecFile: string;
}

/** Packages of one kind, by their language. */
export interface LanguagePackages {
  /**
   * The one in TypeScript.
   *
   * @default - not chosen
   */
  readonly typescript?: WorkspacePackage;
  /**
   * The one in Python.
   *
   * @default - not chosen
   */
  readonly python?: PythonWorkspacePackage;
  /**
   * The one in Java.
   *
   * @default - not chosen
   */
  readonly java?: JavaWorkspacePackage;
}

/** Where the generated documentation is, by its format, relative to the folder of the API. */
export interface DocumentationFolders {
  /**
   * The folder with `index.html`.
   *
   * @default - not chosen
   */
  readonly html?: string;
}

/** The generated libraries. */
export interface LibraryPackages {
  /**
   * The hooks for TanStack Query in React.
   *
   * @default - not chosen
   */
  readonly typescriptReactQueryHooks?: WorkspacePackage;
}

/** All packages of an API. */
export interface AllPackages {
  /** Every one. */
  readonly projects: Project[];
  /** The one with the model. */
  readonly model: Project;
  /** The runtime packages. */
  readonly runtimes: Project[];
  /** The infrastructure packages. */
  readonly infrastructure: Project[];
  /** The handler packages. */
  readonly handlers: Project[];
  /** The libraries. */
  readonly libraries: Project[];
}
