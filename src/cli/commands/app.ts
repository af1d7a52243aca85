import { existsSync } from 'node:fs';
import path from 'node:path';
import { languageEnvironment } from '../../build/app-environment';
import { runApp } from '../../build/app-program';
import { prepareApp } from '../../build/run-build';
import { UsageError } from '../../shared/diagnostics';
import { readToolVersion } from '../../shared/tool-version';
import { workspaceFile } from '../../shared/workspace';
import { parseOptions } from '../arguments';
import { readWorkspace } from '../workspace-file';

/** `type-safe-api app`: runs the CDK app as the CDK's command line wants it, which has set up the environment. */
export async function app(args: readonly string[]): Promise<void> {
  parseOptions(args, {});
  const directory = folderOfApi(process.cwd());
  const workspace = readWorkspace(
    directory,
    "'app' runs in the folder of an API that projen manages, or in that of its app",
  );
  if (workspace.app === undefined) throw new UsageError('this API has no CDK app of its own');
  // The CDK's command line may read what is printed.
  const log = (line: string) => console.error(line);
  await prepareApp({ workspace, directory, toolVersion: readToolVersion(), log });
  const code = await runApp(workspace, directory, { ...process.env, ...languageEnvironment(directory) });
  if (code !== 0) throw new UsageError(`the CDK app ended with exit code ${code}`);
}

/** The nearest folder, from one upwards, that projen left a description of an API in; the one itself when there is none. */
function folderOfApi(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, workspaceFile))) return folder;
    if (folder === path.dirname(folder)) return from;
  }
}
