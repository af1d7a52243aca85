import { type Code, code } from '../../../emit/symbol';
import type { Direction } from '../../../model/direction';
import type { Content } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { isStream, plainEventData, type StreamContent } from '../../../model/streams';
import { formFields } from '../../form-fields';
import { wireFormOf } from '../../wire-form';
import { brackets, quote } from '../source';
import { callWith, type Keyword, keyword, nested, step, support, texts } from './checks/expressions';
import { aliasType, check, type RuntimeContext, reader, unionOf } from './context';
import { converter, itemsExpression, membersExpression, scalarExpression, wireParameter } from './operation-parameters';

/** The type of a body: of all its media types together. */
export function bodyType(contents: readonly Content[], direction: Direction, context: RuntimeContext): Code {
  if (contents.length === 0) return code`None`;
  return unionOf(contents.map(({ shape }) => aliasType(shape, direction, context)));
}

/** The media types of a body, in brackets. */
export function contentsExpression(
  contents: readonly Content[],
  direction: Direction,
  context: RuntimeContext,
  indent: number,
): Code {
  const items = contents.map((content) => contentExpression(content, direction, context, indent + step));
  return brackets('[', items, ']', indent);
}

const classes: Readonly<Record<Content['kind'], readonly [module: string, name: string, usual: string]>> = {
  json: ['contents', 'JsonContent', 'application/json'],
  text: ['contents', 'TextContent', 'text/plain'],
  binary: ['contents', 'BinaryContent', 'application/octet-stream'],
  form: ['contents', 'FormContent', 'application/x-www-form-urlencoded'],
  multipart: ['multipart', 'MultipartContent', 'multipart/form-data'],
  events: ['streams', 'EventsContent', 'text/event-stream'],
  'json-lines': ['streams', 'JsonLinesContent', 'application/jsonl'],
  'json-sequence': ['streams', 'JsonSequenceContent', 'application/json-seq'],
};

function contentExpression(content: Content, direction: Direction, context: RuntimeContext, indent: number): Code {
  const { kind, mediaType, shape } = content;
  const [module, name, usual] = classes[kind];
  const checked = isStream(content) ? checkedItem(content) : shape;
  const value = check(checked, direction, context, indent + step);
  const type = kind === 'binary' ? undefined : reader(shape, direction, context);
  // What has a type and no check: the one that finds nothing has its place.
  const positional = [
    ...(value === undefined ? (type === undefined ? [] : [code`None`]) : [value]),
    ...(type === undefined ? [] : [type]),
  ];
  const keywords = [
    ...keyword('media_type', mediaType === usual ? undefined : quote(mediaType)),
    ...kindKeywords(content, context, indent + step),
  ];
  return callWith(support(module, name), positional, keywords, indent);
}

/** What support finds by itself in an event, such as a wrong id, is not looked for twice. */
function checkedItem({ kind, shape }: StreamContent): Shape {
  const data = kind === 'events' ? plainEventData(shape) : undefined;
  if (data === undefined) return shape;
  return { kind: 'structure', members: [{ name: 'data', required: true, shape: data }], additional: { kind: 'any' } };
}

function kindKeywords(content: Content, context: RuntimeContext, indent: number): Keyword[] {
  const { kind, shape, eventData, partTypes = {} } = content;
  switch (kind) {
    case 'text': {
      const form = wireFormOf(shape, context.service);
      return keyword('convert', form.kind === 'scalar' ? converter(form.conversions, indent) : undefined);
    }
    case 'form': {
      const fields = membersExpression(formFields(content, context.service).plain, context, [], indent);
      return [
        ...keyword('members', fields.text.endsWith('()') ? undefined : fields),
        ...keyword('styled', styledExpression(content, context, indent)),
      ];
    }
    case 'multipart': {
      const types = Object.entries(partTypes).map(([name, type]) => `${quote(name)}: ${quote(type)}`);
      return [
        ...keyword('fields', partFields(content, context, indent)),
        ...keyword('part_types', types.length === 0 ? undefined : `{${types.join(', ')}}`),
        ...keyword('styled', styledExpression(content, context, indent)),
      ];
    }
    case 'events':
      return keyword('is_text', eventData === 'text' ? 'True' : undefined);
    default:
      return [];
  }
}

/** The fields of a form that are written as query parameters are; nothing where there are none. */
function styledExpression(content: Content, context: RuntimeContext, indent: number): Code | undefined {
  const { styled, plain } = formFields(content, context.service);
  const fields = styled.map((field) => wireParameter(field, context, indent + 2 * step));
  if (fields.length === 0) return undefined;
  const names = plain.map(({ name }) => name);
  const keywords = [nested('plain', (columns) => texts(names, columns))];
  const list = brackets('[', fields, ']', indent + step);
  return callWith(support('styled_fields', 'StyledFields'), [list], plain.length === 0 ? [] : keywords, indent);
}

function partFields(content: Content, context: RuntimeContext, indent: number): Code | undefined {
  const fields = formFields(content, context.service).plain.flatMap((member) => {
    const field = partForm(member.shape, context, indent + 2 * step);
    return field === undefined ? [] : [code`${quote(member.name)}: ${field}`];
  });
  return fields.length === 0 ? undefined : brackets('{', fields, '}', indent);
}

/** Lists are parts that repeat; objects are JSON. */
function partForm(shape: Shape, { service }: RuntimeContext, indent: number): Code | undefined {
  const bytes = support('multipart', 'Bytes');
  const resolved = shape.kind === 'reference' ? (service.shapes.get(shape.target)?.shape ?? shape) : shape;
  if (resolved.kind === 'blob') return code`${bytes}()`;
  if (resolved.kind === 'list' && resolved.items.kind === 'blob') return code`${bytes}(is_list=True)`;
  const form = wireFormOf(shape, service);
  if (form.kind === 'list') return itemsExpression(form.conversions, false, indent);
  if (form.kind === 'object') return scalarExpression(['json'], indent);
  return form.conversions.length === 0 ? undefined : scalarExpression(form.conversions, indent);
}
