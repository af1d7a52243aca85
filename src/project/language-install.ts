import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Component, type javascript, type Project } from 'projen';
import { type Host, toolPath } from './host';
import type { LanguageInstallation } from './language-workspace';
import { relative } from './parent';

/**
 * Has the installation of a workspace install what other languages than TypeScript need as well: one command, once, for everything. Where the
 * files that say what to install are others than before, that is done at once.
 */
export class LanguageInstall extends Component {
  private wasInstalled = true;

  constructor(
    root: Project,
    private readonly rootPackage: javascript.NodePackage,
    private readonly api: Project,
    private readonly host: Host,
    private readonly installations: readonly LanguageInstallation[],
  ) {
    super(root);
    const options = api === root ? {} : { cwd: relative(root.outdir, api.outdir) };
    for (const task of [rootPackage.installTask, rootPackage.installCiTask]) {
      task.execArgs(['node', toolPath(host), 'install'], options);
    }
  }

  public override preSynthesize(): void {
    this.wasInstalled = existsSync(path.join(this.project.outdir, 'node_modules'));
  }

  public override postSynthesize(): void {
    // The packages of npm were installed just now, and this with them.
    if (!this.wasInstalled || this.rootPackage.file.changed === true) return;
    const { outdir } = this.api;
    const isDone = ({ files, made }: LanguageInstallation) =>
      existsSync(path.join(outdir, made)) && !files.some(({ changed }) => changed === true);
    if (this.installations.every(isDone)) return;
    const tool = path.join(outdir, toolPath(this.host));
    // Without the packages of npm there is nothing to install from; installing them does this, too.
    if (existsSync(tool)) spawnSync(process.execPath, [tool, 'install'], { cwd: outdir, stdio: 'inherit' });
  }
}
