import { type Located, problems } from '../../openapi';
import type { ResponseHeader } from '../model/service';
import type { Shape } from '../model/shape';
import type { ReadContext } from './context';
import { readExamples } from './examples';
import { readSchema } from './schema';
import { defined, field, flagField, membersOf, nodeField, resolvedNode, type SpecNode, textField } from './spec-node';

/** Reads the headers of a response. OpenAPI has `Content-Type` ignored there: the media type says it. */
export function readHeaders(context: ReadContext, response: SpecNode): ResponseHeader[] {
  const headers = nodeField(context, response, 'headers');
  const declared = headers === undefined ? [] : membersOf(headers);
  return declared
    .filter(({ key }) => key.toLowerCase() !== 'content-type')
    .flatMap((at) => readHeader(context, at.key, at) ?? []);
}

/**
 * Reads a Header Object.
 * @see https://spec.openapis.org/oas/v3.1.0#header-object
 */
function readHeader(context: ReadContext, name: string, at: Located): ResponseHeader | undefined {
  const node = resolvedNode(context, at, `the header '${name}'`);
  if (node === undefined) return undefined;
  return { name, ...context.shared('header', at, node.pointer, () => readNode(context, name, node)) };
}

function readNode(context: ReadContext, name: string, node: SpecNode): Omit<ResponseHeader, 'name'> {
  const examples = readExamples(context, node);
  return defined({
    required: flagField(context, node, 'required') ?? false,
    ...readValueShape(context, node, `the header '${name}'`),
    explode: flagField(context, node, 'explode') ?? false,
    description: textField(context, node, 'description'),
    examples: examples.length === 0 ? undefined : examples,
  });
}

/** What `schema`, or the one media type of `content`, says of a header or parameter. */
export function readValueShape(
  context: ReadContext,
  node: SpecNode,
  what: string,
): { readonly shape: Shape; readonly mediaType?: string } {
  const schema = field(node, 'schema');
  if (schema !== undefined) return { shape: readSchema(context, schema) };
  const content = nodeField(context, node, 'content');
  const [first, ...others] = content === undefined ? [] : membersOf(content);
  if (first === undefined || others.length > 0) {
    const missing = first === undefined ? 'schema' : 'content (with one media type)';
    context.report(problems.missingField, node.pointer, { what, field: missing });
    return { shape: { kind: 'any' } };
  }
  const media = resolvedNode(context, first, `'${first.key}'`);
  const inner = media === undefined ? undefined : field(media, 'schema');
  return { shape: inner === undefined ? { kind: 'any' } : readSchema(context, inner), mediaType: first.key };
}
