import { type InProcessCommand, runBuild } from '../../build/run-build';
import { readToolVersion } from '../../shared/tool-version';
import { listOf, parseOptions } from '../arguments';
import { readWorkspace } from '../workspace-file';

const options = {
  package: { type: 'string' },
  step: { type: 'string' },
  force: { type: 'boolean' },
} as const;

/** `type-safe-api build`: runs the steps that projen described in the folder of an API, but for those that are up to date. */
export async function build(args: readonly string[]): Promise<void> {
  const values = parseOptions(args, options);
  const directory = process.cwd();
  await runBuild({
    directory,
    workspace: readWorkspace(directory, "'build' runs in the folder of an API that projen manages"),
    commands,
    ...(values.package === undefined ? {} : { package: values.package }),
    ...(values.step === undefined ? {} : { steps: listOf(values.step) }),
    force: values.force === true,
    toolVersion: readToolVersion(),
    log: (line) => console.log(line),
  });
}

/** What steps may say after `type-safe-api`: loaded when one does. */
export const commands: Readonly<Record<string, InProcessCommand>> = {
  generate: (args) => (require('./generate') as typeof import('./generate')).generate(args),
  commonjs: async ([directory = '.']) =>
    (require('../../bundle/common-js') as typeof import('../../bundle/common-js')).writeCommonJs(directory),
  bundle: (args) => (require('./bundle') as typeof import('./bundle')).bundle(args),
};
