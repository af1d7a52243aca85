import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Component } from 'projen';

const tool = path.join(__dirname, '../cli/main.js');

/**
 * Generates code when none was generated here yet, so that editors and monorepos find whole packages, stubs of handlers included, before
 * the first build. From then on builds do it.
 */
export class GenerateOnce extends Component {
  public override postSynthesize(): void {
    const { outdir } = this.project;
    if (existsSync(path.join(outdir, '.type-safe-api'))) return;
    const { status } = spawnSync(process.execPath, [tool, 'generate'], { cwd: outdir, stdio: 'inherit' });
    if (status !== 0) this.project.logger.warn("nothing was generated; mend the model and run 'npx projen build'");
  }
}
