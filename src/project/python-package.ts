import { FileBase, type IResolver, Project } from 'projen';
import type { JsonObject } from '../shared/json';
import { toToml } from '../shared/toml';
import { DefinitionOfTheWorkspace, leaveToTheWorkspace } from './member-project';
import { mergeRequirements } from './requirements';

/** A package of an API's workspace in Python, a projen project of its own so that monorepos see it in their graph. */
export abstract class PythonWorkspacePackage extends Project {
  /** What others require: `pets-python-infra`. */
  public abstract readonly packageName: string;
  /** What is imported: `pets_python_infra`. */
  public abstract readonly moduleName: string;

  /**
   * Adds to what the package requires.
   *
   * @param requirements as pip writes them, such as `cdk-nag>=2,<3`; one of a name that is required already takes its place
   */
  public abstract addDeps(...requirements: string[]): void;
}

/** What a package in Python is made of. */
export interface PythonPackageProps {
  /** The project that is the parent in projen's tree. */
  readonly parent: Project;
  /** The package's folder, relative to the parent. */
  readonly outdir: string;
  readonly packageName: string;
  readonly moduleName: string;
}

interface DistributionProject {
  readonly dependencies: readonly string[];
  readonly 'optional-dependencies'?: Readonly<Record<string, readonly string[]>>;
}

/** A package that is a distribution of its own, with a `pyproject.toml`. */
export class PythonDistribution extends PythonWorkspacePackage {
  public readonly packageName: string;
  public readonly moduleName: string;
  /** Its `pyproject.toml`. */
  public readonly pyproject: FileBase;
  private readonly own: string[] = [];
  private readonly definition: JsonObject;

  constructor({ parent, outdir, packageName, moduleName, pyproject }: PythonPackageProps & { pyproject: JsonObject }) {
    super({ parent, outdir, name: packageName });
    new DefinitionOfTheWorkspace(this);
    this.packageName = packageName;
    this.moduleName = moduleName;
    this.definition = pyproject;
    this.pyproject = new PyprojectToml(this, pyproject, () => this.requirements());
    leaveToTheWorkspace(this);
  }

  /** What it requires, with what was added, and with what some of its extras require. */
  public requirements(extras: readonly string[] = []): string[] {
    const { project } = this.definition as unknown as { readonly project: DistributionProject };
    const optional = extras.flatMap((extra) => project['optional-dependencies']?.[extra] ?? []);
    return mergeRequirements([...project.dependencies, ...optional], this.own);
  }

  public addDeps(...requirements: string[]): void {
    this.own.push(...requirements);
    // Said where it is written, not when files are.
    mergeRequirements([], requirements);
  }
}

/** Scripts that are no distribution: what they require is installed with the requirements of the workspace. */
export class PythonScripts extends PythonWorkspacePackage {
  public readonly packageName: string;
  public readonly moduleName: string;

  constructor(
    { parent, outdir, packageName, moduleName }: PythonPackageProps,
    private readonly require: (requirements: readonly string[]) => void,
  ) {
    super({ parent, outdir, name: packageName });
    new DefinitionOfTheWorkspace(this);
    this.packageName = packageName;
    this.moduleName = moduleName;
    leaveToTheWorkspace(this);
  }

  public addDeps(...requirements: string[]): void {
    this.require(requirements);
  }
}

/** `pyproject.toml`, with the requirements that were added. */
class PyprojectToml extends FileBase {
  constructor(
    project: Project,
    private readonly content: JsonObject,
    private readonly requirements: () => string[],
  ) {
    super(project, 'pyproject.toml');
  }

  protected synthesizeContent(_: IResolver): string {
    const { project } = this.content as { readonly project: JsonObject };
    const head = this.marker === undefined ? '' : `# ${this.marker}\n`;
    return `${head}${toToml({ ...this.content, project: { ...project, dependencies: this.requirements() } })}`;
  }
}
