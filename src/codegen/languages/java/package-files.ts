import { type MavenProject, toPom } from '../../../shared/java-packages';
import type { GeneratedFile } from '../../emit/generated-file';

/** `pom.xml`, for workspaces that projen does not manage: created once, and the user's from then on. */
export function* emitPackageFiles(project: MavenProject): Iterable<GeneratedFile> {
  yield { path: 'pom.xml', owner: 'user', text: toPom(project) };
}
