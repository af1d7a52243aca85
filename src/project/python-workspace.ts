import type { Project } from 'projen';
import { folders } from '../shared/packages';
import { pythonPackageNames } from '../shared/python-packages';
import {
  handlerBundles,
  type PythonHandlers,
  pythonEnvironmentFolder,
  pythonLambdaPackages,
  type Step,
  type Workspace,
} from '../shared/workspace';
import type { LanguageInstallation, LanguageSteps, LanguageWorkspace } from './language-workspace';
import type { PythonHandlersOptions } from './options';
import type { PythonDistribution } from './python-package';
import { RequirementsFile, requiredName } from './requirements';

const constraints = 'constraints.txt';
const installed = `${pythonEnvironmentFolder}/.type-safe-api`;
const handlersFolder = `${folders.handlers}/python`;
const bundle = handlerBundles.python;

/** Versions of Python that AWS Lambda has and generated code runs on. */
const lambdaVersions = ['3.11', '3.12', '3.13', '3.14'];
const architectures = ['x86_64', 'arm64'];

/** The environment that all of an API's Python is run and checked in: one, with everything from its sources. */
export class PythonWorkspace implements LanguageWorkspace {
  public readonly made = [
    `/${pythonEnvironmentFolder}/`,
    '__pycache__/',
    '*.egg-info/',
    '.mypy_cache/',
    '.pytest_cache/',
  ];
  private readonly requirements: RequirementsFile;
  private readonly local: string[] = [];
  private readonly fromRegistry: string[] = [];
  private readonly files: string[] = [];
  private readonly distributions: PythonDistribution[] = [];
  private readonly packages: string[] = [];
  private readonly checked: string[] = [];
  private hasApp = false;
  private handlers: (() => PythonHandlers) | undefined;

  constructor(private readonly api: Project) {
    this.requirements = new RequirementsFile(api, this.local, this.fromRegistry);
    this.require('mypy>=1.11,<3');
  }

  /** Installs a package of the API from its sources, with an extra of it if one is named. */
  public addPackage(distribution: PythonDistribution, folder: string, extra?: string): void {
    this.local.push(`--editable ./${folder}${extra === undefined ? '' : `[${extra}]`}`);
    this.files.push(`${folder}/pyproject.toml`);
    this.distributions.push(distribution);
    this.packages.push(folder);
  }

  /** Installs a wheel, by its path. */
  public addWheel(wheel: string): void {
    this.local.unshift(`./${wheel}`);
    this.files.unshift(wheel);
  }

  /** Installs what is in a registry. */
  public require(...requirements: readonly string[]): void {
    this.fromRegistry.push(...requirements);
    this.fromRegistry.sort();
  }

  /** Installs what a user asks for, in place of ours of the same name. */
  public add(requirements: readonly string[]): void {
    this.requirements.add(requirements);
  }

  /** Has the types in some folders checked. */
  public check(...folders: readonly string[]): void {
    this.checked.push(...folders);
  }

  /** Has the app checked. */
  public addApp(folder: string): void {
    this.check(folder);
    this.hasApp = true;
  }

  /** Tests handlers, and packs them for AWS Lambda. @throws Error for a version or an architecture that AWS Lambda has not */
  public addHandlers(
    runtime: PythonDistribution,
    handlers: PythonDistribution,
    options: PythonHandlersOptions = {},
  ): void {
    const { pythonVersion = '3.13', architecture = 'x86_64' } = options;
    refuseOther('pythonVersion', pythonVersion, lambdaVersions);
    refuseOther('architecture', architecture, architectures);
    const names = pythonPackageNames(this.api.name);
    this.require('pytest>=8,<10');
    this.check(handlersFolder);
    this.handlers = () => ({
      directory: handlersFolder,
      modules: [`${folders.runtime}/python/${names.runtimeModule}`, `${handlersFolder}/${names.handlersModule}`],
      requirements: deployed(runtime, handlers),
      pythonVersion,
      architecture,
    });
  }

  public get installation(): LanguageInstallation {
    return { files: [this.requirements, ...this.distributions.map(({ pyproject }) => pyproject)], made: installed };
  }

  /** What the command line is told, when all is known. */
  public describe(): Pick<Workspace, 'python'> {
    const { requirements, files, checked, handlers } = this;
    const described = { requirements: requirements.path, constraints, files, checked };
    return { python: { ...described, ...(handlers === undefined ? {} : { handlers: handlers() }) } };
  }

  public get steps(): LanguageSteps {
    const [first = folders.app] = this.packages;
    const own = (name: string, place: string, inputs: readonly string[], outputs: readonly string[] = []): Step => ({
      name: `${name}:python`,
      package: place,
      command: ['type-safe-api', `${name}-python`],
      inputs,
      outputs,
    });
    const settings = ['mypy.ini', '.mypy.ini', installed];
    const modules = this.handlers?.().modules ?? [];
    // What is packed and what is installed leave folders of their own beside the sources.
    const sources = [...modules, `${handlersFolder}/tests`, `${handlersFolder}/pyproject.toml`];
    const others = this.checked.filter((folder) => folder !== handlersFolder);
    const checked = this.handlers === undefined ? others : [...others, ...sources];
    const check = own('check', this.hasApp ? folders.app : handlersFolder, [...checked, ...settings]);
    return {
      install: [own('install', first, [])],
      check: this.checked.length === 0 ? [] : [check],
      ...(this.handlers === undefined
        ? { bundle: [], test: [], bundles: [] }
        : {
            bundle: [own('bundle', handlersFolder, [...modules, pythonLambdaPackages.stamp], [bundle])],
            test: [own('test', handlersFolder, [...sources, installed])],
            bundles: [bundle, `${bundle}.json`],
          }),
    };
  }
}

/** What is required of registries: of the runtime, what it requires itself, with the extras that the handlers ask for. */
function deployed(runtime: PythonDistribution, handlers: PythonDistribution): string[] {
  const isRuntime = (each: string) => requiredName(each) === requiredName(runtime.packageName);
  const own = handlers.requirements();
  const [, extras = ''] = /\[(.*)\]/.exec(own.find(isRuntime) ?? '') ?? [];
  return [
    ...runtime.requirements(extras.split(',').map((each) => each.trim())),
    ...own.filter((each) => !isRuntime(each)),
  ];
}

function refuseOther(option: string, chosen: string, choices: readonly string[]): void {
  if (choices.includes(chosen)) return;
  throw new Error(
    `'handlers.options.python.${option}' is '${chosen}', which AWS Lambda has not; available: ${choices.join(', ')}`,
  );
}
