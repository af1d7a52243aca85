import { functionsOf } from './rules';

const segmentRules = functionsOf('segments');

/** A path as API Gateway routes it. */
export interface GatewayPath {
  readonly path: string;
  /** From the names that API Gateway has for the variables to those of the model, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Why API Gateway cannot route a path. */
export interface PathProblem {
  readonly problem: string;
}

interface Variable {
  readonly name: string;
  readonly greedy: boolean;
}

/**
 * Gives paths their names in API Gateway. There a resource has one child that is a variable, so siblings such as `/users/{name}` and
 * `/users/{id}/keys` get the name of whichever comes first in the model; handlers map the values back by their position.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export class Paths {
  private readonly variables = new Map<string, Variable>();
  private readonly routes = new Map<string, string>();

  /** The path in API Gateway, or what stands against it. */
  add(path: string): GatewayPath | PathProblem {
    const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/');
    const problem = path === '/' ? undefined : problemOf(segments);
    if (problem !== undefined) return { problem };
    const renamed = new Map<string, string>();
    let result = '';
    for (const segment of path === '/' ? [''] : segments) {
      const variable = variableOf(segment);
      const named = variable === undefined ? undefined : this.name(result, variable);
      if (variable === undefined || named === undefined) {
        result += `/${segment}`;
        continue;
      }
      if (named.greedy !== variable.greedy) return { problem: clash(variable, named) };
      if (named.name !== variable.name) renamed.set(named.name, variable.name);
      result += `/{${named.name}${named.greedy ? '+' : ''}}`;
    }
    return { path: result, renamed };
  }

  /** Claims a method of a path; answers the path of the model that has it already, if one does. */
  claim(method: string, gatewayPath: string, path: string): string | undefined {
    const route = `${method} ${gatewayPath}`;
    const taken = this.routes.get(route);
    if (taken === undefined) this.routes.set(route, path);
    return taken;
  }

  private name(parent: string, variable: Variable): Variable {
    const known = this.variables.get(parent);
    if (known !== undefined) return known;
    const taken = new Set(parent.match(/[^{}]+(?=\+?\})/g));
    const named = { ...variable, name: unique(variable.name.replace(/[^\w.:-]/g, '') || 'variable', taken) };
    this.variables.set(parent, named);
    return named;
  }
}

function problemOf(segments: readonly string[]): string | undefined {
  for (const rule of segmentRules) {
    const problem = rule(segments);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function variableOf(segment: string): Variable | undefined {
  const name = /^\{([^{}]+)\}$/.exec(segment)?.[1];
  if (name === undefined) return undefined;
  return name.endsWith('+') ? { name: name.slice(0, -1), greedy: true } : { name, greedy: false };
}

function clash(variable: Variable, named: Variable): string {
  const [one, other] = [variable, named].map(({ name, greedy }) => `'{${name}${greedy ? '+' : ''}}'`);
  return `${one} and ${other} are at the same place, and only one of them can be greedy; move one`;
}

function unique(name: string, taken: ReadonlySet<string>): string {
  let result = name;
  for (let count = 2; taken.has(result); count++) result = `${name}${count}`;
  return result;
}
