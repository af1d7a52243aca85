import { existsSync } from 'node:fs';
import path from 'node:path';
import { Component, type javascript, type Project } from 'projen';
import type { WorkspacePackage } from './workspace-package';

/** Installs a workspace, once, when the `package.json` of one of its packages changed. Its own `package.json` is looked after by projen. */
export class WorkspaceInstall extends Component {
  private wasInstalled = true;

  constructor(
    root: Project,
    private readonly rootPackage: javascript.NodePackage,
    private readonly members: readonly WorkspacePackage[],
  ) {
    super(root);
  }

  public override preSynthesize(): void {
    this.wasInstalled = existsSync(path.join(this.project.outdir, 'node_modules'));
  }

  public override postSynthesize(): void {
    const isInstalledAnyway = !this.wasInstalled || this.rootPackage.file.changed === true;
    if (isInstalledAnyway || !this.members.some((member) => member.package.file.changed)) return;
    const { installTask, installCiTask } = this.rootPackage;
    this.project.logger.info('Installing dependencies of packages that changed...');
    this.project.tasks.runTask(process.env.CI ? installCiTask.name : installTask.name);
  }
}
