import { type Code, code } from '../../../emit/symbol';
import type { Content } from '../../../model/service';
import type { Member, Shape } from '../../../model/shape';
import { isStream, plainEventData, type StreamContent } from '../../../model/streams';
import { type FormFields, formFields } from '../../form-fields';
import { type Conversion, wireFormOf } from '../../wire-form';
import { quote } from '../source';
import { findCheck } from './checks/checks';
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
    const declared = formFields(content, context.service);
    const fields = kind === 'form' ? membersOf(declared.plain, false, context) : partsOf(content, declared, context);
    const styled = styledFields(declared, context);
    const args = [code`${mediaType}`, fields, ...(styled === undefined ? [] : [styled])];
    return wrapped(code`${type}.${kind}`, args);
  }
  return code`${type}.${kind}(${mediaType})`;
}

/** The same with what the value has to be, for handlers. */
export function checkedContent(content: Content, direction: 'request' | 'response', context: RuntimeContext): Code {
  const { models } = context;
  const start = contentOf(content, context);
  const checked = (shape: Shape, method = 'checkedBy') => {
    const check = findCheck(shape, { direction, models });
    return check === undefined ? start : code`${start}.${method}(${check})`;
  };
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

/** The fields that are written as query parameters; nothing where there are none. */
function styledFields({ styled, plain }: FormFields, context: RuntimeContext): Code | undefined {
  if (styled.length === 0) return undefined;
  const others = plain.map(({ name }) => code`${quote(name)}`);
  return wrapped(code`${support('StyledFields', context)}.of`, [parametersOf(styled, context), ...others]);
}

function partsOf({ partTypes = {} }: Content, { plain }: FormFields, context: RuntimeContext): Code {
  const readers = plain.flatMap((member) => partReader(member, context) ?? []);
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
