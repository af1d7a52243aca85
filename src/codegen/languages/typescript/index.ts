import type { Language } from '../language';
import { emitHandlers } from './handlers/emit-handlers';
import { emitInfrastructure } from './infrastructure/emit-infrastructure';
import { renamings } from './renamings';
import { emitRuntime } from './runtime';

/** TypeScript: ESM for the runtime, CommonJS for the constructs. */
export const typescript: Language = {
  name: 'typescript',
  runtime: emitRuntime,
  handlers: emitHandlers,
  infrastructure: emitInfrastructure,
  renamings,
};
