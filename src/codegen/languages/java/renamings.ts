import { javaKeywords } from '../../../shared/java-packages';
import type { Service } from '../../model/service';
import type { Renaming } from '../renaming';
import { nameOperations } from './names';

/** The operations that are not called what their ids say. */
export function* renamings(service: Service): Iterable<Renaming> {
  const names = nameOperations(service);
  for (const { id, pointer } of service.operations) {
    const instead = names.get(id)?.member ?? id;
    if (instead === id) continue;
    const holder = javaKeywords.has(id) ? 'a reserved word' : 'a method of every object or builder';
    yield { kind: 'operation', pointer, wanted: id, instead, holder };
  }
}
