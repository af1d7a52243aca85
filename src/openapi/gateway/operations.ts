import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import type { Located } from '../document';
import { type GatewayBody, gatewayBody, readBody } from './bodies';
import { extensions } from './extensions';
import { httpMethods, mayHaveBody } from './methods';
import type { Models } from './models';
import type { Parameters } from './parameters';
import { type GatewayPath, Paths } from './paths';
import { type Responses, undeclaredResponses } from './responses';
import { reportUnservable } from './rules/unservable-paths';
import { gatewaySecurity } from './security';
import { follow, type LocatedObject, type Source } from './source';

/** An operation that API Gateway can serve. */
export interface FoundOperation {
  readonly id: string;
  readonly method: string;
  /** As in the model. */
  readonly path: string;
  readonly route: GatewayPath;
  readonly operation: LocatedObject;
  /** The pointer of its path item. */
  readonly item: string;
  /** Those of the path item first. */
  readonly parameters: readonly Located[];
  readonly body?: Located;
  /** The body as API Gateway uses it. */
  readonly gatewayBody?: GatewayBody;
  /** True if the path item has servers of its own. */
  readonly itemServers: boolean;
}

export interface FoundOperations {
  readonly operations: readonly FoundOperation[];
  /** By the id of the operation, why it is left out. */
  readonly leftOut: ReadonlyMap<string, string>;
}

/** What operations share. */
export interface GatewayParts {
  readonly models: Models;
  readonly parameters: Parameters;
  readonly responses: Responses;
}

/** Finds the operations of a model that have an id, in its order, and reports the paths that API Gateway cannot serve. */
export function findOperations(
  source: Source,
  operationId: (method: string, path: string) => string | undefined,
): FoundOperations {
  const paths = new Paths();
  const operations: FoundOperation[] = [];
  const leftOut = new Map<string, string>();
  for (const { path, item, ...found } of operationsOf(source)) {
    const id = operationId(found.method, path);
    if (id === undefined) continue;
    const route = paths.add(path);
    const taken = 'problem' in route ? undefined : paths.claim(found.method, route.path, path);
    const problem = 'problem' in route ? route.problem : taken && `it is the same as '${taken}'; remove one`;
    if (problem === undefined && !('problem' in route)) {
      const body = found.body === undefined ? undefined : readBody(source, found.body);
      operations.push({ id, path, item, route, ...found, ...(body === undefined ? {} : { gatewayBody: body }) });
    }
    if (problem === undefined) continue;
    reportUnservable(source, item, path, problem);
    leftOut.set(id, `API Gateway cannot serve '${path}': ${problem}`);
  }
  return { operations, leftOut };
}

/** The operation as API Gateway imports it, still without an integration. */
export function gatewayOperation(
  source: Source,
  found: FoundOperation,
  { models, parameters: known, responses: knownResponses }: GatewayParts,
): JsonObject {
  const { id, route, operation } = found;
  const parameters = known.of(found.parameters, route.path, route.renamed);
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}RequestBody`;
  const requestBody = found.gatewayBody && gatewayBody(found.gatewayBody, models, name);
  const security = gatewaySecurity(source, operation);
  const { responses } = operation.value;
  const { declared, described } =
    responses === undefined
      ? undeclaredResponses
      : knownResponses.of({ pointer: `${operation.pointer}/responses`, value: responses });
  return {
    operationId: id,
    ...(route.renamed.size > 0 ? { [extensions.pathVariables]: Object.fromEntries(route.renamed) } : {}),
    ...(described === undefined ? {} : { [extensions.responses]: described }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: declared,
    ...(security === undefined ? {} : { security }),
  };
}

type DeclaredOperation = Omit<FoundOperation, 'id' | 'route' | 'gatewayBody'>;

function* operationsOf(source: Source): Generator<DeclaredOperation> {
  const paths = isJsonObject(source.root.paths) ? source.root.paths : {};
  for (const [path, value] of Object.entries(paths)) {
    const item = follow(source, { pointer: `/paths/${escapeToken(path)}`, value });
    if (item === undefined || path.startsWith('x-')) continue;
    for (const method of httpMethods) {
      const operation = item.value[method];
      if (!isJsonObject(operation)) continue;
      const pointer = `${item.pointer}/${method}`;
      const parameters = [...parametersOf(item), ...parametersOf({ pointer, value: operation })];
      const itemServers = item.value.servers !== undefined;
      const at = { method, path, item: item.pointer, itemServers };
      const common = { ...at, operation: { pointer, value: operation }, parameters };
      const body = mayHaveBody(method) ? operation.requestBody : undefined;
      yield body === undefined ? common : { ...common, body: { pointer: `${pointer}/requestBody`, value: body } };
    }
  }
}

function parametersOf({ pointer, value }: LocatedObject): Located[] {
  const parameters: Json | undefined = value.parameters;
  if (!Array.isArray(parameters)) return [];
  return parameters.map((parameter: Json, index) => ({ pointer: `${pointer}/parameters/${index}`, value: parameter }));
}
