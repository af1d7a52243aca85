import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Project, SampleDir, SampleFile } from 'projen';
import { packageNames } from '../shared/packages';
import { typescriptFolders } from './build-steps';

const assets = path.join(__dirname, '../../assets/workspace');

/** Starts an API with a model and an app, where there are none. They are the user's from then on. */
export function addSampleCode(api: Project, title: string | undefined, hasApp: boolean): void {
  addFolder(api, `${typescriptFolders.model}/src`, title);
  if (!hasApp) return;
  addFolder(api, `${typescriptFolders.app}/src`, title);
  const cdkJson = `${typescriptFolders.app}/cdk.json`;
  new SampleFile(api, cdkJson, { contents: readSample(cdkJson, api.name, title) });
}

/** A file of the sample, made out to an API. */
export function readSample(file: string, name: string, title = toTitle(name)): string {
  return readFileSync(path.join(assets, file), 'utf8')
    .replaceAll('workspace-name-typescript-infra', packageNames(name).infrastructure)
    .replaceAll('workspace-name-typescript-runtime', packageNames(name).runtime)
    .replaceAll('workspace-name', name)
    .replaceAll('WorkspaceTitle', title)
    .replaceAll('WorkspaceName', toTitle(name).replaceAll(/[^A-Za-z0-9]/g, ''));
}

/** The README of a workspace. In the asset, lines that are only for those with an app, or only for those without, end with a mark. */
export function readReadme(name: string, hasApp: boolean): string {
  const others = hasApp ? '<!-- without app -->' : '<!-- with app -->';
  const lines = readSample('README.md', name).split('\n');
  const own = lines.filter((line) => !line.endsWith(others));
  return own.map((line) => line.replace(/ *<!-- with(?:out)? app -->$/, '')).join('\n');
}

function addFolder(api: Project, folder: string, title: string | undefined): void {
  const names = readdirSync(path.join(assets, folder));
  const files = names.map((name) => [name, readSample(`${folder}/${name}`, api.name, title)]);
  new SampleDir(api, folder, { files: Object.fromEntries(files) });
}

/** `pet-shop` is `Pet Shop`; a scope says whose it is, not what. */
function toTitle(name: string): string {
  const words = name.replace(/^@[^/]+\//, '').split(/[^\p{L}\p{N}]+/u);
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return title.trim() || 'Api';
}
