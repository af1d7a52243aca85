import { javascript, type Project } from 'projen';
import { folders } from '../shared/packages';
import type { Step } from '../shared/workspace';
import { type Host, toolPath } from './host';
import type { Infrastructure } from './infrastructure';

/** The tasks of an API: each is the command line of this package, which knows from `.projen/type-safe-api.json` what there is to do. */
export function addTasks(api: Project, host: Host, infrastructure: Infrastructure, all: readonly Step[]): void {
  const tool = ['node', toolPath(host)];
  const steps = (...names: string[]) => [...tool, 'build', '--step', names.join(',')];
  const kinds = new Set(all.map(({ name }) => name.split(':')[0] ?? name));
  api.compileTask.execArgs(steps(...[...kinds].filter((kind) => kind !== 'test' && kind !== 'synth')));
  api.testTask.execArgs(steps('generate', 'test'));
  api.addTask('generate', {
    description: 'Generates code from the model',
    steps: [{ execArgs: [...tool, 'generate'] }],
  });
  if (infrastructure.app === undefined) return;
  api.packageTask.execArgs(steps('synth'));
  api.addTask('dev', {
    description: 'Serves the API on this machine, live as you edit',
    steps: [{ execArgs: [...tool, 'dev'], receiveArgs: true }],
  });
  for (const [command, description] of Object.entries(cdkCommands)) {
    const task = api.addTask(command, { description });
    task.spawn(api.compileTask);
    task.execArgs(['node', cdkPath(host, infrastructure), command], { cwd: folders.app, receiveArgs: true });
  }
}

const cdkCommands = {
  synth: 'Synthesizes the CDK app',
  deploy: 'Deploys the CDK app',
  diff: 'Compares the CDK app with what is deployed',
} as const;

/** The CDK's command line, relative to the app. Below a parent on pnpm only the app itself has it. */
function cdkPath({ node, packageManager, root }: Host, { apps }: Infrastructure): string {
  const isInApp =
    apps.typescript !== undefined && node !== undefined && packageManager === javascript.NodePackageManager.PNPM;
  return `${isInApp ? '.' : `../${root}`}/node_modules/aws-cdk/bin/cdk`.replace('/./', '/');
}
