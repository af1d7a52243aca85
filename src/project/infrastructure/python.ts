import { folders, versions } from '../../shared/packages';
import { pythonInfrastructurePackage, pythonPackageNames } from '../../shared/python-packages';
import { readToolVersion } from '../../shared/tool-version';
import { BindingsSource, wheelOf, wheelRequirement } from '../bindings';
import { toolFolder } from '../host';
import { relative } from '../parent';
import { PythonDistribution, PythonScripts } from '../python-package';
import type { PythonWorkspace } from '../python-workspace';
import type { Infrastructure, InfrastructureProps } from './infrastructure';

const constructsFolder = `${folders.infrastructure}/python`;

/** An infrastructure in Python: a distribution, an app that is a script, and an environment that both are run in. */
export function pythonInfrastructure(props: InfrastructureProps): Infrastructure {
  const { api, parent, hasApp, options } = props;
  const { infrastructure: packageName, module: moduleName } = pythonPackageNames(api.name);
  const constructs = new PythonDistribution({
    ...{ parent, packageName, moduleName, pyproject: pythonInfrastructurePackage(api.name) },
    outdir: `${relative(parent.outdir, api.outdir)}/${constructsFolder}`,
  });
  constructs.addDeps(...(options.infrastructure?.options?.python?.deps ?? []));
  const module = `${constructsFolder}/${moduleName}`;
  return {
    constructs,
    packages: { python: constructs },
    ...(hasApp ? withApp(props, constructs, module) : withoutApp),
    members: [],
    command: ['python', 'app.py'],
    made: [],
    generated: [`/${module}/`],
    outputs: { constructs: [], app: [] },
    sample: { 'app/app.py': 'app-python/app.py', 'app/cdk.json': 'app-python/cdk.json' },
  };
}

type AppDependent = Pick<Infrastructure, 'app' | 'apps' | 'steps'>;

/** Those who use the constructs have an environment of their own. */
const withoutApp: AppDependent = { apps: {}, steps: { compiled: [], needed: [], inputs: () => [] } };

function withApp(props: InfrastructureProps, constructs: PythonDistribution, module: string): AppDependent {
  const { api, parent, workspaces } = props;
  const environment = workspaces.python();
  addRequirements(props, environment);
  environment.addPackage(constructs, constructsFolder);
  environment.addApp(folders.app);
  environment.check(module);
  const outdir = `${relative(parent.outdir, api.outdir)}/${folders.app}`;
  const app = new PythonScripts(
    { parent, outdir, packageName: pythonPackageNames(api.name).app, moduleName: 'app' },
    (added) => environment.add(added),
  );
  const { made: installed } = environment.installation;
  return {
    app,
    apps: { python: app },
    steps: { compiled: [], needed: ['install:python'], inputs: () => [folders.app, module, installed] },
  };
}

function addRequirements({ host, options }: InfrastructureProps, environment: PythonWorkspace): void {
  const version = readToolVersion();
  const isPacked = (options.infrastructure?.bindings ?? BindingsSource.PACKAGE) === BindingsSource.PACKAGE;
  if (isPacked) environment.addWheel(`${toolFolder(host)}/${wheelOf(version)}`);
  else environment.require(wheelRequirement(version));
  environment.require(...fromRegistry);
  environment.add(options.infrastructure?.options?.python?.devDeps ?? []);
}

/** What an app imports. */
const fromRegistry = [
  `aws-cdk-lib>=${versions['aws-cdk-lib'].slice(1)},<3`,
  `constructs>=${versions.constructs.slice(1)},<11`,
];
