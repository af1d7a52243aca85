import type { JsonObject } from '../../../shared/json';
import { toToml } from '../../../shared/toml';
import type { GeneratedFile } from '../../emit/generated-file';

/** `pyproject.toml`, for workspaces that projen does not manage: created once, and the user's from then on. */
export function pyproject(description: JsonObject): GeneratedFile {
  return { path: 'pyproject.toml', owner: 'user', text: toToml(description) };
}
