import type { Service } from '../../model/service';
import type { Renaming } from '../renaming';
import { nameOperations, snakeCase } from './names';

/** The operations that are not called what their ids say. */
export function* renamings(service: Service): Iterable<Renaming> {
  const names = nameOperations(service);
  for (const { id, pointer } of service.operations) {
    const wanted = snakeCase(id);
    const instead = names.get(id)?.member ?? wanted;
    if (instead === wanted) continue;
    const holder = instead === `${wanted}_` ? 'a reserved word' : 'no identifier';
    yield { kind: 'operation', pointer, wanted, instead, holder };
  }
}
