import { printDiagnostic, UsageError } from '../../shared/diagnostics';
import type { Workspace } from '../../shared/workspace';
import { oneOf, parseOptions } from '../arguments';
import { readWorkspace } from '../workspace-file';

const options = {
  port: { type: 'string' },
  'no-watch': { type: 'boolean' },
  format: { type: 'string' },
} as const;

/** `type-safe-api dev`: serves the API of the folder on this machine until it is stopped. */
export async function dev(args: readonly string[]): Promise<void> {
  const values = parseOptions(args, options);
  const port = portOf(values.port ?? '3000');
  const reporter = await createReporter(oneOf('format', values.format ?? 'text', ['text', 'json']));
  const directory = process.cwd();
  const workspace = readWorkspace(directory, "'dev' runs in the folder of an API that projen manages");
  const stopped = stopSignal();
  const [{ dev: start }, { createSteps }] = await Promise.all([
    import('../../dev/dev.js'),
    import('../../dev/steps.js'),
  ]);
  const steps = createSteps(workspace, directory, {
    generate: () => generate(workspace, directory),
    log: (line) => reporter.busy(line),
  });
  const session = await start({ directory, workspace, steps, port, watch: values['no-watch'] !== true, reporter });
  await stopped;
  await session.close();
}

/** A model with errors is reported by whoever asked for it; hints are left to 'generate' and 'check'. */
async function generate(workspace: Workspace, directory: string): Promise<readonly string[]> {
  const { regenerate } = await import('./generate.js');
  const { diagnostics, written, removed } = regenerate(workspace, directory);
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  for (const warning of warnings) console.error(printDiagnostic(warning));
  return [...written, ...removed];
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port must be a number between 0 and 65535, got '${text}'`, 2);
}

async function createReporter(format: 'text' | 'json') {
  const write = (line: string): void => void process.stdout.write(`${line}\n`);
  if (format === 'json') {
    const { createJsonReporter } = await import('../../dev/json-reporter.js');
    return createJsonReporter(write);
  }
  const { createTerminalReporter } = await import('../../dev/terminal-reporter.js');
  const colours = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return createTerminalReporter({ colours, write });
}
