import { appPackage, folders, infrastructurePackage } from '../../shared/packages';
import { relative } from '../parent';
import { TypeScriptPackage } from '../workspace-package';
import type { Infrastructure, InfrastructureProps } from './infrastructure';

const constructsFolder = `${folders.infrastructure}/typescript`;

/** An infrastructure in TypeScript: packages of npm. */
export function typescriptInfrastructure({ api, parent, host, hasApp, options }: InfrastructureProps): Infrastructure {
  const { packageManager } = host;
  const at = (folder: string) => `${relative(parent.outdir, api.outdir)}/${folder}`;
  const own = options.infrastructure?.options?.typescript;
  const constructs = new TypeScriptPackage({
    ...{ parent, packageManager, outdir: at(constructsFolder), description: infrastructurePackage(api.name) },
    ...(own === undefined ? {} : { options: own }),
  });
  const app = hasApp
    ? new TypeScriptPackage({ parent, packageManager, outdir: at(folders.app), description: appPackage(api.name) })
    : undefined;
  return {
    constructs,
    packages: { typescript: constructs },
    members: [constructs, ...(app === undefined ? [] : [app])],
    ...(app === undefined ? { apps: {} } : { app, apps: { typescript: app } }),
    steps: {
      compiled: [constructsFolder, ...(hasApp ? [folders.app] : [])],
      needed: [],
      inputs: () => [
        `${folders.app}/src`,
        `${folders.app}/package.json`,
        `${folders.app}/tsconfig.json`,
        `${constructsFolder}/src`,
        `${constructsFolder}/assets`,
      ],
    },
    // From its sources and those of the packages below it, so nothing has to be compiled first.
    command: ['node', '--conditions=type-safe-api-source', '--import', 'tsx', 'src/main.ts'],
    made: [`/${constructsFolder}/lib/`],
    generated: [`/${constructsFolder}/src/`, `/${constructsFolder}/assets/`],
    outputs: { constructs: ['{projectRoot}/lib'], app: [] },
    sample: { 'app/src/main.ts': 'app/src/main.ts', 'app/cdk.json': 'app/cdk.json' },
  };
}
