import type { Language } from '../language';
import { emitInfrastructure } from './infrastructure/emit-infrastructure';
import { renamings } from './renamings';

/** Java 17, built with Maven. */
export const java: Language = { name: 'java', infrastructure: emitInfrastructure, renamings };
