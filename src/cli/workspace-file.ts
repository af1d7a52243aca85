import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { type Workspace, workspaceFile } from '../shared/workspace';

/** Reads what projen left for the API in a folder. @throws UsageError if that is not the folder of an API. */
export function readWorkspace(directory: string, otherwise: string): Workspace {
  const file = path.join(directory, workspaceFile);
  if (!existsSync(file)) throw new UsageError(`there is no ${workspaceFile} in ${directory}; ${otherwise}`, 2);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${file} is damaged; run 'npx projen' to write it again`);
  }
}
