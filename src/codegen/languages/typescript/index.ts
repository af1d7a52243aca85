import type { Language } from '../language';
import { emitRuntime } from './runtime';

/** TypeScript: ESM for the runtime, CommonJS for the constructs. */
export const typescript: Language = {
  name: 'typescript',
  runtime: emitRuntime,
};
