import path from 'node:path';
import { appEnvironment } from '../build/app-environment';
import { withoutOurs } from '../build/app-output';
import { appProgram } from '../build/app-program';
import { captureProgram } from '../build/run-command';
import { UsageError } from '../shared/diagnostics';
import type { JsonObject } from '../shared/json';
import type { Workspace } from '../shared/workspace';

/** Where the assembly that is served goes, apart from the one that is deployed. */
export const servedAssembly = '.type-safe-api/cdk.out';

/** Code runs where it lies, and folders of buckets have the names of constructs. */
const context: JsonObject = {
  'aws:cdk:disable-asset-staging': true,
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
};

/**
 * Runs the CDK app for the local gateway.
 * @throws UsageError with what the app printed when it fails.
 */
export async function synthesize(workspace: Workspace, directory: string, signal?: AbortSignal): Promise<void> {
  const { app } = workspace;
  if (app === undefined) throw new UsageError('this API has no CDK app of its own, so there is nothing to serve');
  const cwd = path.join(directory, app.directory);
  const { code, printed } = await captureProgram(appProgram(workspace, directory), {
    cwd,
    env: appEnvironment(workspace, directory, path.join(directory, servedAssembly), context),
    ...(signal === undefined ? {} : { signal }),
  });
  if (code !== 0) throw new UsageError(`the CDK app in ${app.directory} failed:\n${withoutOurs(printed, directory)}`);
}
