import type { CodeSymbol } from '../../../../emit/symbol';
import { javaType } from '../../source';
import type { RuntimePackages } from '../packages';

const annotation = (name: string): CodeSymbol => javaType(name, 'com.fasterxml.jackson.annotation');

/** What models are made of. */
export const imported = {
  list: javaType('List', 'java.util'),
  map: javaType('Map', 'java.util'),
  linkedHashMap: javaType('LinkedHashMap', 'java.util'),
  jsonNode: javaType('JsonNode', 'com.fasterxml.jackson.databind'),
  typeReference: javaType('TypeReference', 'com.fasterxml.jackson.core.type'),
  anyGetter: annotation('JsonAnyGetter'),
  anySetter: annotation('JsonAnySetter'),
  creator: annotation('JsonCreator'),
  include: annotation('JsonInclude'),
  property: annotation('JsonProperty'),
  value: annotation('JsonValue'),
};

/** A class of the part of the runtime that is the same for every API. */
export function supportClass(name: string, { support }: RuntimePackages): CodeSymbol {
  return javaType(name, support);
}
