import type { Project } from 'projen';
import { javaHandlersProject, javaPackageNames, javaRuntimeProject } from '../shared/java-packages';
import { folders, handlersPackage, type PackageDescription, runtimePackage } from '../shared/packages';
import { pythonHandlersPackage, pythonPackageNames, pythonRuntimePackage } from '../shared/python-packages';
import type { LanguageName } from '../shared/workspace';
import type { Choices } from './choices';
import type { Host } from './host';
import type { LanguageWorkspaces } from './infrastructure';
import { MavenModule } from './java-package';
import type { LanguagePackages } from './members';
import type { TypeSafeApiProjectOptions } from './options';
import { relative } from './parent';
import { PythonDistribution } from './python-package';
import { TypeScriptPackage } from './workspace-package';

/** What the runtimes and handlers of an API are made from. */
export interface LanguagePackagesProps {
  readonly api: Project;
  /** The project that is the parent of the packages in projen's tree. */
  readonly parent: Project;
  readonly host: Host;
  readonly choices: Choices;
  readonly options: TypeSafeApiProjectOptions;
  readonly workspaces: LanguageWorkspaces;
}

/** Runtimes and handlers, by their language. */
export interface Parts {
  readonly runtimes: LanguagePackages;
  readonly handlers: LanguagePackages;
}

/** Creates the runtimes and the handlers of an API. */
export function createParts(props: LanguagePackagesProps): Parts {
  const parts = props.choices.runtime.map((language) => creators[language](props));
  const merge = (packages: readonly LanguagePackages[]): LanguagePackages => Object.assign({}, ...packages);
  return { runtimes: merge(parts.map((part) => part.runtimes)), handlers: merge(parts.map((part) => part.handlers)) };
}

const creators: Readonly<Record<LanguageName, (props: LanguagePackagesProps) => Parts>> = {
  typescript: createTypeScript,
  python: createPython,
  java: createJava,
};

function createTypeScript(props: LanguagePackagesProps): Parts {
  const { api, parent, host, choices, options } = props;
  const create = (folder: string, description: PackageDescription, own = {}) =>
    new TypeScriptPackage({
      ...{ parent, description, options: own, packageManager: host.packageManager },
      outdir: placeOf(props, folder),
    });
  const { runtime, handlers } = options;
  return {
    runtimes: {
      typescript: create(`${folders.runtime}/typescript`, runtimePackage(api.name), runtime?.options?.typescript),
    },
    handlers: choices.handlers.includes('typescript')
      ? {
          typescript: create(
            `${folders.handlers}/typescript`,
            handlersPackage(api.name),
            handlers?.options?.typescript,
          ),
        }
      : {},
  };
}

function createPython(props: LanguagePackagesProps): Parts {
  const { api, parent, choices, options, workspaces } = props;
  const names = pythonPackageNames(api.name);
  const [runtimeFolder, handlersFolder] = [`${folders.runtime}/python`, `${folders.handlers}/python`];
  const runtime = new PythonDistribution({
    ...{ parent, packageName: names.runtime, moduleName: names.runtimeModule },
    pyproject: pythonRuntimePackage(api.name),
    outdir: placeOf(props, runtimeFolder),
  });
  runtime.addDeps(...(options.runtime?.options?.python?.deps ?? []));
  // Those who use a runtime alone have an environment of their own.
  if (!choices.handlers.includes('python')) return { runtimes: { python: runtime }, handlers: {} };
  const handlers = new PythonDistribution({
    ...{ parent, packageName: names.handlers, moduleName: names.handlersModule },
    pyproject: pythonHandlersPackage(api.name),
    outdir: placeOf(props, handlersFolder),
  });
  const own = options.handlers?.options?.python;
  handlers.addDeps(...(own?.deps ?? []));
  const environment = workspaces.python();
  // With the client, so that tests and scripts here can call the API; AWS Lambda gets what handlers require.
  environment.addPackage(runtime, runtimeFolder, 'client');
  environment.addPackage(handlers, handlersFolder);
  environment.addHandlers(runtime, handlers, own);
  environment.add([...(own?.devDeps ?? []), ...(options.runtime?.options?.python?.devDeps ?? [])]);
  return { runtimes: { python: runtime }, handlers: { python: handlers } };
}

function createJava(props: LanguagePackagesProps): Parts {
  const { api, parent, choices, options, workspaces } = props;
  const { javaPackage } = options;
  const names = javaPackageNames(api.name, javaPackage);
  const [runtimeFolder, handlersFolder] = [`${folders.runtime}/java`, `${folders.handlers}/java`];
  const runtime = new MavenModule({
    ...{ parent, packageName: names.runtimePackage, maven: javaRuntimeProject(api.name, { javaPackage }) },
    outdir: placeOf(props, runtimeFolder),
  });
  runtime.addDeps(...(options.runtime?.options?.java?.deps ?? []));
  if (!choices.handlers.includes('java')) return { runtimes: { java: runtime }, handlers: {} };
  const handlers = new MavenModule({
    ...{ parent, packageName: names.handlersPackage, maven: javaHandlersProject(api.name, { javaPackage }) },
    outdir: placeOf(props, handlersFolder),
  });
  const own = options.handlers?.options?.java;
  handlers.addDeps(...(own?.deps ?? []));
  handlers.addDevDeps(...(own?.devDeps ?? []));
  const build = workspaces.java();
  build.addModule(runtime, runtimeFolder);
  build.addHandlers(handlers);
  return { runtimes: { java: runtime }, handlers: { java: handlers } };
}

function placeOf({ api, parent }: LanguagePackagesProps, folder: string): string {
  return `${relative(parent.outdir, api.outdir)}/${folder}`;
}
