import { folders } from '../shared/packages';
import { handlerBundles, type Step } from '../shared/workspace';
import type { InfrastructureSteps } from './infrastructure';
import type { LanguageSteps } from './language-workspace';

/** What the steps of a build depend on. */
export interface BuildShape {
  /** Whether there is a CDK app to synthesize. */
  readonly app: boolean;
  /** Whether each package is compiled by itself, as a monorepo's graph wants it, or all of them in one go, which is faster. */
  readonly perPackage: boolean;
  /** The lock file of the workspace, relative to the API: with other dependencies, everything is done again. */
  readonly lockFile: string;
  /** Which of the packages in TypeScript there are. */
  readonly typescript: { readonly runtime: boolean; readonly handlers: boolean };
  /** What the language of the infrastructure adds. */
  readonly infrastructure: InfrastructureSteps;
  /** What other languages add. */
  readonly languages: readonly LanguageSteps[];
}

/** The folders of the model, and of packages in TypeScript, relative to the API. */
export const typescriptFolders = {
  model: folders.model,
  runtime: `${folders.runtime}/typescript`,
  handlers: `${folders.handlers}/typescript`,
} as const;

const { app } = folders;
const { model, runtime, handlers } = typescriptFolders;

/** The steps of a build, in order. */
export function buildSteps(shape: BuildShape): Step[] {
  const { languages, typescript } = shape;
  return [
    { name: 'generate', package: model, command: ['type-safe-api', 'generate'], inputs: [], outputs: [] },
    ...languages.flatMap(({ install }) => install),
    ...(typescript.runtime ? [commonJs(shape)] : []),
    ...compile(shape),
    ...(typescript.handlers ? [bundle(shape)] : []),
    ...languages.flatMap(({ check }) => check).map((step) => ({ ...step, inputs: [...step.inputs, shape.lockFile] })),
    ...languages.flatMap((language) => language.bundle),
    ...(typescript.handlers ? [test(shape)] : []),
    ...languages.flatMap((language) => language.test),
    ...(shape.app ? [synthesize(shape)] : []),
  ];
}

function compile(shape: BuildShape): Step[] {
  const folders = compiledPackages(shape);
  if (shape.perPackage) return folders.map((folder) => compilePackage(folder, shape));
  const [first] = folders;
  return first === undefined ? [] : [compileAll(first, shape)];
}

/** The paths of all `tsc -b` projects, for a solution that references them. */
export function compilerProjects(shape: Pick<BuildShape, 'infrastructure' | 'typescript'>): string[] {
  return compiledPackages(shape).map((folder) => `${folder}/tsconfig.json`);
}

/** The packages that the compiler sees, in the order in which they depend on each other. */
function compiledPackages({ infrastructure, typescript }: Pick<BuildShape, 'infrastructure' | 'typescript'>): string[] {
  return [...(typescript.handlers ? [handlers] : []), ...infrastructure.compiled];
}

/** In one go, with the compiler of one of the packages. */
function compileAll(folder: string, shape: BuildShape): Step {
  return {
    name: 'compile',
    package: folder,
    command: ['tsc', '-b', 'tsconfig.json'],
    inputs: ['tsconfig.json', ...compiledPackages(shape).flatMap(sources), ...typesRead(shape), shape.lockFile],
    outputs: compiledPackages(shape).flatMap(libraries),
  };
}

function compilePackage(folder: string, shape: BuildShape): Step {
  return {
    name: `compile:${folder}`,
    package: folder,
    command: ['tsc', '-b', `${folder}/tsconfig.json`],
    inputs: [...compiledPackages(shape).flatMap(sources), ...typesRead(shape), shape.lockFile],
    outputs: libraries(folder),
  };
}

/** What the compiler reads of the runtime, which is not compiled. */
function typesRead({ typescript }: BuildShape): string[] {
  return typescript.runtime ? [`${runtime}/types`, `${runtime}/package.json`] : [];
}

/** The runtime as CommonJS. Nothing of the workspace needs it, so it is only there for what else there is. */
function commonJs(shape: BuildShape): Step {
  return {
    name: 'commonjs',
    package: runtime,
    command: ['type-safe-api', 'commonjs', runtime],
    inputs: [`${runtime}/esm`, shape.lockFile],
    outputs: [`${runtime}/cjs`],
  };
}

function bundle(shape: BuildShape): Step {
  return {
    name: 'bundle:typescript',
    package: handlers,
    command: ['type-safe-api', 'bundle', handlers],
    inputs: [`${handlers}/src`, `${handlers}/package.json`, `${runtime}/esm`, shape.lockFile],
    outputs: [handlerBundles.typescript],
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
      `${runtime}/esm`,
      shape.lockFile,
    ],
    outputs: [],
  };
}

function synthesize({ infrastructure, languages, typescript, lockFile }: BuildShape): Step {
  const bundles = languages.flatMap((language) => language.bundles);
  if (typescript.handlers) bundles.unshift(handlerBundles.typescript);
  const configuration = [`${app}/cdk.json`, `${app}/cdk.context.json`];
  return {
    name: 'synth',
    package: app,
    command: ['type-safe-api', 'synth'],
    inputs: [...infrastructure.inputs(), ...configuration, ...bundles, lockFile],
    outputs: [`${app}/cdk.out/manifest.json`],
  };
}

function sources(folder: string): string[] {
  const tests = folder === handlers ? [`${handlers}/test`] : [];
  return [`${folder}/src`, `${folder}/package.json`, `${folder}/tsconfig.json`, ...tests];
}

function libraries(folder: string): string[] {
  return folder.startsWith('generated/') ? [`${folder}/lib`] : [];
}
