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
  readonly documentation: readonly string[];
  readonly library: readonly string[];
  /** The CDK app, when this project has one. */
  readonly app?: {
    /** Its folder, where its command runs. */
    readonly directory: string;
    /** What synthesizes it; the cloud assembly goes where CDK_OUTDIR says. */
    readonly command: readonly string[];
  };
  /** The steps of a build, in order. */
  readonly steps: readonly Step[];
}

export const languageNames = ['typescript', 'python', 'java'] as const;
export type LanguageName = (typeof languageNames)[number];

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
