import { problems } from '../../openapi';
import type { Content, ContentKind, FieldStyle } from '../model/service';
import { dereference, type ReadContext } from './context';
import { asNode, defined, flagField, isNode, membersOf, nodeField, type SpecNode, textField } from './spec-node';

const styles: readonly FieldStyle['style'][] = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/**
 * Reads the Encoding Objects of a form: how fields are written, and the media types of parts. A field of which a style is said has no media type.
 * @see https://spec.openapis.org/oas/v3.1.0#encoding-object
 */
export function readEncodings(
  context: ReadContext,
  node: SpecNode,
  kind: ContentKind,
): Pick<Content, 'partTypes' | 'fieldStyles'> {
  // OpenAPI has it ignored of other media types.
  const encoding = kind === 'form' || kind === 'multipart' ? nodeField(context, node, 'encoding') : undefined;
  const types: [string, string][] = [];
  const fieldStyles: [string, FieldStyle][] = [];
  for (const at of encoding === undefined ? [] : membersOf(encoding)) {
    const field = asNode(context, at, 'an encoding');
    if (field === undefined) continue;
    if (kind === 'multipart') checkHeaders(context, field);
    const style = readStyle(context, field, kind);
    if (style !== undefined) fieldStyles.push([at.key, style]);
    const type = style === undefined ? textField(context, field, 'contentType') : undefined;
    // Of several, or a range, the client takes what it is given.
    if (kind === 'multipart' && type !== undefined && !/[,*]/.test(type)) types.push([at.key, type]);
  }
  return defined({
    partTypes: types.length === 0 ? undefined : Object.fromEntries(types),
    fieldStyles: fieldStyles.length === 0 ? undefined : Object.fromEntries(fieldStyles),
  });
}

/** Up to OpenAPI 3.0, styles are of urlencoded forms only. */
function readStyle(context: ReadContext, field: SpecNode, kind: ContentKind): FieldStyle | undefined {
  const said = textField(context, field, 'style');
  const explode = flagField(context, field, 'explode');
  const isSaid =
    said !== undefined || explode !== undefined || flagField(context, field, 'allowReserved') !== undefined;
  if (!isSaid || (kind === 'multipart' && context.document.version === '3.0')) return undefined;
  const style = styles.find((each) => each === (said ?? 'form'));
  if (style !== undefined) return { style, explode: explode ?? style === 'form' };
  context.report(problems.unsupportedStyle, `${field.pointer}/style`, {
    style: said ?? '',
    location: 'query',
    allowed: styles,
  });
  return undefined;
}

/** Forms of `fetch` have no way to send headers with a part. */
function checkHeaders(context: ReadContext, field: SpecNode): void {
  const headers = nodeField(context, field, 'headers');
  for (const at of headers === undefined ? [] : membersOf(headers)) {
    // OpenAPI has it ignored: `contentType` says it.
    if (at.key.toLowerCase() === 'content-type') continue;
    const target = dereference(context, at);
    const isRequired = target !== undefined && isNode(target) && target.value.required === true;
    context.report(isRequired ? problems.requiredPartHeader : problems.ignoredPartHeader, at.pointer, { name: at.key });
  }
}
