import { type Located, problems } from '../../openapi';
import { httpMethods } from '../model/service';
import type { ReadContext } from './context';
import type { OperationPlace } from './operation';
import { readPathTemplate } from './path-template';
import { asNode, field, membersOf, resolvedNode } from './spec-node';

const fields: readonly string[] = ['$ref', 'summary', 'description', 'servers', 'parameters'];
const otherMethods = ['trace', 'connect', 'query', 'any', 'x-any', 'x-amazon-apigateway-any-method'];

/**
 * Finds the operations of a Path Item Object.
 * @see https://spec.openapis.org/oas/v3.1.0#path-item-object
 */
export function readPathItem(context: ReadContext, path: string, at: Located): OperationPlace[] {
  const template = readPathTemplate(path);
  if ('reason' in template) context.report(problems.invalidPath, at.pointer, { path, reason: template.reason });
  const item = resolvedNode(context, at, `'${path}'`);
  if (item === undefined) return [];
  for (const { key, pointer } of membersOf(item)) checkField(context, key, pointer);
  return httpMethods.flatMap((method) => {
    const found = field(item, method);
    const node = found === undefined ? undefined : asNode(context, found, `'${method}'`);
    return node === undefined ? [] : [{ node, method, path, item }];
  });
}

function checkField(context: ReadContext, key: string, pointer: string): void {
  if (httpMethods.some((method) => method === key) || fields.includes(key)) return;
  if (otherMethods.includes(key.toLowerCase())) context.report(problems.unsupportedMethod, pointer, { method: key });
  else if (!key.startsWith('x-')) {
    context.report(problems.unknownField, pointer, { field: key, what: 'a path', known: [...httpMethods, ...fields] });
  }
}
