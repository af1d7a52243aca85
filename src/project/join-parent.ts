import { Component, type Project } from 'projen';
import { folders } from '../shared/packages';
import { workspaceFile } from '../shared/workspace';
import { type Host, toolPath } from './host';
import { type ApiPackages, inOrder } from './packages';
import { addToGraph, type GraphParent, groupInGraph, type NodeParent, relative, WorkspaceMembers } from './parent';
import { WorkspaceInstall } from './workspace-install';

/** Adds the packages of an API to the workspace of a parent. */
export function joinWorkspace(api: Project, host: Host, node: NodeParent, packages: ApiPackages): void {
  const members = inOrder(packages);
  node.addPackageIgnore(`/${relative(node.outdir, api.outdir)}/`);
  if (host.graph === undefined) new WorkspaceMembers(node, members);
  new WorkspaceInstall(node, node.package, members);
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
  ) {
    super(graph);
  }

  /** By now the monorepo has given every project its place in the graph. */
  public override preSynthesize(): void {
    const { model, runtime, handlers, infrastructure, app } = this.packages;
    const inputs = [this.inWorkspace(workspaceFile)];
    this.add(
      model,
      [],
      generatedFolders.map((folder) => this.inWorkspace(folder)),
      inputs,
    );
    this.add(runtime, [model], ['{projectRoot}/lib']);
    this.add(handlers, [model, runtime], ['{projectRoot}/dist']);
    this.add(infrastructure, [model, runtime, handlers], ['{projectRoot}/lib']);
    if (app !== undefined) this.add(app, [infrastructure, handlers], ['{projectRoot}/cdk.out']);
    groupInGraph(this.graph, this.api, inOrder(this.packages));
  }

  private add(
    project: Project,
    after: readonly Project[],
    outputs: readonly string[],
    inputs: readonly string[] = [],
  ): void {
    const folder = relative(this.api.outdir, project.outdir);
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
const generatedFolders = [
  `${folders.model}/.api.json`,
  `${folders.runtime}/typescript/src`,
  `${folders.infrastructure}/typescript/src`,
  `${folders.infrastructure}/typescript/assets`,
  folders.documentation,
];
