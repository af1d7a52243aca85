import { existsSync } from 'node:fs';
import path from 'node:path';
import { interpreterOf } from '../../../shared/interpreters';
import { pythonEnvironmentFolder, runtimeClientFolder } from '../../../shared/workspace';
import { gatewayAsset, handlersFolder, type Runtime } from './runtime';

/**
 * Python, with awslambdaric, the runtime interface client of AWS, in the environment of the workspace. Handlers run from their sources,
 * with the packages that were installed for this machine.
 * @see https://github.com/aws/aws-lambda-python-runtime-interface-client
 */
export const python: Runtime = {
  prefix: 'python',
  inlineFile: 'index.py',
  runsArchives: false,
  printsErrors: true,
  liveCode: (bundle) => {
    const folder = handlersFolder(bundle);
    return folder !== undefined && existsSync(path.join(folder, 'pyproject.toml')) ? folder : undefined;
  },
  whyNot: (root) => {
    if (root !== undefined && existsSync(interpreterOf(root))) return undefined;
    return `Python functions run in the environment of a workspace, and there is no ${pythonEnvironmentFolder}; run 'npx projen install'`;
  },
  launch: ({ lambda, code, root = '.' }) => ({
    file: interpreterOf(root),
    args: [gatewayAsset('python_runtime.py'), code, path.join(root, runtimeClientFolder('python')), lambda.handler],
    // What Python compiles is kept apart from the sources.
    environment: { PYTHONPYCACHEPREFIX: path.resolve(root, '.type-safe-api', 'pycache') },
  }),
};
