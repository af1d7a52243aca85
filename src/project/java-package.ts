import { FileBase, type IResolver, Project } from 'projen';
import { type MavenProject, toPom } from '../shared/java-packages';
import { DefinitionOfTheWorkspace, leaveToTheWorkspace } from './member-project';

/** A package of an API's workspace in Java, a projen project of its own so that monorepos see it in their graph. */
export abstract class JavaWorkspacePackage extends Project {
  /** Maven's group: `com.example`. */
  public abstract readonly groupId: string;
  /** Maven's name of it: `pets-java-infra`. */
  public abstract readonly artifactId: string;
  /** Its version. */
  public abstract readonly version: string;
  /** The Java package of its classes: `com.example.pets.infra`. */
  public abstract readonly packageName: string;

  /**
   * Adds to what the package depends on.
   *
   * @param coordinates as Maven writes them, `group:artifact:version`; a version of what is depended on already takes the place of that
   */
  public abstract addDeps(...coordinates: string[]): void;
}

/** What a package in Java is made of. */
export interface JavaPackageProps {
  /** The project that is the parent in projen's tree. */
  readonly parent: Project;
  /** The package's folder, relative to the parent. */
  readonly outdir: string;
  readonly maven: MavenProject;
  readonly packageName: string;
}

/** A module of Maven: a `pom.xml`. The workspace builds and installs it. */
export class MavenModule extends JavaWorkspacePackage {
  public readonly groupId: string;
  public readonly artifactId: string;
  public readonly version = '0.0.0';
  public readonly packageName: string;
  /** Its `pom.xml`. */
  public readonly pom: PomFile;
  private readonly own: Record<string, string> = {};
  private readonly forTests: Record<string, string> = {};

  constructor({ parent, outdir, maven, packageName }: JavaPackageProps) {
    super({ parent, outdir, name: maven.artifactId });
    new DefinitionOfTheWorkspace(this);
    this.groupId = maven.groupId;
    this.artifactId = maven.artifactId;
    this.packageName = packageName;
    const { dependencies, testDependencies } = maven;
    this.pom = new PomFile(this, () =>
      toPom({
        ...maven,
        dependencies: { ...dependencies, ...this.own },
        testDependencies: { ...testDependencies, ...this.forTests },
      }),
    );
    leaveToTheWorkspace(this);
  }

  public addDeps(...coordinates: string[]): void {
    addTo(this.own, coordinates);
  }

  /** Adds to what only tests need. */
  public addDevDeps(...coordinates: string[]): void {
    addTo(this.forTests, coordinates);
  }
}

function addTo(dependencies: Record<string, string>, coordinates: readonly string[]): void {
  for (const each of coordinates) {
    const [, name, version] = /^([\w.-]+:[\w.-]+):([^:\s]+)$/.exec(each) ?? [];
    if (name === undefined || version === undefined) {
      throw new Error(`'${each}' is no dependency of Maven; write 'io.github.cdklabs:cdknag:2.35.0', for example`);
    }
    dependencies[name] = version;
  }
}

/** A `pom.xml`. */
export class PomFile extends FileBase {
  constructor(
    project: Project,
    private readonly render: () => string,
  ) {
    super(project, 'pom.xml');
  }

  protected synthesizeContent(_: IResolver): string {
    const text = this.render();
    // An XML declaration has to come first.
    return this.marker === undefined ? text : text.replace('\n', `\n<!-- ${this.marker} -->\n`);
  }
}
