import { type Project, ProjenrcFile } from 'projen';
import { relative } from './parent';

/** Files that every projen project has, and that a package does not need when its workspace has them. */
const filesOfTheWorkspace = [
  '.gitattributes',
  '.gitignore',
  '.projen/tasks.json',
  '.projen/deps.json',
  '.projen/files.json',
];

/** Leaves a package to its workspace, which builds, tests and installs it. */
export function leaveToTheWorkspace(member: Project): void {
  // A package with an install task would be installed by itself, by monorepos that look for one.
  member.removeTask('install');
  member.removeTask('install:ci');
  for (const file of filesOfTheWorkspace) member.tryRemoveFile(file);
  // Without a list of its files, projen would read all of the package to find what it generated.
  member.addExcludeFromCleanup('**');
}

/** Tells the marks of generated files where their definition is. */
export class DefinitionOfTheWorkspace extends ProjenrcFile {
  public readonly filePath = `${relative(this.project.outdir, this.project.root.outdir)}/.projenrc.ts`;
}
