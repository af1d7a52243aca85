import { folders } from '../shared/packages';
import type { Step } from '../shared/workspace';

/** What the steps of a build depend on. */
export interface BuildShape {
  /** Whether there is a CDK app to synthesize. */
  readonly app: boolean;
  /** Whether each package is compiled by itself, as a monorepo's graph wants it, or all of them in one go, which is faster. */
  readonly perPackage: boolean;
  /** The lock file of the workspace, relative to the API: with other dependencies, everything is done again. */
  readonly lockFile: string;
}

/** The folders of the packages in TypeScript, relative to the API. */
export const typescriptFolders = {
  model: folders.model,
  runtime: `${folders.runtime}/typescript`,
  handlers: `${folders.handlers}/typescript`,
  infrastructure: `${folders.infrastructure}/typescript`,
  app: folders.app,
} as const;

const { model, runtime, handlers, infrastructure, app } = typescriptFolders;

/** The projects of `tsc -b` that a package consists of. */
const tsconfigs: Readonly<Record<string, readonly string[]>> = {
  [runtime]: [`${runtime}/tsconfig.json`, `${runtime}/tsconfig.cjs.json`],
  [handlers]: [`${handlers}/tsconfig.json`],
  [infrastructure]: [`${infrastructure}/tsconfig.json`],
  [app]: [`${app}/tsconfig.json`],
};

/** The steps of a build, in order. */
export function buildSteps(shape: BuildShape): Step[] {
  return [
    { name: 'generate', package: model, command: ['type-safe-api', 'generate'], inputs: [], outputs: [] },
    ...(shape.perPackage
      ? compiledPackages(shape).map((folder) => compilePackage(folder, shape))
      : [compileAll(shape)]),
    bundle(shape),
    test(shape),
    ...(shape.app ? [synthesize(shape)] : []),
  ];
}

/** The packages that the compiler sees, in the order in which they depend on each other. */
export function compiledPackages(shape: { readonly app: boolean }): string[] {
  return [runtime, handlers, infrastructure, ...(shape.app ? [app] : [])];
}

/** The paths of all `tsc -b` projects, for a solution that references them. */
export function compilerProjects(shape: { readonly app: boolean }): string[] {
  return compiledPackages(shape).flatMap((folder) => tsconfigs[folder] ?? []);
}

function compileAll(shape: BuildShape): Step {
  return {
    name: 'compile',
    // The package that surely has a compiler.
    package: runtime,
    command: ['tsc', '-b', 'tsconfig.json'],
    inputs: ['tsconfig.json', ...compiledPackages(shape).flatMap(sources), shape.lockFile],
    outputs: compiledPackages(shape).flatMap(libraries),
  };
}

function compilePackage(folder: string, shape: BuildShape): Step {
  return {
    name: `compile:${folder}`,
    package: folder,
    command: ['tsc', '-b', ...(tsconfigs[folder] ?? [])],
    inputs: [...compiledPackages(shape).flatMap(sources), shape.lockFile],
    outputs: libraries(folder),
  };
}

function bundle(shape: BuildShape): Step {
  return {
    name: 'bundle:typescript',
    package: handlers,
    command: ['type-safe-api', 'bundle', handlers],
    inputs: [`${handlers}/src`, `${handlers}/package.json`, `${runtime}/src`, shape.lockFile],
    outputs: [`${handlers}/dist/lambda`],
  };
}

function test(shape: BuildShape): Step {
  return {
    name: 'test:typescript',
    package: handlers,
    command: ['vitest', 'run', '--root', handlers, '--passWithNoTests'],
    inputs: [
      ...sources(handlers),
      `${handlers}/test`,
      `${handlers}/vitest.config.ts`,
      `${runtime}/src`,
      shape.lockFile,
    ],
    outputs: [],
  };
}

function synthesize(shape: BuildShape): Step {
  return {
    name: 'synth',
    package: app,
    command: ['type-safe-api', 'synth'],
    inputs: [
      ...sources(app),
      `${app}/cdk.json`,
      `${app}/cdk.context.json`,
      `${infrastructure}/src`,
      `${infrastructure}/assets`,
      `${handlers}/dist/lambda`,
      shape.lockFile,
    ],
    outputs: [`${app}/cdk.out/manifest.json`],
  };
}

function sources(folder: string): string[] {
  const tests = folder === handlers ? [`${handlers}/test`] : [];
  return [`${folder}/src`, `${folder}/package.json`, ...(tsconfigs[folder] ?? []), ...tests];
}

function libraries(folder: string): string[] {
  return folder === runtime || folder === infrastructure ? [`${folder}/lib`] : [];
}
