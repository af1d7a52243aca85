import type { MockData } from './mock-data';

/**
 * What projen knows of one API and the CLI needs to know: written by TypeSafeApiProject to `.projen/type-safe-api.json` in the
 * folder of the API, read by `type-safe-api generate`, `build` and `dev`. All paths are relative to that folder, with `/`.
 */
export interface Workspace {
  /** The name of the API: the prefix of its packages' names. */
  readonly name: string;
  readonly model: {
    /** The entry document, such as `model/src/main.yaml`. */
    readonly file: string;
    /** Where the bundled model is written, `model/.api.json`. */
    readonly bundle: string;
  };
  readonly runtime: readonly LanguageName[];
  readonly handlers: readonly LanguageName[];
  readonly infrastructure: LanguageName;
  /** The Java package that generated Java lives below; derived from the name if absent. */
  readonly javaPackage?: string;
  /** How mocks are made; as by default if absent. */
  readonly mockData?: MockData;
  readonly documentation: readonly string[];
  readonly library: readonly string[];
  /** The CDK app, when this project has one. */
  readonly app?: {
    /** Its folder, where its command runs. */
    readonly directory: string;
    /** What synthesizes it; the cloud assembly goes where CDK_OUTDIR says. `node`, `python` and `java` are those of the workspace. */
    readonly command: readonly string[];
    /** The steps without which the command cannot run: what its language installs and compiles. */
    readonly steps?: readonly string[];
  };
  /** What an app or handlers in Python need. */
  readonly python?: PythonEnvironment;
  /** What an app or handlers in Java need. */
  readonly java?: JavaModules;
  /** The steps of a build, in order. */
  readonly steps: readonly Step[];
}

/** What pip installs into the virtual environment `.venv` in the folder of the API. */
export interface PythonEnvironment {
  /** What to install: `requirements.txt`. */
  readonly requirements: string;
  /** The versions that were installed, which are kept to from then on: `constraints.txt`. */
  readonly constraints: string;
  /** Files that are installed, such as wheels: with another content they are installed again. */
  readonly files: readonly string[];
  /** The folders that the type checker looks at. */
  readonly checked: readonly string[];
  /** The Lambda handlers, where there are some. */
  readonly handlers?: PythonHandlers;
}

/** Lambda handlers in Python. */
export interface PythonHandlers {
  /** The folder of the package. */
  readonly directory: string;
  /** The folders of the modules that are deployed. */
  readonly modules: readonly string[];
  /** What they require, as pip writes it: deployed beside them. */
  readonly requirements: readonly string[];
  /** The version of Python on AWS Lambda, such as `3.13`. */
  readonly pythonVersion: string;
  /** That of AWS Lambda: `x86_64` or `arm64`. */
  readonly architecture: string;
}

/** Where an install puts the packages that handlers in Python are deployed with, and what tells that they are what is asked for. */
export const pythonLambdaPackages = {
  folder: '.type-safe-api/lambda/python-packages',
  stamp: '.type-safe-api/lambda/python-packages.stamp',
} as const;

/** What Maven builds. */
export interface JavaModules {
  /** The `pom.xml` of the workspace, and those of its modules. */
  readonly poms: readonly string[];
  /** The folder of the app's module, where there is one. */
  readonly app?: string;
  /** The folder of the handlers' module, where there is one. */
  readonly handlers?: string;
  /** The jar of the constructs that travels in this package; absent when a registry has it. */
  readonly artifact?: string;
}

/** The virtual environment of a workspace in Python, in the folder of the API. */
export const pythonEnvironmentFolder = '.venv';

/** Where the class path of a module of Maven is written, in its folder, when Maven has resolved it. */
export const javaClassPathFile = 'target/classpath.txt';

/** What tells that an install was done, and with what. */
export const javaStampFile = '.type-safe-api/java-modules';

/** Where an install puts the runtime interface client of AWS, which the local gateway runs functions of a language with. */
export function runtimeClientFolder(language: LanguageName): string {
  return `.type-safe-api/lambda/${language}`;
}

/** Where the class path of that client is written. */
export const javaClientClassPathFile = `${runtimeClientFolder('java')}/classpath.txt`;

export const languageNames = ['typescript', 'python', 'java'] as const;
export type LanguageName = (typeof languageNames)[number];

/** What handlers are packed into: a folder with one bundle each in TypeScript, and one bundle for all of them in Python and Java. */
export const handlerBundles: Readonly<Record<LanguageName, string>> = {
  typescript: 'handlers/typescript/dist/lambda',
  python: 'handlers/python/dist/lambda',
  java: 'handlers/java/dist/lambda/handlers.jar',
};

/** One step of a build: skipped while none of its inputs changed since it last succeeded and its outputs are there. */
export interface Step {
  /** Unique among the steps: `generate`, `compile`, `bundle:typescript`, `test:typescript`, `synth`. */
  readonly name: string;
  /** The package the step belongs to, as a folder: `generated/runtime/typescript`, or `.`. */
  readonly package: string;
  /** The command and its arguments; no shell. A first word `type-safe-api` runs in this very process. */
  readonly command: readonly string[];
  /** Files and folders that the result depends on; a step without any decides for itself whether there is something to do. */
  readonly inputs: readonly string[];
  /** Files and folders that must exist for the step to be skipped. */
  readonly outputs: readonly string[];
}

/** Where projen leaves the description, in the folder of the API. */
export const workspaceFile = '.projen/type-safe-api.json';

/** The export condition under which generated packages resolve to their TypeScript sources, so that nothing need be built first. */
export const sourceCondition = 'type-safe-api-source';
