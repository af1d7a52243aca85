import path from 'node:path';
import type { LocalFunction } from '../../assembly/local-app';

/** How the functions of a family of runtimes are run here. */
export interface Runtime {
  /** What the identifiers of the family begin with: `nodejs` of `nodejs22.x`. */
  readonly prefix: string;
  /** The name of the file that inline code is written to; absent where there is none. */
  readonly inlineFile?: string;
  /** Whether code may be an archive. */
  readonly runsArchives: boolean;
  /** Whether the runtime interface client prints the errors of functions; otherwise the gateway does. */
  readonly printsErrors: boolean;
  /**
   * Where the code of a generated function is run from, in place of what is deployed; nothing where that is not made.
   * @param bundle the bundle of the function, absolute
   */
  liveCode(bundle: string): string | undefined;
  /** Why no function of the family runs here; nothing when they do. @param root the folder of the API */
  whyNot(root: string | undefined): string | undefined;
  /** The program that speaks the Runtime API. */
  launch(start: Start): Launch;
}

/** A function that is to be started. */
export interface Start {
  readonly lambda: LocalFunction;
  /** Its folder, or its archive. */
  readonly code: string;
  /** The folder of the API. */
  readonly root: string | undefined;
}

/** A program with its arguments. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  /** Variables that only this runtime needs. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A file of this package; the folder is as deep in src as in lib. */
export function gatewayAsset(name: string): string {
  return path.join(__dirname, '../../../../assets/gateway', name);
}

/** The folder of the handlers whose bundle is at `handlers/<language>/dist/lambda`. */
export function handlersFolder(bundle: string): string | undefined {
  const [, folder] = /^(.*)[\\/]dist[\\/]lambda(?:[\\/]|$)/.exec(bundle) ?? [];
  return folder;
}
