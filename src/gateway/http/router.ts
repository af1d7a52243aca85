import type { Route } from '../document/route';

/** The route of a request with what its path parameters matched, still encoded. */
export interface Match {
  readonly route: Route;
  readonly pathParameters: ReadonlyMap<string, string>;
}

/** Finds the route of a request; nothing when API Gateway would not know the resource or the method. */
export type Router = (method: string, path: string) => Match | undefined;

interface Node {
  readonly literals: Map<string, Node>;
  /** The children `{name}` and `{name+}`; a resource has at most one of each. */
  variable?: { readonly name: string; readonly node: Node };
  greedy?: { readonly name: string; readonly node: Node };
  readonly methods: Map<string, Route>;
}

/** Builds the tree of resources. At each segment a literal wins over `{param}`, which wins over `{proxy+}`. */
export function createRouter(routes: readonly Route[]): Router {
  const root = newNode();
  for (const route of routes) insert(root, route);
  return (method, path) => {
    const segments = path.split('/').filter((segment) => segment !== '');
    const found = descend(root, segments, 0, []);
    const route = found?.node.methods.get(method) ?? found?.node.methods.get('ANY');
    return found === undefined || route === undefined
      ? undefined
      : { route, pathParameters: new Map(found.parameters) };
  };
}

type Found = { readonly node: Node; readonly parameters: readonly (readonly [string, string])[] };

function descend(
  node: Node,
  segments: readonly string[],
  at: number,
  parameters: Found['parameters'],
): Found | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.methods.size > 0 ? { node, parameters } : undefined;
  const literal = node.literals.get(decodeSegment(segment));
  const found = literal === undefined ? undefined : descend(literal, segments, at + 1, parameters);
  if (found !== undefined) return found;
  const { variable, greedy } = node;
  const byVariable =
    variable === undefined
      ? undefined
      : descend(variable.node, segments, at + 1, [...parameters, [variable.name, segment]]);
  if (byVariable !== undefined || greedy === undefined) return byVariable;
  return { node: greedy.node, parameters: [...parameters, [greedy.name, segments.slice(at).join('/')]] };
}

function insert(root: Node, route: Route): void {
  let node = root;
  for (const segment of route.path.split('/').filter((part) => part !== '')) node = childOf(node, segment);
  node.methods.set(route.method, route);
}

function childOf(node: Node, segment: string): Node {
  const parameter = /^\{(.+?)(\+?)\}$/.exec(segment);
  if (parameter === null) {
    const child = node.literals.get(segment) ?? newNode();
    node.literals.set(segment, child);
    return child;
  }
  const [, name = '', plus] = parameter;
  if (plus === '+') {
    node.greedy ??= { name, node: newNode() };
    return node.greedy.node;
  }
  node.variable ??= { name, node: newNode() };
  return node.variable.node;
}

function newNode(): Node {
  return { literals: new Map(), methods: new Map() };
}

/** A segment without percent-encoding; as it is when the encoding is broken. */
export function decodeSegment(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
