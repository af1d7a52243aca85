import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type InProcessCommand, runBuild } from '../../build/run-build';
import { UsageError } from '../../shared/diagnostics';
import { type Workspace, workspaceFile } from '../../shared/workspace';

/** `type-safe-api build [--package DIR] [--step NAME,…] [--force]`: runs the steps that projen described, in the folder of the API. */
export async function build(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { package: { type: 'string' }, step: { type: 'string' }, force: { type: 'boolean', default: false } },
  });
  const directory = process.cwd();
  await runBuild({
    directory,
    workspace: readWorkspace(directory),
    commands,
    ...(values.package === undefined ? {} : { package: values.package }),
    ...(values.step === undefined ? {} : { steps: values.step.split(',') }),
    force: values.force,
    toolVersion: toolVersion(),
    log: (line) => console.log(line),
  });
}

/** What steps may say after `type-safe-api`: loaded when one does. */
const commands: Readonly<Record<string, InProcessCommand>> = {
  generate: async (args) => {
    const { generate } = await import('./generate.js');
    await generate(args);
  },
  bundle: async ([directory = '.']) => {
    const { bundleHandlers } = await import('../../bundle/bundle-handlers.js');
    const { warnings } = await bundleHandlers({ directory });
    for (const warning of warnings) console.error(warning);
  },
};

function readWorkspace(directory: string): Workspace {
  const file = path.join(directory, workspaceFile);
  if (!existsSync(file)) {
    throw new UsageError(
      `there is no ${workspaceFile} in ${directory}; 'build' runs in the folder of an API that projen manages`,
    );
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

function toolVersion(): string {
  const manifest = path.join(__dirname, '../../../package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
