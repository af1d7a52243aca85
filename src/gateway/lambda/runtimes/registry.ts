import { java } from './java';
import { nodejs } from './nodejs';
import { python } from './python';
import type { Runtime } from './runtime';

/** Every family of runtimes that runs locally. Adding one is a file beside this one and an entry here. */
const runtimes: readonly Runtime[] = [nodejs, python, java];

/** The runtime of an identifier such as `nodejs22.x`; nothing when it cannot be run here. */
export function findRuntime(identifier: string): Runtime | undefined {
  return runtimes.find(({ prefix }) => identifier.startsWith(prefix));
}
