import type { Project } from 'projen';
import { folders } from '../shared/packages';
import type { Infrastructure } from './infrastructure';

/** Keeps out of git what every build makes: always what is compiled, and generated code unless it is to be committed. */
export function ignoreGenerated(api: Project, infrastructure: Infrastructure, commitGeneratedCode: boolean): void {
  const { model, runtime, documentation, library, handlers, app } = folders;
  api.gitignore.exclude(
    '.type-safe-api/',
    '*.tsbuildinfo',
    `/${model}/.api.json`,
    `/${runtime}/*/lib/`,
    ...infrastructure.made,
    `/${handlers}/*/dist/`,
    `/${app}/cdk.out/`,
  );
  if (commitGeneratedCode) {
    // Hosts of git leave such files out of reviews and statistics.
    api.gitattributes.addAttributes('/generated/**', 'linguist-generated');
    return;
  }
  api.gitignore.exclude(`/${runtime}/*/src/`, ...infrastructure.generated, `/${documentation}/`, `/${library}/*/src/`);
}
