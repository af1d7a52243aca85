import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import type { Workspace } from '../shared/workspace';
import { appEnvironment } from './app-environment';
import { runNode } from './run-command';

/** Where the cloud assembly is written, in the folder of the app. */
const assemblyFolder = 'cdk.out';

/** Runs the CDK app, which leaves its cloud assembly in `cdk.out`; the CDK's command line is not needed for that. */
export async function synthesizeApp({ app }: Workspace, directory: string): Promise<void> {
  if (app === undefined) throw new UsageError('this API has no CDK app of its own to synthesize');
  const cwd = path.join(directory, app.directory);
  const [program = '', ...args] = app.command;
  if (program !== 'node') throw new UsageError(`the app must be run by 'node', not by '${program}'`);
  const code = await runNode(args, { cwd, env: appEnvironment(cwd, path.join(cwd, assemblyFolder)) });
  if (code !== 0) throw new UsageError(`the CDK app in ${app.directory} failed with exit code ${code}`);
}
