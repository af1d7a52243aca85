import { isJsonObject } from '../../../shared/json';
import { escapeToken } from '../../../shared/json-pointer';
import { follow, type LocatedObject, type Source } from '../source';

/** The schema of a parameter, or that of its one media type, behind its references. */
export function parameterSchema(source: Source, { value, pointer }: LocatedObject): LocatedObject | undefined {
  if (value.schema !== undefined) return follow(source, { pointer: `${pointer}/schema`, value: value.schema });
  const [first] = isJsonObject(value.content) ? Object.entries(value.content) : [];
  if (first === undefined || !isJsonObject(first[1]) || first[1].schema === undefined) return undefined;
  return follow(source, {
    pointer: `${pointer}/content/${escapeToken(first[0])}/schema`,
    value: first[1].schema,
  });
}
