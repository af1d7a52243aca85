import { type Code, code, type Printable } from '../../../emit/symbol';
import type { Parameter, Service } from '../../../model/service';
import type { Member } from '../../../model/shape';
import { call, literalKey, objectLiteral, quote, support } from '../source';
import { type WireForm, wireFormOf } from './wire-form';

/** The expression that reads a parameter off the wire, by its style. */
export function readParameter(parameter: Parameter, service: Service): Code {
  if (parameter.mediaType !== undefined) return use('toJson', textOf(parameter));
  const form = wireFormOf(parameter.shape, service);
  switch (form.kind) {
    case 'scalar':
      return form.convert === undefined ? scalarText(parameter) : code`${form.convert}(${scalarText(parameter)})`;
    case 'list':
      return use(form.orScalar ? 'toListOrOne' : 'toList', partsOf(parameter), ...optional(form.convert));
    case 'object':
      return use('toObject', entriesOf(parameter, form), ...optional(fieldsOf(form.members, service)));
  }
}

/** Readers of the members that are not texts, or undefined where all are. */
export function fieldsOf(members: readonly Member[], service: Service): Code | undefined {
  const fields = members.flatMap(({ name, shape }) => {
    const form = wireFormOf(shape, service);
    const key = literalKey(name);
    if (form.kind === 'list')
      return [code`${key}: ${use(form.orScalar ? 'oneOrMany' : 'many', ...optional(form.convert))}`];
    if (form.kind === 'object') return [code`${key}: ${use('one', code`${support('read-parameters', 'toJson')}`)}`];
    return form.convert === undefined ? [] : [code`${key}: ${use('one', form.convert)}`];
  });
  return fields.length === 0 ? undefined : objectLiteral(fields);
}

function use(name: string, ...args: readonly Code[]): Code {
  return call(support('read-parameters', name), args);
}

function fromWire(name: string, ...args: readonly Printable[]): Code {
  return use(name, code`wire`, ...args.map((arg) => code`${arg}`));
}

function optional(piece: Code | undefined): Code[] {
  return piece === undefined ? [] : [piece];
}

/** The text of a parameter as a whole. */
function textOf({ location, name }: Parameter): Code {
  switch (location) {
    case 'path':
      return fromWire('pathText', quote(name));
    case 'query':
      return fromWire('queryText', quote(name));
    case 'header':
      return fromWire('headerText', quote(name.toLowerCase()));
    case 'cookie':
      return fromWire('cookieText', quote(name));
  }
}

/** Label and matrix put something before the one value. */
function scalarText(parameter: Parameter): Code {
  const { style } = parameter;
  return style === 'label' || style === 'matrix' ? code`${partsOf(parameter)}?.[0]` : textOf(parameter);
}

function partsOf(parameter: Parameter): Code {
  const { name, style, explode, location } = parameter;
  switch (style) {
    case 'label':
      return fromWire('pathParts', quote(name), quote(explode ? '.' : ','), quote('.'));
    case 'matrix':
      return fromWire('matrixParts', quote(name));
    case 'spaceDelimited':
      return explode ? fromWire('queryTexts', quote(name)) : use('split', textOf(parameter), code`' '`);
    case 'pipeDelimited':
      return explode ? fromWire('queryTexts', quote(name)) : use('split', textOf(parameter), code`'|'`);
    case 'form':
      return explode && location === 'query'
        ? fromWire('queryTexts', quote(name))
        : use('split', textOf(parameter), code`','`);
    default:
      return location === 'path' ? fromWire('pathParts', quote(name)) : use('split', textOf(parameter), code`','`);
  }
}

function entriesOf(parameter: Parameter, { members, isOpen }: Extract<WireForm, { readonly kind: 'object' }>): Code {
  const { name, style, explode, location } = parameter;
  if (style === 'deepObject') return fromWire('deepEntries', quote(name));
  if (style === 'form' && explode && location === 'query') {
    // A map without declared members takes every query parameter there is.
    const names = code`[${members.map((member) => quote(member.name)).join(', ')}]`;
    return isOpen && members.length === 0 ? fromWire('queryEntries') : fromWire('queryEntries', names);
  }
  if (style === 'matrix' && explode)
    return use('assignments', fromWire('pathParts', quote(name), code`';'`, code`';'`));
  return use(explode ? 'assignments' : 'pairs', partsOf(parameter));
}
