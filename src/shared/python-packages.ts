import type { JsonObject } from './json';
import { packageNames, toolPackage, versions } from './packages';

/** The names of an API's packages in Python. */
export interface PythonPackageNames {
  /** The distribution with the constructs: `pets-python-infra`. */
  readonly infrastructure: string;
  /** What is imported of it: `pets_python_infra`. */
  readonly module: string;
  /** The distribution with the runtime: `pets-python-runtime`. */
  readonly runtime: string;
  /** What is imported of it: `pets_python_runtime`. */
  readonly runtimeModule: string;
  /** The distribution with the Lambda handlers: `pets-python-handlers`. */
  readonly handlers: string;
  /** What is imported of it: `pets_python_handlers`. */
  readonly handlersModule: string;
  /** The CDK app: `pets-app`. */
  readonly app: string;
}

/** The oldest Python that generated code runs with. */
export const pythonVersion = '3.11';

/** Names the packages of an API; a scope becomes a part of the name, and what is neither a letter nor a digit of ASCII becomes a dash. */
export function pythonPackageNames(apiName: string): PythonPackageNames {
  const base = toDistributionName(packageNames(apiName).app.replace(/-app$/, ''));
  const [infrastructure, runtime, handlers] = [
    `${base}-python-infra`,
    `${base}-python-runtime`,
    `${base}-python-handlers`,
  ];
  return {
    ...{ infrastructure, module: toModuleName(infrastructure) },
    ...{ runtime, runtimeModule: toModuleName(runtime) },
    ...{ handlers, handlersModule: toModuleName(handlers) },
    app: `${base}-app`,
  };
}

/**
 * The `pyproject.toml` of the generated constructs, as data: projen and `type-safe-api generate` write it with `toToml`. `package-dir` is what
 * makes an editable installation a line in a `.pth` file, which type checkers and editors follow; an import hook they would not.
 */
export function pythonInfrastructurePackage(apiName: string): JsonObject {
  const { infrastructure, module } = pythonPackageNames(apiName);
  return {
    'build-system': { requires: ['setuptools>=64'], 'build-backend': 'setuptools.build_meta' },
    project: {
      name: infrastructure,
      version: '0.0.0',
      description: `CDK constructs of ${apiName}`,
      'requires-python': `>=${pythonVersion}`,
      dependencies: [
        requirement('aws-cdk-lib', versions['aws-cdk-lib']),
        requirement('constructs', versions.constructs),
        toolPackage,
      ],
    },
    tool: {
      setuptools: {
        packages: [module],
        'package-dir': { '': '.' },
        'package-data': { [module]: ['py.typed', 'assets/*.json'] },
      },
      mypy: { strict: true },
      ruff: { 'line-length': 100 },
    },
  };
}

/** The `pyproject.toml` of the generated runtime, as data. Handlers need neither what clients send requests with nor Powertools. */
export function pythonRuntimePackage(apiName: string): JsonObject {
  const { runtime, runtimeModule } = pythonPackageNames(apiName);
  return {
    'build-system': { requires: ['setuptools>=64'], 'build-backend': 'setuptools.build_meta' },
    project: {
      name: runtime,
      version: '0.0.0',
      description: `Models, checks, handler wrappers and clients of ${apiName}`,
      'requires-python': `>=${pythonVersion}`,
      dependencies: ['pydantic>=2.7,<3', 'typing-extensions>=4.12,<5'],
      'optional-dependencies': {
        client: ['anyio>=4,<5', 'httpx>=0.27,<1'],
        powertools: ['aws-lambda-powertools[tracer]>=3,<4'],
      },
    },
    tool: {
      setuptools: {
        'package-dir': { '': '.' },
        packages: { find: { include: [runtimeModule, `${runtimeModule}.*`] } },
        'package-data': { [runtimeModule]: ['py.typed'] },
      },
      mypy: { strict: true },
      ruff: { 'line-length': 100 },
    },
  };
}

/** The `pyproject.toml` of the Lambda handlers; what users import in them is theirs to add. */
export function pythonHandlersPackage(apiName: string): JsonObject {
  const { handlers, handlersModule, runtime } = pythonPackageNames(apiName);
  return {
    'build-system': { requires: ['setuptools>=64'], 'build-backend': 'setuptools.build_meta' },
    project: {
      name: handlers,
      version: '0.0.0',
      description: `Lambda handlers of ${apiName}`,
      'requires-python': `>=${pythonVersion}`,
      dependencies: [runtime],
    },
    tool: {
      setuptools: {
        'package-dir': { '': '.' },
        packages: { find: { include: [handlersModule, `${handlersModule}.*`] } },
      },
      pytest: { ini_options: { testpaths: ['tests'] } },
      mypy: { strict: true },
      ruff: { 'line-length': 100 },
    },
  };
}

/** `^2.200.0` of npm as Python has it: `aws-cdk-lib>=2.200.0,<3`. */
function requirement(name: string, range: string): string {
  const lowest = range.replace(/^\^/, '');
  return `${name}>=${lowest},<${Number.parseInt(lowest, 10) + 1}`;
}

function toDistributionName(name: string): string {
  return name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'api';
}

/** No name of Python starts with a digit. */
function toModuleName(distribution: string): string {
  const name = distribution.replaceAll('-', '_');
  return /^\d/.test(name) ? `api_${name}` : name;
}
