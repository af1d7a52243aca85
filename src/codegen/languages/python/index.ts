import type { Language } from '../language';
import { emitHandlers } from './handlers/emit-handlers';
import { emitInfrastructure } from './infrastructure/emit-infrastructure';
import { renamings } from './renamings';
import { emitRuntime } from './runtime';

/** Python, from 3.11 on. */
export const python: Language = {
  name: 'python',
  runtime: emitRuntime,
  handlers: emitHandlers,
  infrastructure: emitInfrastructure,
  renamings,
};
