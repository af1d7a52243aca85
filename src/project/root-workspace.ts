import { javascript, type Project, SampleReadme } from 'projen';
import { toolPackage, versions } from '../shared/packages';
import type { Choices } from './choices';
import { toDependencySpec } from './dependency-spec';
import type { Host } from './host';
import { LanguageInstall } from './language-install';
import type { TypeSafeApiProjectOptions } from './options';
import { type ApiPackages, npmPackages } from './packages';
import { relative, sameTool } from './parent';
import { ProjenrcTypeScript } from './projenrc-file';
import { readReadme } from './sample-code';
import { WorkspaceInstall } from './workspace-install';

const { PNPM, YARN_CLASSIC } = javascript.NodePackageManager;

/** Makes the API the root of a workspace of its own: one `package.json` with workspaces, one install. */
export function makeRootWorkspace(
  api: Project,
  host: Host,
  packages: ApiPackages,
  choices: Choices,
  options: TypeSafeApiProjectOptions,
): javascript.NodePackage {
  const { infrastructure } = packages;
  const members = npmPackages(packages);
  const workspaces = members.map(({ outdir }) => relative(api.outdir, outdir));
  const rootPackage = new javascript.NodePackage(api, {
    packageManager: host.packageManager,
    entrypoint: '',
    licensed: false,
    npmProvenance: false,
    minNodeVersion: '20.19.0',
    peerDependencyOptions: { pinnedDevDependency: false },
    pnpmOptions: { workspaceYamlOptions: { packages: workspaces, overrides: sameTool } },
    yarnBerryOptions: { yarnRcOptions: { nodeLinker: javascript.YarnNodeLinker.NODE_MODULES } },
  });
  rootPackage.addField('private', true);
  // Yarn's first version has no such list, and runs the scripts of all packages.
  if (host.packageManager !== YARN_CLASSIC) rootPackage.addAllowedScripts('esbuild');
  if (host.packageManager === PNPM) {
    // A version here makes pnpm fetch itself in that version, which needs a network and goes wrong behind some registries.
    rootPackage.addField('packageManager', undefined);
  } else {
    rootPackage.addField('workspaces', workspaces);
  }
  const own = (options.devDeps ?? []).map((spec) => toDependencySpec(spec, api.outdir));
  rootPackage.addDevDeps('projen', toolPackage, ...tools, ...own);
  new WorkspaceInstall(api, rootPackage, members);
  const installations = packages.workspaces.map(({ installation }) => installation);
  if (installations.length > 0) new LanguageInstall(api, rootPackage, api, host, installations);
  const { runtime, handlers, infrastructure: language } = choices;
  const app = infrastructure.app !== undefined;
  const { javaPackage } = options;
  new SampleReadme(api, { contents: readReadme({ name: api.name, javaPackage, app, language, runtime, handlers }) });
  if (api.parent === undefined) new ProjenrcTypeScript(api, host.packageManager, language, handlers[0] ?? language);
  return rootPackage;
}

/** What the tasks of the root run. */
const tools = (['aws-cdk', 'tsx', 'typescript'] as const).map((name) => `${name}@${versions[name]}`);
