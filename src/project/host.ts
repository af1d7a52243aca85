import { javascript, type Project } from 'projen';
import { toolPackage } from '../shared/packages';
import type { TypeSafeApiProjectOptions } from './options';
import { findNodeParent, type GraphParent, isGraphParent, type NodeParent, relative } from './parent';

/** Where an API lives: in a workspace of its own, or below a parent whose workspace it joins. */
export interface Host {
  /** The project whose `package.json` has the workspaces; none when the API is the root of its own. */
  readonly node?: NodeParent;
  /** The parent, when it orders builds by a graph. */
  readonly graph?: GraphParent;
  readonly packageManager: javascript.NodePackageManager;
  /** The folder with `node_modules`, relative to the API. */
  readonly root: string;
  /** The lock file, relative to the API. */
  readonly lockFile: string;
}

const lockFiles: Readonly<Record<string, string>> = { npm: 'package-lock.json', pnpm: 'pnpm-lock.yaml' };

/** Finds out where an API lives. */
export function hostOf(project: Project, options: TypeSafeApiProjectOptions): Host {
  const node = findNodeParent(project.parent);
  const packageManager = node?.package.packageManager ?? options.packageManager ?? startedWith(project);
  if (packageManager === javascript.NodePackageManager.BUN) {
    throw new Error(
      `'packageManager' is 'bun', which is not supported; available: npm, pnpm, yarn_classic, yarn_berry`,
    );
  }
  const root = relative(project.outdir, node?.outdir ?? project.outdir);
  return {
    ...(node === undefined ? {} : { node }),
    ...(isGraphParent(project.parent) ? { graph: project.parent } : {}),
    packageManager,
    root,
    lockFile: inRoot(root, lockFiles[packageManager] ?? 'yarn.lock'),
  };
}

/** The command line of this package, relative to the API: run with Node, it needs neither a shell nor a search path. */
export function toolPath(host: Pick<Host, 'root'>): string {
  return `${toolFolder(host)}/lib/cli/main.js`;
}

/** This package, relative to the API. */
export function toolFolder({ root }: Pick<Host, 'root'>): string {
  return inRoot(root, `node_modules/${toolPackage}`);
}

function inRoot(root: string, file: string): string {
  return root === '.' ? file : `${root}/${file}`;
}

/** The package manager that `projen new` was started with: `pnpm dlx projen new` makes a workspace for pnpm. */
function startedWith(project: Project): javascript.NodePackageManager {
  const agent = project.initProject === undefined ? '' : (process.env.npm_config_user_agent ?? '');
  if (agent.startsWith('pnpm/')) return javascript.NodePackageManager.PNPM;
  if (agent.startsWith('yarn/1.')) return javascript.NodePackageManager.YARN_CLASSIC;
  if (agent.startsWith('yarn/')) return javascript.NodePackageManager.YARN_BERRY;
  return javascript.NodePackageManager.NPM;
}
