import type { Language } from '../language';
import { emitHandlers } from './handlers/emit-handlers';
import { emitInfrastructure } from './infrastructure/emit-infrastructure';
import { renamings } from './renamings';
import { emitRuntime } from './runtime';

/** Java 17, built with Maven. */
export const java: Language = {
  name: 'java',
  runtime: emitRuntime,
  handlers: emitHandlers,
  infrastructure: emitInfrastructure,
  renamings,
};
