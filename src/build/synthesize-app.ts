import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import type { Workspace } from '../shared/workspace';
import { appEnvironment } from './app-environment';
import { runApp } from './app-program';

/** Where the cloud assembly is written, in the folder of the app. */
const assemblyFolder = 'cdk.out';

/** Runs the CDK app, which leaves its cloud assembly in `cdk.out`; the CDK's command line is not needed for that. */
export async function synthesizeApp(workspace: Workspace, directory: string): Promise<void> {
  const { app } = workspace;
  if (app === undefined) throw new UsageError('this API has no CDK app of its own to synthesize');
  const env = appEnvironment(workspace, directory, path.join(directory, app.directory, assemblyFolder));
  const code = await runApp(workspace, directory, env);
  if (code !== 0) throw new UsageError(`the CDK app in ${app.directory} failed with exit code ${code}`);
}
