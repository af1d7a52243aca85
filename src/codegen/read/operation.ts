import { problems } from '../../openapi';
import type { HttpMethod, Operation } from '../model/service';
import type { ReadContext } from './context';
import { readHandler } from './handler-extension';
import type { OperationIds } from './operation-ids';
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
  operation: SpecNode,
  { method, path, item }: OperationPlace,
  ids: OperationIds,
): Operation {
  checkFields(context, operation, 'an operation', fields);
  const body = field(operation, 'requestBody');
  return defined({
    id: ids.assign(operation, method, path),
    method,
    path,
    tags: readTags(context, operation),
    summary: textField(context, operation, 'summary') ?? textField(context, item, 'summary'),
    description: textField(context, operation, 'description') ?? textField(context, item, 'description'),
    deprecated: flagField(context, operation, 'deprecated') || undefined,
    parameters: readParameters(context, path, item, operation),
    body: body === undefined ? undefined : readRequestBody(context, body),
    responses: readResponses(context, operation),
    handler: readHandler(context, operation),
    pointer: operation.pointer,
  });
}

function readTags(context: ReadContext, operation: SpecNode): string[] {
  const tags = new Set<string>();
  for (const { pointer, value } of itemsOf(context, operation, 'tags')) {
    if (typeof value === 'string') tags.add(value);
    else context.report(problems.unexpectedType, pointer, { what: 'a tag', want: 'text', got: describe(value) });
  }
  return [...tags];
}
