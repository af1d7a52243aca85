import { parseArgs } from 'node:util';
import { UsageError } from '../../shared/diagnostics';
import { readWorkspace } from '../../shared/read-workspace';

/**
 * `type-safe-api dev [--port 3000] [--no-watch] [--format text|json]`: serves the API of the folder on this machine until it is
 * stopped.
 */
export async function dev(args: readonly string[]): Promise<void> {
  const { port, watch, format } = readOptions(args);
  const directory = process.cwd();
  const workspace = readWorkspace(directory, 'dev');
  const { dev: run } = await import('../../dev/dev.js');
  const reporter = await createReporter(format);
  const session = await run({ directory, workspace, port, watch, reporter });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await session.close();
}

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      port: { type: 'string', default: '3000' },
      watch: { type: 'boolean', default: true },
      format: { type: 'string', default: 'text' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port must be a number between 0 and 65535, got '${values.port}'`, 2);
  }
  if (values.format !== 'text' && values.format !== 'json') {
    throw new UsageError(`--format must be 'text' or 'json', got '${values.format}'`, 2);
  }
  return { port, watch: values.watch, format: values.format === 'json' ? 'json' : 'text' } as const;
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
