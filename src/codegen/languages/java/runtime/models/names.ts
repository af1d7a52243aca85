import { javaKeywords } from '../../../../../shared/java-packages';
import { pascalCase } from '../../../../emit/names';

/** A name of a class, for any text: without what no name can have. */
export function className(text: string, fallback: string): string {
  return legalName(pascalCase(text)) || fallback;
}

/** With an underscore where a name may not start so; empty where nothing is left of it. */
export function legalName(name: string): string {
  // Most names are plain, and the classes of Unicode slow.
  if (/^[A-Za-z]\w*$/.test(name)) return javaKeywords.has(name) ? `${name}_` : name;
  const legal = name.replaceAll(/[^\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}_$]/gu, '');
  const started = legal === '' || /^[\p{L}\p{Nl}_$]/u.test(legal) ? legal : `_${legal}`;
  return javaKeywords.has(started) ? `${started}_` : started;
}

/** What the classes of models must not be called, in lower case: what generated code calls by these names. */
export const reservedClassNames: ReadonlySet<string> = new Set(
  (
    'Object String Boolean Byte Character Integer Long Double Number Void Class Enum Record Iterable Comparable Override Deprecated ' +
    'SuppressWarnings FunctionalInterface Math System Exception RuntimeException IllegalArgumentException IllegalStateException ' +
    'InterruptedException Throwable List Map LinkedHashMap JsonNode JsonProperty JsonInclude JsonAnySetter JsonAnyGetter JsonCreator ' +
    'JsonValue JsonIgnore TypeReference Nullable Forms Check Checks Json Builder'
  )
    .toLowerCase()
    .split(' '),
);

/** What the components of a record must not be called, besides what no method can be called. */
export const reservedComponents: ReadonlySet<string> = new Set(['builder', 'toBuilder', 'build', 'additionalProperty']);
