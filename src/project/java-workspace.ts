import type { Project } from 'projen';
import { javaPackageNames, toAggregatorPom } from '../shared/java-packages';
import { folders } from '../shared/packages';
import {
  handlerBundles,
  type JavaModules,
  javaClassPathFile,
  javaStampFile,
  type Step,
  type Workspace,
} from '../shared/workspace';
import { type MavenModule, PomFile } from './java-package';
import type { LanguageInstallation, LanguageSteps, LanguageWorkspace } from './language-workspace';

const handlersFolder = `${folders.handlers}/java`;
const bundle = handlerBundles.java;

interface Module {
  readonly folder: string;
  readonly module: MavenModule;
}

/** One build of Maven for all of an API's Java. */
export class JavaWorkspace implements LanguageWorkspace {
  public readonly made = ['target/'];
  private readonly modules: Module[] = [];
  private readonly aggregator: PomFile;
  private app: string | undefined;
  private handlers: string | undefined;
  private artifact: string | undefined;

  constructor(api: Project, javaPackage: string | undefined) {
    const names = javaPackageNames(api.name, javaPackage);
    this.aggregator = new PomFile(api, () =>
      toAggregatorPom(
        names.groupId,
        `${names.app}-build`,
        this.modules.map(({ folder }) => folder),
      ),
    );
  }

  /** Makes a module part of the build, after those that it depends on. */
  public addModule(module: MavenModule, folder: string): void {
    this.modules.push({ module, folder });
  }

  /** Has the app compiled. @param artifact the jar of the constructs that travels in the npm package; absent where a registry has it */
  public addApp(module: MavenModule, folder: string, artifact: string | undefined): void {
    this.addModule(module, folder);
    this.app = folder;
    this.artifact = artifact;
  }

  /** Has handlers compiled, tested and packed. */
  public addHandlers(module: MavenModule): void {
    this.addModule(module, handlersFolder);
    this.handlers = handlersFolder;
  }

  public get installation(): LanguageInstallation {
    const runs = this.app ?? this.handlers ?? '.';
    return {
      files: [this.aggregator, ...this.modules.map(({ module }) => module.pom)],
      made: `${runs}/${javaClassPathFile}`,
    };
  }

  /** What the command line is told. */
  public describe(): Pick<Workspace, 'java'> {
    const { app, handlers, artifact } = this;
    const java: JavaModules = {
      poms: this.poms,
      ...(app === undefined ? {} : { app }),
      ...(handlers === undefined ? {} : { handlers }),
      ...(artifact === undefined ? {} : { artifact }),
    };
    return { java };
  }

  public get steps(): LanguageSteps {
    const { app, handlers } = this;
    const own = (name: string, place: string, inputs: readonly string[], outputs: readonly string[] = []): Step => ({
      name: `${name}:java`,
      package: place,
      command: ['type-safe-api', `${name}-java`],
      inputs,
      outputs,
    });
    const runs = [app, handlers].flatMap((folder) => folder ?? []);
    const classes = runs.map((folder) => `${folder}/target/classes`);
    const tests = [...this.sources, `${handlersFolder}/src/test`];
    return {
      install: [own('install', this.modules[0]?.folder ?? '.', [])],
      check: [own('compile', app ?? handlersFolder, this.sources, classes)],
      ...(handlers === undefined
        ? { bundle: [], test: [], bundles: [] }
        : {
            bundle: [own('bundle', handlers, this.sources, [bundle])],
            test: [own('test', handlers, tests)],
            bundles: [bundle],
          }),
    };
  }

  /** What is compiled, and with what. */
  public get sources(): string[] {
    return [...this.poms, ...this.modules.map(({ folder }) => `${folder}/src/main`), javaStampFile];
  }

  private get poms(): string[] {
    return ['pom.xml', ...this.modules.map(({ folder }) => `${folder}/pom.xml`)];
  }
}
