import { type PackageDescription, toPackageJson } from '../../../shared/packages';
import type { GeneratedFile } from '../../emit/generated-file';

/** `package.json` and the like, for workspaces that projen does not manage: created once, and the user's from then on. */
export function* emitPackageFiles(description: PackageDescription): Iterable<GeneratedFile> {
  yield userFile('package.json', toPackageJson(description));
  for (const [path, tsconfig] of Object.entries(description.tsconfigs)) yield userFile(path, tsconfig);
  for (const [path, content] of Object.entries(description.markers)) {
    yield { path, owner: 'generated', text: toText(content) };
  }
}

function userFile(path: string, content: object): GeneratedFile {
  return { path, owner: 'user', text: toText(content) };
}

function toText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
