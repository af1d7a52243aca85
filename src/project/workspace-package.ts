import { JsonFile, javascript, Project } from 'projen';
import type { PackageDescription } from '../shared/packages';
import { DefinitionOfTheWorkspace, leaveToTheWorkspace } from './member-project';
import type { TypeScriptPackageOptions } from './options';

/** A package of an API's workspace that npm knows, a projen project of its own so that others can depend on it and monorepos see it in their graph. */
export abstract class WorkspacePackage extends Project {
  /** Its `package.json`: `package.packageName` is what others depend on, and `package.addDeps` adds to it. */
  public abstract readonly package: javascript.NodePackage;
}

/** What a package of a workspace is made of. */
export interface TypeScriptPackageProps {
  /** The project that is the parent in projen's tree. */
  readonly parent: Project;
  /** The package's folder, relative to the parent. */
  readonly outdir: string;
  readonly packageManager: javascript.NodePackageManager;
  readonly description: PackageDescription;
  readonly options?: TypeScriptPackageOptions;
}

/** A package written in TypeScript: a `package.json` and what the compiler needs. The workspace builds, tests and installs it. */
export class TypeScriptPackage extends WorkspacePackage {
  public readonly package: javascript.NodePackage;

  constructor({ parent, outdir, packageManager, description, options = {} }: TypeScriptPackageProps) {
    super({ parent, outdir, name: description.name });
    new DefinitionOfTheWorkspace(this);
    this.package = new MemberPackage(this, {
      packageName: description.name,
      description: description.description,
      packageManager,
      entrypoint: description.entry?.main ?? '',
      licensed: false,
      npmProvenance: false,
      addPackageManagerToDevEngines: false,
      peerDependencyOptions: { pinnedDevDependency: false },
    });
    this.describe(description);
    this.package.addDeps(...(options.deps ?? []));
    this.package.addDevDeps(...(options.devDeps ?? []));
    for (const [file, obj] of Object.entries(description.tsconfigs)) new JsonFile(this, file, { obj });
    this.package.addField('scripts', undefined);
    leaveToTheWorkspace(this);
  }

  private describe(description: PackageDescription): void {
    const { type, entry, siblings, dependencies, peerDependencies, optionalPeers, devDependencies } = description;
    const sibling = siblingVersion(this.package.packageManager);
    this.package.addField('type', type);
    if (entry === undefined) this.package.addField('private', true);
    for (const field of ['types', 'exports', 'files', 'sideEffects'] as const) {
      if (entry !== undefined) this.package.addField(field, entry[field]);
    }
    this.package.addDeps(...siblings.map((name) => `${name}@${sibling}`), ...specs(dependencies));
    this.package.addPeerDeps(...specs(peerDependencies));
    this.package.addDevDeps(...specs(devDependencies));
    if (optionalPeers.length > 0) {
      const optional = optionalPeers.map((name) => [name, { optional: true }]);
      this.package.addField('peerDependenciesMeta', Object.fromEntries(optional));
    }
  }
}

/** The `package.json` of a package that its workspace installs. */
export class MemberPackage extends javascript.NodePackage {
  /** Nothing: the workspace installs, once, for all of its packages. */
  public override postSynthesize(): void {}
}

/** Packages of a workspace depend on each other by what stands there; how to say so differs. */
export function siblingVersion(packageManager: javascript.NodePackageManager): string {
  const { PNPM, YARN2, YARN_BERRY } = javascript.NodePackageManager;
  return [PNPM, YARN2, YARN_BERRY].includes(packageManager) ? 'workspace:*' : '0.0.0';
}

function specs(dependencies: Readonly<Record<string, string>>): string[] {
  return Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
}
