import { JsonFile, Project } from 'projen';
import { folders } from '../shared/packages';
import { type Step, type Workspace, workspaceFile } from '../shared/workspace';
import { type BuildShape, buildSteps, compilerProjects, typescriptFolders } from './build-steps';
import { type Choices, checkCommandLine, resolveChoices } from './choices';
import { GenerateOnce } from './generate-once';
import { ignoreGenerated } from './generated-code';
import { type Host, hostOf } from './host';
import { buildWithParent, GraphOfPackages, joinWorkspace } from './join-parent';
import type { AllPackages, ApiModel, DocumentationFolders, LanguagePackages, LibraryPackages } from './members';
import type { TypeSafeApiProjectOptions } from './options';
import { type ApiPackages, createPackages, inOrder, listOf } from './packages';
import { makeRootWorkspace } from './root-workspace';
import { addSampleCode } from './sample-code';
import { addTasks } from './tasks';

const bundledModel = `${folders.model}/.api.json`;

/**
 * One API model, and a workspace that keeps the rest in step with it: client, Lambda handlers, CDK constructs, mocks, documentation.
 *
 * Without a parent it is a workspace of its own; below a parent it adds its packages to the parent's workspace.
 *
 * @pjid type-safe-api
 */
export class TypeSafeApiProject extends Project {
  /** The model. */
  public readonly model: ApiModel;
  /** The runtime packages: types, validation, client and handler wrappers. */
  public readonly runtime: LanguagePackages;
  /** The handler packages. */
  public readonly handlers: LanguagePackages;
  /** The packages with the CDK constructs of the API. */
  public readonly infrastructure: LanguagePackages;
  /** The CDK app, where there is one, by its language. */
  public readonly app: LanguagePackages;
  /** The generated libraries. */
  public readonly library: LibraryPackages;
  /** The folders of the generated documentation. */
  public readonly documentation: DocumentationFolders;
  /** All packages. */
  public readonly all: AllPackages;

  constructor(options: TypeSafeApiProjectOptions) {
    const choices = resolveChoices(options);
    checkPlace(options);
    super(options);
    checkCommandLine(this.initProject?.args ?? {}, options);
    const host = hostOf(this, options);
    const packages = createPackages(this, host, choices, options);
    const { infrastructure } = packages;
    this.model = modelOf(this, choices, packages);
    this.runtime = packages.runtimes;
    this.handlers = packages.handlers;
    this.infrastructure = infrastructure.packages;
    this.app = infrastructure.apps;
    this.library = {};
    this.documentation = choices.documentation.length === 0 ? {} : { html: `${folders.documentation}/html` };
    this.all = allOf(packages);

    const steps = this.describe(choices, host, packages, options);
    ignoreGenerated(this, packages, options.commitGeneratedCode ?? false);
    addTasks(this, host, infrastructure, steps);
    // Before anything is installed: generated packages are part of that.
    new GenerateOnce(this);
    if (host.node === undefined) makeRootWorkspace(this, host, packages, choices, options);
    else joinWorkspace(this, host, host.node, packages);
    if (host.graph !== undefined) new GraphOfPackages(this, host, host.graph, packages, steps);
    else if (this.parent !== undefined) buildWithParent(this, host, this.parent);
    if (options.sampleCode ?? true) addSampleCode(this, host, infrastructure, choices, options);
  }

  /** Leaves for the command line what there is to build, and for the compiler what there is to check. */
  private describe(
    choices: Choices,
    host: Host,
    packages: ApiPackages,
    { javaPackage }: TypeSafeApiProjectOptions,
  ): readonly Step[] {
    const { app, command, steps } = packages.infrastructure;
    const shape = shapeOf(packages, host);
    const needed = steps.needed.length === 0 ? {} : { steps: steps.needed };
    const workspace: Workspace = {
      name: this.name,
      model: { file: this.model.specFile, bundle: this.model.parsedSpecFile },
      runtime: choices.runtime,
      handlers: choices.handlers,
      infrastructure: choices.infrastructure,
      ...(choices.mockData === undefined ? {} : { mockData: choices.mockData }),
      documentation: choices.documentation,
      library: choices.library,
      ...(app === undefined ? {} : { app: { directory: folders.app, command, ...needed } }),
      ...(javaPackage === undefined ? {} : { javaPackage }),
      steps: buildSteps(shape),
    };
    // What others add to a package is known when files are written.
    const languages = () => packages.workspaces.map((each) => each.describe());
    new JsonFile(this, workspaceFile, { obj: () => withLanguages(workspace, languages()) });
    const references = compilerProjects(shape).map((path) => ({ path }));
    if (references.length > 0) new JsonFile(this, 'tsconfig.json', { obj: { files: [], references } });
    return workspace.steps;
  }
}

/** The steps come last, which are long. */
function withLanguages({ steps, ...workspace }: Workspace, languages: readonly Partial<Workspace>[]): Workspace {
  return { ...workspace, ...Object.assign({}, ...languages), steps };
}

function shapeOf(
  { infrastructure, runtimes, handlers, workspaces }: ApiPackages,
  { graph, lockFile }: Host,
): BuildShape {
  return {
    app: infrastructure.app !== undefined,
    perPackage: graph !== undefined,
    lockFile,
    typescript: { runtime: runtimes.typescript !== undefined, handlers: handlers.typescript !== undefined },
    infrastructure: infrastructure.steps,
    languages: workspaces.map(({ steps }) => steps),
  };
}

function checkPlace({ parent, outdir }: TypeSafeApiProjectOptions): void {
  if (parent === undefined || (outdir !== undefined && !/^(?:\.\/?)?$/.test(outdir))) return;
  throw new Error("'outdir' must be a folder of its own below the parent, such as 'packages/api'");
}

function modelOf(api: Project, { model }: Choices, packages: ApiPackages): ApiModel {
  return {
    apiName: api.name,
    language: model,
    project: packages.model,
    outdir: packages.model.outdir,
    specFile: `${typescriptFolders.model}/src/main.yaml`,
    parsedSpecFile: bundledModel,
  };
}

function allOf(packages: ApiPackages): AllPackages {
  return {
    projects: inOrder(packages),
    model: packages.model,
    runtimes: listOf(packages.runtimes),
    infrastructure: [packages.infrastructure.constructs],
    handlers: listOf(packages.handlers),
    libraries: [],
  };
}
