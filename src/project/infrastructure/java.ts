import {
  bindingsRepository,
  javaInfrastructureProject,
  javaPackageNames,
  type MavenProject,
} from '../../shared/java-packages';
import { folders } from '../../shared/packages';
import { readToolVersion } from '../../shared/tool-version';
import { BindingsSource, jarOf } from '../bindings';
import { toolFolder } from '../host';
import { MavenModule } from '../java-package';
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
    ...(hasApp ? withApp(props, maven, constructs) : withoutApp),
    members: [],
    command: ['java', `${names.appPackage}.App`],
    made: [],
    generated: [`/${constructsFolder}/src/`],
    outputs: { constructs: ['{projectRoot}/target'], app: ['{projectRoot}/target'] },
    sample: {
      [`app/src/main/java/${names.appPackage.replaceAll('.', '/')}/App.java`]: 'app-java/App.java',
      'app/cdk.json': 'app-java/cdk.json',
    },
  };
}

type AppDependent = Pick<Infrastructure, 'app' | 'apps' | 'steps'>;

/** Those who use the constructs have a build of Maven of their own, of which the package is a module. */
const withoutApp: AppDependent = { apps: {}, steps: { compiled: [], needed: [], inputs: () => [] } };

function withApp(props: InfrastructureProps, maven: MavenProject, constructs: MavenModule): AppDependent {
  const { api, parent, host, options, workspaces } = props;
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
  const build = workspaces.java();
  build.addModule(constructs, constructsFolder);
  build.addApp(app, folders.app, isPacked(props) ? `${toolFolder(host)}/${jarOf(readToolVersion())}` : undefined);
  return {
    app,
    apps: { java: app },
    steps: { compiled: [], needed: ['install:java', 'compile:java'], inputs: () => build.sources },
  };
}

function isPacked({ options }: InfrastructureProps): boolean {
  return (options.infrastructure?.bindings ?? BindingsSource.PACKAGE) === BindingsSource.PACKAGE;
}
