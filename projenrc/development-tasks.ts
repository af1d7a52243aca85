import { Component, JsonFile, type typescript } from 'projen';

const testTimeout = 120_000;

/** The tasks and settings of this repository that projen has no word for. */
export class DevelopmentTasks extends Component {
  constructor(project: typescript.TypeScriptProject) {
    super(project);
    this.runJestOverSwc(project);
    this.addScriptsForFreshClones(project);
    project.compileTask.execArgs(['node', 'projenrc/lazy-constructs.mjs']);
    project.compileTask.execArgs(['node', 'projenrc/bundle-cli.mjs']);
    project.compileTask.execArgs(['node', 'scripts/runtime.mjs']);
    project.testTask.reset('jest --selectProjects unit', { receiveArgs: true });
    this.addBindings(project);
  }

  /** Jest compiles with SWC: the types of tests are checked once, by `tsc -p test`, and not in every worker. */
  private runJestOverSwc(project: typescript.TypeScriptProject): void {
    const shared = {
      rootDir: '.',
      transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
      testPathIgnorePatterns: ['/node_modules/'],
      // What is generated has the compiled runtime in it.
      globalSetup: '<rootDir>/scripts/runtime.mjs',
      modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/dist/', '<rootDir>/samples/', '<rootDir>/.cache/'],
    };
    new JsonFile(project, 'jest.config.json', {
      obj: {
        // Jest has one for all projects and ignores those of a project.
        testTimeout,
        projects: [
          { ...shared, displayName: 'unit', testMatch: ['<rootDir>/test/**/*.test.ts'] },
          { ...shared, displayName: 'slow', testMatch: ['<rootDir>/test/**/*.slow.ts'] },
        ],
      },
      marker: false,
    });
  }

  /** The bindings travel in the npm package, so they are made before it is packed. */
  private addBindings(project: typescript.TypeScriptProject): void {
    const bindings = project.addTask('bindings', {
      description: 'Builds the bindings for Python and Java, unless they are up to date',
      execArgs: ['node', 'scripts/bindings.mjs'],
    });
    project.tasks.tryFind('package:js')?.prependSpawn(bindings);
  }

  /** These run before anything is installed, so they are plain Node scripts and not projen tasks. */
  private addScriptsForFreshClones(project: typescript.TypeScriptProject): void {
    project.setScript('test', 'node scripts/test.mjs');
    project.setScript('try', 'node scripts/try.mjs');
    project.setScript('bench', 'node test/bench/main.mjs');
  }
}

const swcOptions = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
