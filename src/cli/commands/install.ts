import { runBuild } from '../../build/run-build';
import { SpecError, UsageError } from '../../shared/diagnostics';
import { readToolVersion } from '../../shared/tool-version';
import { parseOptions } from '../arguments';
import { reportDiagnostics } from '../report';
import { readWorkspace } from '../workspace-file';
import { commands } from './build';

/**
 * `type-safe-api install`: installs what packages in other languages than TypeScript need. Installing npm packages must not fail where Python or a JDK
 * is missing, or where the model has an error, so this says what is wrong, and leaves it to builds to fail.
 */
export async function install(args: readonly string[]): Promise<void> {
  parseOptions(args, {});
  const directory = process.cwd();
  const workspace = readWorkspace(directory, "'install' runs in the folder of an API that projen manages");
  if (!workspace.steps.some(({ name }) => name.startsWith('install:'))) return;
  const log = (line: string) => console.log(line);
  // The packages that are installed are those that are generated.
  const steps = ['generate', 'install'];
  try {
    await runBuild({ directory, workspace, commands, steps, force: false, toolVersion: readToolVersion(), log });
  } catch (error) {
    if (error instanceof SpecError) reportDiagnostics(error.diagnostics);
    else if (error instanceof UsageError) console.error(error.message);
    else throw error;
    console.error("Not everything was installed; 'npx projen build' tries again");
  }
}
