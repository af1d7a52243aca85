import { type Code, code } from '../../../emit/symbol';
import type { Content, Parameter } from '../../../model/service';
import type { Member, Shape } from '../../../model/shape';
import { isStream, plainEventData, type StreamContent } from '../../../model/streams';
import { type Conversion, wireFormOf } from '../../wire-form';
import { quote } from '../source';
import { checkOf, hasCheck } from './models';
import { type RuntimeContext, support, wrapped } from './operation-context';
import { convertOf, membersOf, parametersOf } from './operation-parameters';

/** `Content.json("application/json")`: how the bytes of a body become a value and back. */
export function contentOf(content: Content, context: RuntimeContext): Code {
  const type = support('Content', context);
  const mediaType = quote(content.mediaType);
  if (isStream(content)) {
    return code`${type}.stream(${mediaType}, ${support('StreamContent', context)}.Format.${formatOf(content)})`;
  }
  const { kind, shape } = content;
  if (kind === 'text') return code`${type}.text(${mediaType}, ${textConversion(shape, context)})`;
  if (kind === 'form' || kind === 'multipart') {
    const fields =
      kind === 'form' ? membersOf(plainFields(content, context), false, context) : partsOf(content, context);
    const styled = styledFields(content, context);
    const args = [code`${mediaType}`, fields, ...(styled === undefined ? [] : [styled])];
    return wrapped(code`${type}.${kind}`, args);
  }
  return code`${type}.${kind}(${mediaType})`;
}

/** The same with what the value has to be, for handlers. */
export function checkedContent(content: Content, direction: 'request' | 'response', context: RuntimeContext): Code {
  const { models } = context;
  const start = contentOf(content, context);
  const checked = (shape: Shape, method = 'checkedBy') =>
    hasCheck(shape, direction, models) ? code`${start}.${method}(${checkOf(shape, direction, models)})` : start;
  if (!isStream(content) || content.kind !== 'events') return checked(content.shape);
  const data = plainEventData(content.shape);
  if (data !== undefined) return checked(data);
  return checked(content.shape, 'eventsCheckedBy');
}

function formatOf({ kind, eventData = 'json' }: StreamContent): string {
  if (kind === 'events') return eventData === 'json' ? 'JSON_EVENTS' : 'TEXT_EVENTS';
  return kind === 'json-lines' ? 'JSON_LINES' : 'JSON_SEQUENCE';
}

/** What makes a number of a text, where the schema wants one. */
function textConversion(shape: Shape, context: RuntimeContext): Code {
  const form = wireFormOf(shape, context.service);
  return convertOf(form.kind === 'scalar' ? form.conversions : [], context);
}

/** The fields that the model says nothing of how to write, or what is done anyway. */
function plainFields(content: Content, context: RuntimeContext): readonly Member[] {
  return membersIn(content.shape, context).filter((member) => styleOf(member, content, context) === undefined);
}

/** How a field is written, where that is as a query parameter and not as usual. */
function styleOf({ name, shape }: Member, { fieldStyles = {} }: Content, { service }: RuntimeContext) {
  const style = Object.hasOwn(fieldStyles, name) ? fieldStyles[name] : undefined;
  const { kind } = wireFormOf(shape, service);
  const isUsual = kind === 'scalar' || (kind === 'list' && style?.style === 'form' && style.explode);
  return isUsual ? undefined : style;
}

/** The other fields as query parameters; nothing where there are none. */
function styledFields(content: Content, context: RuntimeContext): Code | undefined {
  const parameters = membersIn(content.shape, context).flatMap((member): Parameter[] => {
    const style = styleOf(member, content, context);
    if (style === undefined) return [];
    return [{ ...member, key: member.name, location: 'query', ...style, pointer: content.pointer }];
  });
  if (parameters.length === 0) return undefined;
  const others = plainFields(content, context).map(({ name }) => code`${quote(name)}`);
  return wrapped(code`${support('StyledFields', context)}.of`, [parametersOf(parameters, context), ...others]);
}

function membersIn(shape: Shape, { service }: RuntimeContext): readonly Member[] {
  const form = wireFormOf(shape, service);
  return form.kind === 'object' ? form.members : [];
}

function partsOf(content: Content, context: RuntimeContext): Code {
  const { partTypes = {} } = content;
  const readers = plainFields(content, context).flatMap((member) => partReader(member, context) ?? []);
  const types = Object.entries(partTypes).map(([name, type]) => code`.type(${quote(name)}, ${quote(type)})`);
  return code`${support('Parts', context)}.of()${readers}${types}`;
}

/** Lists are parts that repeat; objects are JSON. */
function partReader({ name, shape }: Member, context: RuntimeContext): Code | undefined {
  const { service } = context;
  const resolved = shape.kind === 'reference' ? (service.shapes.get(shape.target)?.shape ?? shape) : shape;
  if (resolved.kind === 'blob') return code`.bytes(${quote(name)})`;
  if (resolved.kind === 'list' && resolved.items.kind === 'blob') return code`.byteLists(${quote(name)})`;
  const use = (method: string, conversions: readonly Conversion[]) =>
    code`.${method}(${quote(name)}, ${convertOf(conversions, context)})`;
  const form = wireFormOf(shape, service);
  if (form.kind === 'list') return use('texts', form.conversions);
  if (form.kind === 'object') return use('text', ['json']);
  return form.conversions.length === 0 ? undefined : use('text', form.conversions);
}
