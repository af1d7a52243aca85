import { folders, versions } from '../../shared/packages';
import { pythonInfrastructurePackage, pythonPackageNames } from '../../shared/python-packages';
import { readToolVersion } from '../../shared/tool-version';
import { pythonEnvironmentFolder, type Step } from '../../shared/workspace';
import { BindingsSource, wheelOf, wheelRequirement } from '../bindings';
import { toolFolder } from '../host';
import { relative } from '../parent';
import { PythonDistribution, PythonScripts } from '../python-package';
import { RequirementsFile } from '../requirements';
import type { Infrastructure, InfrastructureProps } from './infrastructure';

const constructsFolder = `${folders.infrastructure}/python`;
const constraints = 'constraints.txt';

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
    made: [`/${pythonEnvironmentFolder}/`, '__pycache__/', '*.egg-info/'],
    generated: [`/${module}/`],
    outputs: { constructs: [], app: [] },
    sample: { 'app/app.py': 'app-python/app.py', 'app/cdk.json': 'app-python/cdk.json' },
  };
}

type AppDependent = Pick<Infrastructure, 'app' | 'apps' | 'steps' | 'workspace' | 'install'>;

/** Those who use the constructs have an environment of their own. */
const withoutApp: AppDependent = {
  apps: {},
  steps: { install: [], compiled: [], check: [], needed: [], inputs: [] },
  workspace: {},
};

function withApp(props: InfrastructureProps, constructs: PythonDistribution, module: string): AppDependent {
  const { api, parent } = props;
  const { files, requirements } = createRequirements(props);
  const outdir = `${relative(parent.outdir, api.outdir)}/${folders.app}`;
  const app = new PythonScripts(
    { parent, outdir, packageName: pythonPackageNames(api.name).app, moduleName: 'app' },
    (added) => requirements.add(added),
  );
  const environment = { requirements: requirements.path, constraints, files, module };
  const installed = `${pythonEnvironmentFolder}/.type-safe-api`;
  return {
    app,
    apps: { python: app },
    install: { files: [requirements, constructs.pyproject], made: installed },
    steps: {
      install: [installStep],
      compiled: [],
      check: [checkStep([folders.app, module, 'mypy.ini', '.mypy.ini', installed])],
      needed: [installStep.name],
      inputs: [folders.app, module, installed],
    },
    workspace: { python: environment },
  };
}

const installStep: Step = {
  name: 'install:python',
  package: constructsFolder,
  command: ['type-safe-api', 'install-python'],
  inputs: [],
  outputs: [],
};

function checkStep(inputs: readonly string[]): Step {
  return {
    name: 'check:python',
    package: folders.app,
    command: ['type-safe-api', 'check-python'],
    inputs,
    outputs: [],
  };
}

function createRequirements({ api, host, options }: InfrastructureProps) {
  const version = readToolVersion();
  const isPacked = (options.infrastructure?.bindings ?? BindingsSource.PACKAGE) === BindingsSource.PACKAGE;
  const wheel = `${toolFolder(host)}/${wheelOf(version)}`;
  const local = [...(isPacked ? [`./${wheel}`] : []), `--editable ./${constructsFolder}`];
  const requirements = new RequirementsFile(api, local, [
    ...(isPacked ? [] : [wheelRequirement(version)]),
    ...fromRegistry,
  ]);
  requirements.add(options.infrastructure?.options?.python?.devDeps ?? []);
  return { requirements, files: [...(isPacked ? [wheel] : []), `${constructsFolder}/pyproject.toml`] };
}

/** What an app imports, and what checks its types. */
const fromRegistry = [
  `aws-cdk-lib>=${versions['aws-cdk-lib'].slice(1)},<3`,
  `constructs>=${versions.constructs.slice(1)},<11`,
  'mypy>=1.11,<3',
];
