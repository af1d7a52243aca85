import { type Located, problems } from '../../openapi';
import type { RequestBody } from '../model/service';
import type { ReadContext } from './context';
import { readContents } from './media-type';
import { defined, flagField, resolvedNode, textField } from './spec-node';

/**
 * Reads a Request Body Object.
 * @see https://spec.openapis.org/oas/v3.1.0#request-body-object
 */
export function readRequestBody(context: ReadContext, at: Located): RequestBody | undefined {
  const node = resolvedNode(context, at, "'requestBody'");
  if (node === undefined) return undefined;
  const contents = readContents(context, node);
  if (contents.length === 0) {
    context.report(problems.missingContent, node.pointer, { what: 'a request body' });
    return undefined;
  }
  return defined({
    required: flagField(context, node, 'required') ?? false,
    contents,
    description: textField(context, node, 'description'),
  });
}
