import { type Located, problems } from '../../openapi';
import type { RequestBody } from '../model/service';
import type { ReadContext } from './context';
import { readContents } from './media-type';
import { defined, flagField, resolvedNode, type SpecNode, textField } from './spec-node';

/**
 * Reads a Request Body Object.
 * @see https://spec.openapis.org/oas/v3.1.0#request-body-object
 */
export function readRequestBody(context: ReadContext, at: Located): RequestBody | undefined {
  const node = resolvedNode(context, at, "'requestBody'");
  return node === undefined
    ? undefined
    : context.shared('request body', at, node.pointer, () => readNode(context, node));
}

function readNode(context: ReadContext, node: SpecNode): RequestBody | undefined {
  const contents = readContents(context, node, { hasEncoding: true });
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
