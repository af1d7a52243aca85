import type { JsonObject } from './json';
import { sourceCondition } from './workspace';

/** A package of a workspace as data: projen and `type-safe-api generate` write the same `package.json` and `tsconfig.json` from it. */
export interface PackageDescription {
  /** Such as `pets-typescript-runtime`. */
  readonly name: string;
  readonly description: string;
  /** `module` or `commonjs`. */
  readonly type: 'module' | 'commonjs';
  /** For packages that other packages import. */
  readonly entry?: PackageEntry;
  readonly scripts: Readonly<Record<string, string>>;
  /** Packages of the same workspace: the version is whatever stands there. */
  readonly siblings: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Those of the peers that nothing needs until it is used. */
  readonly optionalPeers: readonly string[];
  readonly devDependencies: Readonly<Record<string, string>>;
  /** File name to content, `tsconfig.json` first. `references` in them are relative to the package's folder. */
  readonly tsconfigs: Readonly<Record<string, Tsconfig>>;
  /** Other JSON files that the package does not work without, by path. */
  readonly markers: Readonly<Record<string, JsonObject>>;
}

export interface PackageEntry {
  readonly main: string;
  readonly types: string;
  readonly exports: JsonObject;
  /** What is published. */
  readonly files: readonly string[];
  readonly sideEffects: boolean;
}

export interface Tsconfig {
  readonly extends?: string;
  readonly compilerOptions: JsonObject;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly references?: readonly { readonly path: string }[];
}

/** The names of an API's packages. */
export interface PackageNames {
  readonly model: string;
  readonly runtime: string;
  readonly handlers: string;
  readonly infrastructure: string;
  readonly app: string;
}

/** The folders of a workspace, relative to the folder of the API. */
export const folders = {
  model: 'model',
  app: 'app',
  runtime: 'generated/runtime',
  infrastructure: 'generated/infrastructure',
  documentation: 'generated/documentation',
  library: 'generated/libraries',
  handlers: 'handlers',
} as const;

/** The versions that are written wherever one of these is a dependency. */
export const versions = {
  '@aws-lambda-powertools/logger': '^2',
  '@aws-lambda-powertools/metrics': '^2',
  '@aws-lambda-powertools/tracer': '^2',
  '@types/node': '^22',
  'aws-cdk': '^2.1100.0',
  'aws-cdk-lib': '^2.200.0',
  constructs: '^10.4.2',
  esbuild: '^0.28.0',
  tsx: '^4.23.0',
  typescript: '~6.0.3',
  vitest: '^3.2.0',
} as const;

type Versioned = keyof typeof versions;

/** The name of this very package: generated infrastructure imports its constructs. */
export const toolPackage = 'type-safe-api-project';

const powertools = ['logger', 'metrics', 'tracer'].map((tool) => `@aws-lambda-powertools/${tool}` as Versioned);

/** Names the packages of an API; a scope (`@acme/pets`) is kept, and what npm does not allow in a name becomes a dash. */
export function packageNames(apiName: string): PackageNames {
  const base = toPackageName(apiName);
  return {
    model: `${base}-model`,
    runtime: `${base}-typescript-runtime`,
    handlers: `${base}-typescript-handlers`,
    infrastructure: `${base}-typescript-infra`,
    app: `${base}-app`,
  };
}

/**
 * The generated runtime: declarations, ES modules for bundlers, and a copy of these in CommonJS for everything else, which its build makes. No module
 * has a default export, so one set of declarations is right for both formats.
 */
export function runtimePackage(apiName: string): PackageDescription {
  const { runtime } = packageNames(apiName);
  return {
    name: runtime,
    description: `Types, validation, client and handler wrappers of ${apiName}`,
    type: 'commonjs',
    entry: {
      main: './cjs/index.js',
      types: './types/index.d.ts',
      exports: {
        '.': dualExport('index'),
        './testing': dualExport('testing'),
        './interceptors/powertools': dualExport('interceptors/powertools'),
        './package.json': './package.json',
      },
      files: ['types', 'esm', 'cjs'],
      sideEffects: false,
    },
    scripts: { build: 'esbuild "esm/**/*.js" --format=cjs --platform=node --outdir=cjs --log-level=warning' },
    siblings: [],
    dependencies: {},
    peerDependencies: pick(powertools),
    optionalPeers: powertools,
    devDependencies: pick(['@types/node', 'esbuild', 'typescript']),
    tsconfigs: {
      'tsconfig.json': {
        compilerOptions: { ...strictOptions, module: 'node20', skipLibCheck: false, noEmit: true },
        include: ['types'],
        exclude: ['types/interceptors'],
      },
    },
    // Node reads the nearest package.json to tell the module format of a file.
    markers: { 'esm/package.json': { type: 'module', sideEffects: false } },
  };
}

