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

/** The `pyproject.toml` of the generated constructs, as data: projen and `type-safe-api generate` write it with `toToml`. */
export function pythonInfrastructurePackage(apiName: string): JsonObject {
  const { infrastructure, module } = pythonPackageNames(apiName);
  return distribution({
    name: infrastructure,
    description: `CDK constructs of ${apiName}`,
    dependencies: [
      requirement('aws-cdk-lib', versions['aws-cdk-lib']),
      requirement('constructs', versions.constructs),
      toolPackage,
    ],
    contents: { packages: [module], 'package-data': { [module]: ['py.typed', 'assets/*.json'] } },
  });
}

/** The `pyproject.toml` of the generated runtime, as data. Handlers need neither what clients send requests with nor Powertools. */
export function pythonRuntimePackage(apiName: string): JsonObject {
  const { runtime, runtimeModule } = pythonPackageNames(apiName);
  return distribution({
    name: runtime,
    description: `Models, checks, handler wrappers and clients of ${apiName}`,
    dependencies: ['pydantic>=2.7,<3', 'typing-extensions>=4.12,<5'],
    extras: {
      client: ['anyio>=4,<5', 'httpx>=0.27,<1'],
      powertools: ['aws-lambda-powertools[tracer]>=3,<4'],
    },
    contents: { ...below(runtimeModule), 'package-data': { [runtimeModule]: ['py.typed'] } },
  });
}

/** The `pyproject.toml` of the Lambda handlers; what users import in them is theirs to add. */
export function pythonHandlersPackage(apiName: string): JsonObject {
  const { handlers, handlersModule, runtime } = pythonPackageNames(apiName);
  return distribution({
    name: handlers,
    description: `Lambda handlers of ${apiName}`,
    dependencies: [runtime],
    contents: below(handlersModule),
    tools: { pytest: { ini_options: { testpaths: ['tests'] } } },
    isGenerated: false,
  });
}

interface Distribution {
  readonly name: string;
  readonly description: string;
  readonly dependencies: readonly string[];
  /** What is required by those who ask for more. */
  readonly extras?: Readonly<Record<string, readonly string[]>>;
  /** What setuptools packs. */
  readonly contents: JsonObject;
  readonly tools?: JsonObject;
  /** Whether its modules are overwritten, unless said otherwise. */
  readonly isGenerated?: boolean;
}

/**
 * A `pyproject.toml`. `package-dir` is what makes an editable installation a line in a `.pth` file, which type checkers and editors follow; an
 * import hook they would not.
 */
function distribution(packaged: Distribution): JsonObject {
  const { name, description, dependencies, extras, contents, tools, isGenerated = true } = packaged;
  return {
    'build-system': { requires: ['setuptools>=64'], 'build-backend': 'setuptools.build_meta' },
    project: {
      ...{ name, version: '0.0.0', description, 'requires-python': `>=${pythonVersion}`, dependencies },
      ...(extras === undefined ? {} : { 'optional-dependencies': extras }),
    },
    tool: {
      setuptools: { 'package-dir': { '': '.' }, ...contents },
      ...tools,
      mypy: { strict: true },
      ruff: {
        'line-length': 100,
        // Operations may have names of any script, and so have their modules.
        lint: { ignore: ['N999'] },
        // What is overwritten would be formatted again and again, where names are longer than lines.
        ...(isGenerated ? { format: { exclude: ['*.py'] } } : {}),
      },
    },
  };
}

/** A module and all below it. */
function below(module: string): JsonObject {
  return { packages: { find: { include: [module, `${module}.*`] } } };
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
