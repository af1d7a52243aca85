import { mayHaveBody, problems } from '../../openapi';
import type { HttpMethod, Operation, RequestBody } from '../model/service';
import type { ReadContext } from './context';
import { readHandler } from './handler-extension';
import { readParameters } from './parameters';
import { readRequestBody } from './request-body';
import { readResponses } from './response';
import { checkFields, defined, describe, field, flagField, itemsOf, type SpecNode, textField } from './spec-node';

const fields = [
  ...['operationId', 'tags', 'summary', 'description', 'externalDocs', 'parameters', 'requestBody', 'responses'],
  ...['callbacks', 'deprecated', 'security', 'servers'],
];

/** An operation and where it stands. */
export interface OperationPlace {
  readonly node: SpecNode;
  readonly method: HttpMethod;
  readonly path: string;
  readonly item: SpecNode;
}

/**
 * Reads an Operation Object.
 * @see https://spec.openapis.org/oas/v3.1.0#operation-object
 */
export function readOperation(
  context: ReadContext,
  { node: operation, method, path, item }: OperationPlace,
  id: string,
): Operation {
  checkFields(context, operation, 'an operation', fields);
  return defined({
    id,
    method,
    path,
    tags: readTags(context, operation),
    summary: textField(context, operation, 'summary') ?? textField(context, item, 'summary'),
    description: textField(context, operation, 'description') ?? textField(context, item, 'description'),
    deprecated: flagField(context, operation, 'deprecated') || undefined,
    parameters: readParameters(context, path, item, operation),
    body: readBody(context, operation, method),
    responses: readResponses(context, operation, method),
    handler: readHandler(context, operation),
    pointer: operation.pointer,
  });
}

function readBody(context: ReadContext, operation: SpecNode, method: HttpMethod): RequestBody | undefined {
  const body = field(operation, 'requestBody');
  if (body === undefined) return undefined;
  const read = readRequestBody(context, body);
  if (mayHaveBody(method)) return read;
  context.report(problems.ignoredBody, body.pointer, { method });
  return undefined;
}

function readTags(context: ReadContext, operation: SpecNode): string[] {
  const tags = new Set<string>();
  for (const { pointer, value } of itemsOf(context, operation, 'tags')) {
    if (typeof value === 'string') tags.add(value);
    else context.report(problems.unexpectedType, pointer, { what: 'a tag', want: 'text', got: describe(value) });
  }
  return [...tags];
}
