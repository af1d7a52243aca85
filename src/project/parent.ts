import path from 'node:path';
import { Component, javascript, type Project } from 'projen';
import { toolPackage } from '../shared/packages';

/** What is needed of a parent that has a `package.json`: projen's Node projects and whatever extends them. */
export interface NodeParent extends Project {
  readonly package: javascript.NodePackage;
}

/** What is needed of a monorepo with a graph: `NxMonorepoProject` of `@aws-prototyping-sdk/nx-monorepo`, the monorepos of `@aws/pdk`. */
export interface GraphParent extends Project {
  addImplicitDependency(dependent: Project, dependee: Project): void;
}

/** What is needed of the component that such a monorepo gives to every project. */
interface GraphNode {
  readonly includedScripts: string[];
  setTarget(name: string, target: object): void;
}

/** True for parents that order builds by a graph. Parents are told by their shape: they may come from other copies of their packages. */
export function isGraphParent(parent: Project | undefined): parent is GraphParent {
  return (
    parent !== undefined && 'addImplicitDependency' in parent && typeof parent.addImplicitDependency === 'function'
  );
}

/** The nearest project above that has a `package.json`. */
export function findNodeParent(project: Project | undefined): NodeParent | undefined {
  if (project === undefined) return undefined;
  return isNodeParent(project) ? project : findNodeParent(project.parent);
}

function isNodeParent(project: Project): project is NodeParent {
  if (!('package' in project)) return false;
  const candidate = project.package;
  return (
    typeof candidate === 'object' && candidate !== null && 'packageManager' in candidate && 'addField' in candidate
  );
}

/** A target of a monorepo's graph. */
export interface GraphTarget {
  /** The folder that the command runs in, relative to the monorepo. */
  readonly cwd: string;
  readonly command: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Puts a package into the graph of a monorepo: what it is built after, and how it is built. */
export function addToGraph(
  parent: GraphParent,
  project: Project,
  after: readonly Project[],
  target: GraphTarget,
): void {
  for (const dependee of after) parent.addImplicitDependency(project, dependee);
  const node = project.components.find(isGraphNode);
  // Only 'build': the packages have no tasks of projen's that a monorepo could run.
  node?.includedScripts.push('build');
  node?.setTarget('build', {
    executor: 'nx:run-commands',
    options: { command: target.command, cwd: target.cwd },
    inputs: ['default', '^default', ...target.inputs],
    outputs: target.outputs,
    dependsOn: ['^build'],
  });
}

/** Makes a project stand for others in a graph: to build it is to build them. */
export function groupInGraph(parent: GraphParent, project: Project, members: readonly Project[]): void {
  for (const member of members) parent.addImplicitDependency(project, member);
  const node = project.components.find(isGraphNode);
  // Not 'build': the monorepo would add a command to it, and there is nothing to run.
  node?.includedScripts.push('dev');
  node?.setTarget('build', { executor: 'nx:noop', dependsOn: ['^build'] });
}

function isGraphNode(component: Component): component is Component & GraphNode {
  return 'setTarget' in component && 'includedScripts' in component && Array.isArray(component.includedScripts);
}

/** For pnpm, which would look for this package in a registry even when the workspace has it from somewhere else. */
export const sameTool = { [toolPackage]: `$${toolPackage}` };

/** Adds packages to the workspaces of a project whose author need not know of them. */
export class WorkspaceMembers extends Component {
  constructor(
    private readonly root: NodeParent,
    private readonly members: readonly Project[],
  ) {
    super(root);
  }

  public override preSynthesize(): void {
    const folders = this.members.map(({ outdir }) => relative(this.root.outdir, outdir));
    if (this.root.package.packageManager === javascript.NodePackageManager.PNPM) {
      // Bundling needs it; and projen does not write the file at all when there is nothing in it but what is added here.
      this.root.package.addAllowedScripts('esbuild');
      const file = this.root.tryFindObjectFile('pnpm-workspace.yaml');
      file?.addToArray('packages', ...folders);
      file?.addOverride('overrides', sameTool);
      // So that the parent may depend on a package by its name alone.
      file?.addOverride('linkWorkspacePackages', true);
    } else {
      const declared: unknown = Reflect.get(this.root.package.manifest, 'workspaces');
      const isList = declared === undefined || Array.isArray(declared);
      this.root.package.file.addToArray(isList ? 'workspaces' : 'workspaces.packages', ...folders);
    }
  }
}

/** A path from one folder to another, as files and commands write it. */
export function relative(from: string, to: string): string {
  return path.relative(from, to).split(path.sep).join('/') || '.';
}
