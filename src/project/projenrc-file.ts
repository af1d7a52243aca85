import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type InitProject, javascript, type Project, ProjenrcFile } from 'projen';
import { toolPackage } from '../shared/packages';
import type { LanguageName } from '../shared/workspace';
import { toDependencySpec } from './dependency-spec';

/** The definition of a workspace, in TypeScript: written when `projen new` creates the workspace, and run by `projen`. */
export class ProjenrcTypeScript extends ProjenrcFile {
  public readonly filePath = '.projenrc.ts';

  constructor(
    project: Project,
    private readonly packageManager: javascript.NodePackageManager,
    private readonly infrastructure: LanguageName,
    private readonly handlers: LanguageName,
  ) {
    super(project);
    // Without a pass of the compiler: this runs at the start of every build. Editors check the file.
    project.defaultTask?.execArgs(['node', '--import', 'tsx', this.filePath]);
  }

  public override projectCreation(creation: InitProject): void {
    const file = path.join(this.project.outdir, this.filePath);
    if (!existsSync(file)) writeFileSync(file, this.render(creation));
  }

  private render({ args, type }: InitProject): string {
    const imports = new Map([[toolPackage, new Set([type.typename])]]);
    const lines = [...type.options].sort(byImportance).flatMap(({ name, fqn }) => {
      const value = this.valueToWrite(name, args[name]);
      if (value === undefined) return [];
      // A word for an option that has a type of its own is a member of an enum.
      if (fqn === undefined || typeof value !== 'string') return [`${name}: ${print(value)},`];
      const [module = '', first = ''] = fqn.split('.');
      imports.set(module, (imports.get(module) ?? new Set()).add(first));
      const choice = value.toUpperCase().replaceAll('-', '_');
      return [`${name}: ${fqn.slice(module.length + 1)}.${choice},`];
    });
    return renderFile(type.typename, imports, lines, [
      `handlers.${handlerDependency[this.handlers]}`,
      `app.${appDependency[this.infrastructure]}`,
    ]);
  }

  /** What to write for an option that was given, or not. */
  private valueToWrite(name: string, given: unknown): unknown {
    if (name === 'devDeps' && Array.isArray(given)) return this.dependencies(given);
    // What `projen new` was started with, unless that is the default.
    const isDefault = this.packageManager === javascript.NodePackageManager.NPM;
    return name === 'packageManager' && given === undefined && !isDefault ? this.packageManager : given;
  }

  /** `projen new --from` records where this package came from; a plain name says nothing that is not known. */
  private dependencies(given: readonly unknown[]): unknown {
    const specs = given.map((spec) => toDependencySpec(String(spec), this.project.outdir));
    return specs.every((spec) => spec === toolPackage) ? undefined : specs;
  }
}

function renderFile(
  typename: string,
  imports: ReadonlyMap<string, ReadonlySet<string>>,
  options: readonly string[],
  additions: readonly string[],
): string {
  const importLines = [...imports]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([module, names]) => `import { ${[...names].sort().join(', ')} } from '${module}';`);
  return `${importLines.join('\n')}

// What this workspace consists of. After a change here, run 'npx projen'.
const project = new ${typename}({
${options.map((line) => `  ${line}`).join('\n')}

  // Generated code is made by every build and kept out of git; with this, it is committed:
  // commitGeneratedCode: true,

  // The title of the API, in the model that the workspace starts with:
  // model: { options: { openapi: { title: 'My API' } } },
});

// Every package is a projen project of its own, which can be changed here. To use more packages in handlers and in the app:
${additions.map((addition) => `// project.${addition};`).join('\n')}

project.synth();
`;
}

/** How handlers get a dependency, for example. */
const handlerDependency: Readonly<Record<LanguageName, string>> = {
  typescript: "typescript?.package.addDeps('@aws-sdk/client-dynamodb@^3')",
  python: "python?.addDeps('boto3>=1.40,<2')",
  java: "java?.addDeps('software.amazon.awssdk:dynamodb:2.32.0')",
};

/** How the app gets a dependency, for example. */
const appDependency: Readonly<Record<LanguageName, string>> = {
  typescript: "typescript?.package.addDeps('cdk-nag@^2')",
  python: "python?.addDeps('cdk-nag>=2,<3')",
  java: "java?.addDeps('io.github.cdklabs:cdknag:2.35.0')",
};

/** The name comes first, the rest as the alphabet has it. */
function byImportance(a: { readonly name: string }, b: { readonly name: string }): number {
  if ((a.name === 'name') !== (b.name === 'name')) return a.name === 'name' ? -1 : 1;
  return a.name.localeCompare(b.name);
}

function print(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
  return JSON.stringify(value);
}
