import type { Project } from 'projen';
import { folders } from '../shared/packages';
import { pythonPackageNames } from '../shared/python-packages';
import type { ApiPackages } from './packages';

/** Keeps out of git what every build makes: always what is compiled, and generated code unless it is to be committed. */
export function ignoreGenerated(api: Project, packages: ApiPackages, commitGeneratedCode: boolean): void {
  const { infrastructure, runtimes, workspaces } = packages;
  const { model, runtime, documentation, library, handlers, app } = folders;
  api.gitignore.exclude(
    '.type-safe-api/',
    '*.tsbuildinfo',
    `/${model}/.api.json`,
    ...(runtimes.typescript === undefined ? [] : [`/${runtime}/typescript/cjs/`]),
    ...infrastructure.made,
    ...workspaces.flatMap((workspace) => workspace.made),
    `/${handlers}/*/dist/`,
    `/${app}/cdk.out/`,
  );
  if (commitGeneratedCode) {
    // Hosts of git leave such files out of reviews and statistics.
    api.gitattributes.addAttributes('/generated/**', 'linguist-generated');
    return;
  }
  const python =
    runtimes.python === undefined ? [] : [`/${runtime}/python/${pythonPackageNames(api.name).runtimeModule}/`];
  const generated = [...python, ...infrastructure.generated];
  const typescript =
    runtimes.typescript === undefined ? [] : ['types', 'esm'].map((each) => `/${runtime}/typescript/${each}/`);
  api.gitignore.exclude(...typescript, `/${runtime}/*/src/`, ...generated, `/${documentation}/`, `/${library}/*/src/`);
}
