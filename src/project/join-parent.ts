import path from 'node:path';
import { Component, type Project } from 'projen';
import { folders, versions } from '../shared/packages';
import { pythonPackageNames } from '../shared/python-packages';
import { type Step, workspaceFile } from '../shared/workspace';
import { type Host, toolPath } from './host';
import { LanguageInstall } from './language-install';
import { type ApiPackages, inOrder, listOf, npmPackages } from './packages';
import { addToGraph, type GraphParent, groupInGraph, type NodeParent, relative, WorkspaceMembers } from './parent';
import { WorkspaceInstall } from './workspace-install';

/** Adds the packages of an API to the workspace of a parent. */
export function joinWorkspace(api: Project, host: Host, node: NodeParent, packages: ApiPackages): void {
  const { infrastructure } = packages;
  const members = npmPackages(packages);
  node.addPackageIgnore(`/${relative(node.outdir, api.outdir)}/`);
  if (host.graph === undefined) new WorkspaceMembers(node, members);
  new WorkspaceInstall(node, node.package, members);
  // Apps that are packages of npm have the CDK's command line among their own dependencies.
  if (infrastructure.app !== undefined && infrastructure.apps.typescript === undefined) {
    node.package.addDevDeps(`aws-cdk@${versions['aws-cdk']}`);
  }
  const installations = packages.workspaces.map(({ installation }) => installation);
  if (installations.length > 0) new LanguageInstall(node, node.package, api, host, installations);
}

/** Builds an API as part of its parent: its packages come first, so that the parent's own code can use them. */
export function buildWithParent(api: Project, host: Host, parent: Project): void {
  parent.preCompileTask.execArgs(['node', toolPath(host), 'build'], { cwd: relative(parent.outdir, api.outdir) });
}

/** Puts the packages of an API into the graph of its parent: model → runtime → handlers → infrastructure → app. */
export class GraphOfPackages extends Component {
  constructor(
    private readonly api: Project,
    private readonly host: Host,
    private readonly graph: GraphParent,
    private readonly packages: ApiPackages,
    private readonly steps: readonly Step[],
  ) {
    super(graph);
  }

  /** By now the monorepo has given every project its place in the graph. */
  public override preSynthesize(): void {
    const { model, infrastructure } = this.packages;
    const { constructs, app, outputs } = infrastructure;
    const [runtimes, handlers] = [listOf(this.packages.runtimes), listOf(this.packages.handlers)];
    const made = generatedFolders(this.api, this.packages).map((folder) => this.inWorkspace(folder));
    this.add(model, [], made, [this.inWorkspace(workspaceFile)]);
    for (const runtime of runtimes) this.add(runtime, [model], ['{projectRoot}/cjs']);
    for (const handler of handlers) {
      const own = runtimes.filter((runtime) => languageOf(runtime) === languageOf(handler));
      this.add(handler, [model, ...own], ['{projectRoot}/dist']);
    }
    this.add(constructs, [model, ...runtimes, ...handlers], outputs.constructs);
    if (app !== undefined) this.add(app, [constructs, ...handlers], ['{projectRoot}/cdk.out', ...outputs.app]);
    groupInGraph(this.graph, this.api, inOrder(this.packages));
  }

  private add(
    project: Project,
    after: readonly Project[],
    outputs: readonly string[],
    inputs: readonly string[] = [],
  ): void {
    const folder = relative(this.api.outdir, project.outdir);
    if (!this.steps.some((step) => step.package === folder)) {
      groupInGraph(this.graph, project, after);
      return;
    }
    // The monorepo decides what is up to date.
    const command = `node ${toolPath(this.host)} build --package ${folder} --force`;
    addToGraph(this.graph, project, after, { cwd: this.place, command, inputs, outputs });
  }

  private inWorkspace(file: string): string {
    return `{workspaceRoot}/${this.place}/${file}`;
  }

  private get place(): string {
    return relative(this.graph.outdir, this.api.outdir);
  }
}

/** What building the model writes, relative to the API. */
function generatedFolders({ name }: Project, { infrastructure, runtimes }: ApiPackages): string[] {
  const constructs = infrastructure.generated.map((pattern) => pattern.replace(/^\//, '').replace(/\/$/, ''));
  const sources = [
    ...(runtimes.typescript === undefined
      ? []
      : ['types', 'esm'].map((each) => `${folders.runtime}/typescript/${each}`)),
    ...(runtimes.python === undefined ? [] : [`${folders.runtime}/python/${pythonPackageNames(name).runtimeModule}`]),
    ...(runtimes.java === undefined ? [] : [`${folders.runtime}/java/src`]),
  ];
  return [`${folders.model}/.api.json`, ...sources, ...constructs, folders.documentation];
}

/** The language of a package is the name of its folder. */
function languageOf({ outdir }: Project): string {
  return path.basename(outdir);
}
