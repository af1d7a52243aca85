import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './diagnostics';
import { type Workspace, workspaceFile } from './workspace';

/** Reads what projen left in the folder of an API. @throws UsageError when the folder is not one. */
export function readWorkspace(directory: string, command: string): Workspace {
  const file = path.join(directory, workspaceFile);
  if (!existsSync(file)) {
    throw new UsageError(
      `there is no ${workspaceFile} in ${directory}; '${command}' runs in the folder of an API that projen manages`,
    );
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
