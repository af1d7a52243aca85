import { isJsonObject, type JsonObject } from '../../shared/json';

/**
 * Limits of a document. A kilobyte is read as 1,024 bytes, so that nothing is refused which API Gateway would take.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export const documentLimits = {
  /** All models of an API together; cannot be raised. */
  modelBytes: 400 * 1024,
  /** Each mapping template; cannot be raised. */
  templateBytes: 300 * 1024,
  /** The document as it is imported; cannot be raised. */
  importBytes: 6 * 1024 * 1024,
  /** Nodes of the tree of paths; can be raised. */
  resources: 300,
} as const;

/** The models of a document, by name, with what each takes. */
export function modelSizes({ components }: JsonObject): ReadonlyMap<string, number> {
  const schemas = isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [name, Buffer.byteLength(JSON.stringify(schema))] as const),
  );
}

/** How many nodes the tree of the paths of a document has. */
export function countResources({ paths }: JsonObject): number {
  const nodes = new Set(['']);
  for (const path of Object.keys(isJsonObject(paths) ? paths : {})) {
    // The root is '/' as a path, too.
    for (let end = path === '/' ? 0 : path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      nodes.add(path.slice(0, end));
    }
  }
  return nodes.size;
}

/** Bytes for people, in the units of API Gateway. */
export function kibibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024).toLocaleString('en-US')} KB`;
}
