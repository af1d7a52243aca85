import {
  bindingsRepository,
  javaInfrastructureProject,
  javaPackageNames,
  type MavenProject,
  toAggregatorPom,
} from '../../shared/java-packages';
import { folders } from '../../shared/packages';
import { readToolVersion } from '../../shared/tool-version';
import type { JavaModules, Step } from '../../shared/workspace';
import { BindingsSource, jarOf } from '../bindings';
import { toolFolder } from '../host';
import { MavenModule, PomFile } from '../java-package';
import { relative } from '../parent';
import type { Infrastructure, InfrastructureProps } from './infrastructure';

const constructsFolder = `${folders.infrastructure}/java`;

/** An infrastructure in Java: two modules of Maven, the constructs and the app. */
export function javaInfrastructure(props: InfrastructureProps): Infrastructure {
  const { api, parent, host, hasApp, options } = props;
  const { javaPackage } = options;
  const names = javaPackageNames(api.name, javaPackage);
  const whole = javaInfrastructureProject(api.name, { javaPackage, tool: `../../../${toolFolder(host)}` });
  const maven = isPacked(props) ? whole : { ...whole, repositories: {} };
  const outdir = `${relative(parent.outdir, api.outdir)}/${constructsFolder}`;
  const constructs = new MavenModule({ parent, outdir, maven, packageName: names.package });
  constructs.addDeps(...(options.infrastructure?.options?.java?.deps ?? []));
  return {
    constructs,
    packages: { java: constructs },
    ...(hasApp ? withApp(props, maven, constructs) : withoutApp(props)),
    members: [],
    command: ['java', `${names.appPackage}.App`],
    made: ['target/'],
    generated: [`/${constructsFolder}/src/`],
    outputs: { constructs: ['{projectRoot}/target'], app: ['{projectRoot}/target'] },
    sample: {
      [`app/src/main/java/${names.appPackage.replaceAll('.', '/')}/App.java`]: 'app-java/App.java',
      'app/cdk.json': 'app-java/cdk.json',
    },
  };
}

type AppDependent = Pick<Infrastructure, 'app' | 'apps' | 'steps' | 'workspace' | 'install'>;

/** Those who use the constructs have a build of Maven of their own, of which the package is a module. */
function withoutApp(props: InfrastructureProps): AppDependent {
  return {
    apps: {},
    steps: { install: [], compiled: [], check: [], needed: [], inputs: [] },
    workspace: chosenPackage(props),
  };
}

function withApp(props: InfrastructureProps, maven: MavenProject, constructs: MavenModule): AppDependent {
  const { api, parent, host, options } = props;
  const names = javaPackageNames(api.name, options.javaPackage);
  const app = new MavenModule({
    parent,
    outdir: `${relative(parent.outdir, api.outdir)}/${folders.app}`,
    maven: {
      ...maven,
      artifactId: names.app,
      description: `CDK app of ${api.name}`,
      dependencies: { [`${constructs.groupId}:${constructs.artifactId}`]: '0.0.0' },
      repositories: isPacked(props) ? bindingsRepository(`../${toolFolder(host)}`) : {},
    },
    packageName: names.appPackage,
  });
  const aggregator = new PomFile(api, () =>
    toAggregatorPom(names.groupId, `${names.app}-build`, [constructsFolder, folders.app]),
  );
  const poms = ['pom.xml', `${constructsFolder}/pom.xml`, `${folders.app}/pom.xml`];
  const classpath = `${folders.app}/target/classpath.txt`;
  const artifact = isPacked(props) ? { artifact: `${toolFolder(host)}/${jarOf(readToolVersion())}` } : {};
  const java: JavaModules = { poms, app: folders.app, classpath, ...artifact };
  const sources = [...poms, `${constructsFolder}/src`, `${folders.app}/src`, classpath];
  return {
    app,
    apps: { java: app },
    install: { files: [aggregator, constructs.pom, app.pom], made: classpath },
    steps: {
      install: [installStep],
      compiled: [],
      check: [{ ...compileStep, inputs: sources, outputs: [`${folders.app}/target/classes`] }],
      needed: [installStep.name, compileStep.name],
      inputs: sources,
    },
    workspace: { java, ...chosenPackage(props) },
  };
}

const installStep: Step = {
  name: 'install:java',
  package: constructsFolder,
  command: ['type-safe-api', 'install-java'],
  inputs: [],
  outputs: [],
};

const compileStep: Step = {
  name: 'compile:java',
  package: folders.app,
  command: ['type-safe-api', 'compile-java'],
  inputs: [],
  outputs: [],
};

function isPacked({ options }: InfrastructureProps): boolean {
  return (options.infrastructure?.bindings ?? BindingsSource.PACKAGE) === BindingsSource.PACKAGE;
}

function chosenPackage({ options: { javaPackage } }: InfrastructureProps): { readonly javaPackage?: string } {
  return javaPackage === undefined ? {} : { javaPackage };
}
