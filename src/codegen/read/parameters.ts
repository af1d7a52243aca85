import { problems } from '../../openapi';
import type { Parameter } from '../model/service';
import type { ReadContext } from './context';
import { locations, readParameter, type WireParameter } from './parameter';
import { readPathTemplate } from './path-template';
import { itemsOf, type SpecNode } from './spec-node';

/** Reads the parameters of an operation: those of its path, replaced or joined by its own; then gives each its key. */
export function readParameters(context: ReadContext, path: string, item: SpecNode, operation: SpecNode): Parameter[] {
  const inherited = readList(context, item);
  const own = readList(context, operation);
  const merged = [...inherited.filter((parameter) => !own.some((other) => isSame(parameter, other))), ...own];
  const sorted = locations.flatMap((location) => merged.filter((parameter) => parameter.location === location));
  checkPath(context, path, sorted, operation);
  return withKeys(context, sorted);
}

function readList(context: ReadContext, node: SpecNode): WireParameter[] {
  const read: WireParameter[] = [];
  for (const item of itemsOf(context, node, 'parameters')) {
    const parameter = readParameter(context, item);
    if (parameter === undefined) continue;
    if (read.some((other) => isSame(parameter, other))) {
      context.report(problems.duplicateParameter, item.pointer, parameter);
    } else {
      read.push(parameter);
    }
  }
  return read;
}

/** Names of headers differ in more than case. */
function isSame(a: WireParameter, b: WireParameter): boolean {
  if (a.location !== b.location) return false;
  return a.location === 'header' ? a.name.toLowerCase() === b.name.toLowerCase() : a.name === b.name;
}

function checkPath(
  context: ReadContext,
  path: string,
  parameters: readonly WireParameter[],
  operation: SpecNode,
): void {
  const template = readPathTemplate(path);
  if ('reason' in template) return;
  const declared = parameters.filter(({ location }) => location === 'path');
  for (const { name, pointer } of declared) {
    if (template.names.includes(name)) continue;
    context.report(problems.unusedPathParameter, pointer, { name, path, candidates: template.names });
  }
  for (const name of template.names) {
    if (declared.some((parameter) => parameter.name === name)) continue;
    context.report(problems.undeclaredPathParameter, operation.pointer, { name, path });
  }
}

/** The wire name is the key, unless another location has it too or it is the body's: then the location is added to it. */
function withKeys(context: ReadContext, parameters: readonly WireParameter[]): Parameter[] {
  const uses = new Map<string, number>([['body', 1]]);
  for (const { name } of parameters) uses.set(name, (uses.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  return parameters.map((parameter) => {
    const { name, location, pointer } = parameter;
    const isShared = (uses.get(name) ?? 0) > 1;
    const key = isShared ? `${name}${location.charAt(0).toUpperCase()}${location.slice(1)}` : name;
    if (taken.has(key)) context.report(problems.collidingParameterKeys, pointer, { key });
    taken.add(key);
    if (isShared) {
      const why = name === 'body' ? 'the body' : 'a parameter in another place';
      context.report(problems.renamedParameter, pointer, { name, key, why });
    }
    return { ...parameter, key };
  });
}
