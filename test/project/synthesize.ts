import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Project } from 'projen';

/** Folders that tests wrote to, for {@link removeFolders}. */
const made: string[] = [];

/** An empty folder. */
export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'project-test-'));
  made.push(folder);
  return folder;
}

/** Removes the folders of a test. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What a project wrote; nothing is installed or generated. */
export interface Written {
  exists(file: string): boolean;
  text(file: string): string;
  json<T = Record<string, unknown>>(file: string): T;
}

/** Writes the files of a project. */
export function synthesize(project: Project): Written {
  process.env.PROJEN_DISABLE_POST = 'true';
  project.synth();
  const at = (file: string) => path.join(project.outdir, file);
  const text = (file: string) => readFileSync(at(file), 'utf8');
  return { exists: (file) => existsSync(at(file)), text, json: (file) => JSON.parse(text(file)) };
}
