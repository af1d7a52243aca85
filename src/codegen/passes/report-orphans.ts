import path from 'node:path';
import { problems } from '../../openapi/problems';
import type { Diagnostic } from '../../shared/diagnostics';

/** Tells of handlers whose operations are gone; `orphaned` is relative to `output`, and places are to `cwd`. */
export function reportOrphans(
  orphaned: readonly string[],
  { output, cwd }: { readonly output: string; readonly cwd: string },
): Diagnostic[] {
  const handlers = orphaned.filter((file) => file.startsWith('handlers/'));
  return handlers.map((orphan) => {
    const file = path.relative(cwd, path.join(output, orphan)).split(path.sep).join('/');
    return problems.orphanedHandler({ file, pointer: '' }, {});
  });
}
