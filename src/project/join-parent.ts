import type { Project } from 'projen';
import { folders } from '../shared/packages';
import { workspaceFile } from '../shared/workspace';
import { type Host, toolPath } from './host';
import { type ApiPackages, inOrder } from './packages';
import type { NodeParent } from './parent';
import { addToGraph, type GraphParent, relative, WorkspaceMembers } from './parent';
import { WorkspaceInstall } from './workspace-install';

/** Adds the packages of an API to the workspace of a parent. */
export function joinWorkspace(host: Host, node: NodeParent, packages: ApiPackages): void {
  const members = inOrder(packages);
  if (host.graph === undefined) new WorkspaceMembers(node, members);
  new WorkspaceInstall(node, node.package, members);
}

/** Builds an API as part of its parent: its packages come first, so that the parent's own code can use them. */
export function buildWithParent(api: Project, parent: Project): void {
  parent.preCompileTask.exec('npx projen build', { cwd: relative(parent.outdir, api.outdir) });
}

/** Puts the packages of an API into the graph of its parent: model → runtime → handlers → infrastructure → app. */
export function joinGraph(api: Project, host: Host, graph: GraphParent, packages: ApiPackages): void {
  const { model, runtime, handlers, infrastructure, app } = packages;
  const place = relative(graph.outdir, api.outdir);
  const inApi = (file: string) => `{workspaceRoot}/${place}/${file}`;
  const command = (project: Project) =>
    `node ${place}/${toolPath(host)} build --directory ${place} --package ${relative(api.outdir, project.outdir)} --force`;
  const generated = [`${folders.model}/.api.json`, folders.documentation, `${folders.library}`];
  const add = (
    project: Project,
    after: readonly Project[],
    outputs: readonly string[],
    inputs: readonly string[] = [],
  ) => addToGraph(graph, project, after, { command: command(project), inputs, outputs });
  add(
    model,
    [],
    [
      ...generated,
      `${folders.runtime}/typescript/src`,
      `${folders.infrastructure}/typescript/src`,
      `${folders.infrastructure}/typescript/assets`,
    ].map(inApi),
    [inApi(workspaceFile)],
  );
  add(runtime, [model], ['{projectRoot}/lib']);
  add(handlers, [model, runtime], ['{projectRoot}/dist']);
  add(infrastructure, [model, runtime, handlers], ['{projectRoot}/lib']);
  if (app !== undefined) add(app, [infrastructure, handlers], ['{projectRoot}/cdk.out']);
}
