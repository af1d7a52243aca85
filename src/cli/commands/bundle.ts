import { parseArgs } from 'node:util';
import { bundleHandlers } from '../../bundle/bundle-handlers';
import { UsageError } from '../../shared/diagnostics';

/** `type-safe-api bundle [DIR]`: bundles the handlers of the package in DIR, or here. */
export async function bundle(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [directory = '.', ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`'bundle' takes one folder, got ${positionals.length}`, 2);
  const { bundled, warnings } = await bundleHandlers({ directory });
  for (const warning of warnings) console.error(warning.trimEnd());
  console.log(`${bundled.length} ${bundled.length === 1 ? 'handler' : 'handlers'} bundled`);
}