/** The generated constructs of an API. CommonJS, as CDK apps are. */
export function infrastructurePackage(apiName: string): PackageDescription {
  const names = packageNames(apiName);
  return {
    name: names.infrastructure,
    description: `CDK constructs of ${apiName}`,
    type: 'commonjs',
    entry: {
      main: './lib/index.js',
      types: './lib/index.d.ts',
      exports: {
        '.': { [sourceCondition]: './src/index.ts', types: './lib/index.d.ts', default: './lib/index.js' },
        './package.json': './package.json',
      },
      files: ['src', 'lib', 'assets'],
      sideEffects: false,
    },
    scripts: { build: 'tsc -b' },
    siblings: [names.runtime],
    dependencies: {},
    peerDependencies: { ...pick(['aws-cdk-lib', 'constructs']), [toolPackage]: '*' },
    optionalPeers: [],
    devDependencies: pick(['@types/node', 'typescript']),
    tsconfigs: {
      'tsconfig.json': {
        compilerOptions: {
          ...strictOptions,
          module: 'node20',
          composite: true,
          rootDir: 'src',
          outDir: 'lib',
        },
        include: ['src'],
      },
    },
    markers: {},
  };
}

/** The user's handlers. esbuild compiles them, so the compiler only checks. */
export function handlersPackage(apiName: string): PackageDescription {
  const names = packageNames(apiName);
  return {
    name: names.handlers,
    description: `Lambda handlers of ${apiName}`,
    type: 'module',
    scripts: { build: 'tsc -b', bundle: 'type-safe-api bundle', test: 'vitest run' },
    siblings: [names.runtime],
    dependencies: {},
    peerDependencies: {},
    optionalPeers: [],
    devDependencies: pick(['@types/node', 'esbuild', 'typescript', 'vitest']),
    tsconfigs: {
      'tsconfig.json': {
        compilerOptions: {
          ...checkOnlyOptions,
          module: 'preserve',
          moduleResolution: 'bundler',
          types: ['node', 'vitest/globals'],
        },
        include: ['src', 'test'],
      },
    },
    markers: {},
  };
}

/** The CDK app of a root workspace, run with tsx. */
export function appPackage(apiName: string): PackageDescription {
  const names = packageNames(apiName);
  return {
    name: names.app,
    description: `CDK app of ${apiName}`,
    type: 'commonjs',
    scripts: { build: 'tsc -b' },
    siblings: [names.infrastructure],
    dependencies: pick(['aws-cdk-lib', 'constructs']),
    peerDependencies: {},
    optionalPeers: [],
    devDependencies: pick(['@types/node', 'aws-cdk', 'tsx', 'typescript']),
    tsconfigs: {
      'tsconfig.json': {
        compilerOptions: {
          ...checkOnlyOptions,
          module: 'node20',
          rootDir: 'src',
          customConditions: [sourceCondition],
        },
        include: ['src'],
        references: [{ path: '../generated/infrastructure/typescript' }],
      },
    },
    markers: {},
  };
}

/** A `package.json` of a description, for workspaces that projen does not manage; siblings are found by the workspace. */
export function toPackageJson(description: PackageDescription): JsonObject {
  const { name, type, entry, scripts, siblings, peerDependencies, optionalPeers, devDependencies } = description;
  const dependencies = {
    ...Object.fromEntries(siblings.map((sibling) => [sibling, '*'])),
    ...description.dependencies,
  };
  return {
    name,
    version: '0.0.0',
    description: description.description,
    ...(entry === undefined ? { private: true } : {}),
    type,
    ...(entry === undefined ? {} : { ...entry }),
    scripts: { ...scripts },
    ...unlessEmpty('dependencies', dependencies),
    ...unlessEmpty('peerDependencies', peerDependencies),
    ...unlessEmpty('peerDependenciesMeta', optionalMeta(optionalPeers)),
    ...unlessEmpty('devDependencies', devDependencies),
  };
}

const strictOptions: JsonObject = {
  target: 'es2022',
  lib: ['es2023'],
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  declaration: true,
  sourceMap: true,
};

/** For packages that nothing imports: the compiler checks them, and remembers what it checked. */
const checkOnlyOptions: JsonObject = {
  target: 'es2022',
  lib: ['es2023'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  incremental: true,
  tsBuildInfoFile: 'node_modules/.cache/tsconfig.tsbuildinfo',
};

function dualExport(module: string): JsonObject {
  return { types: `./types/${module}.d.ts`, import: `./esm/${module}.js`, require: `./cjs/${module}.js` };
}

function pick(names: readonly Versioned[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, versions[name]]));
}

function optionalMeta(names: readonly string[]): Record<string, JsonObject> {
  return Object.fromEntries(names.map((name) => [name, { optional: true }]));
}

function unlessEmpty(key: string, value: JsonObject): JsonObject {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}

function toPackageName(apiName: string): string {
  const [, scope, base] = /^(?:(@[^/]+)\/)?(.*)$/s.exec(apiName) ?? [];
  const clean = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9._~-]+/g, '-')
      .replace(/^[._-]+|-+$/g, '');
  const name = clean(base ?? '') || 'api';
  return scope === undefined ? name : `@${clean(scope.slice(1))}/${name}`;
}
