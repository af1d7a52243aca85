import { type Code, code, type Printable } from '../../../emit/symbol';
import type { Parameter, ParameterStyle, Service } from '../../../model/service';
import type { Member } from '../../../model/shape';
import { isJsonParameter } from '../../operation-shapes';
import { call, literalKey, objectLiteral, quote, support } from '../source';
import { jsonConversion, type WireForm, wireFormOf } from './wire-form';

/** The expression that reads a parameter off the wire, by its style. The others of the operation have names that are not of its members. */
export function readParameter(parameter: Parameter, service: Service, others: readonly Parameter[]): Code {
  if (isJsonParameter(parameter)) return code`${jsonConversion(parameter.shape, service)}(${textOf(parameter)})`;
  const form = wireFormOf(parameter.shape, service);
  switch (form.kind) {
    case 'scalar':
      return form.convert === undefined ? textOf(parameter) : code`${form.convert}(${textOf(parameter)})`;
    case 'list':
      return use(form.orScalar ? 'toListOrOne' : 'toList', partsOf(parameter), ...optional(form.convert));
    case 'object':
      return use('toObject', entriesOf(parameter, form, others), ...optional(fieldsOf(form.members, service)));
  }
}

/** Readers of the members that are not texts, or undefined where all are. */
export function fieldsOf(members: readonly Member[], service: Service): Code | undefined {
  const fields = members.flatMap(({ name, shape }) => {
    const form = wireFormOf(shape, service);
    const key = literalKey(name);
    if (form.kind === 'list')
      return [code`${key}: ${use(form.orScalar ? 'oneOrMany' : 'many', ...optional(form.convert))}`];
    if (form.kind === 'object') return [code`${key}: ${use('one', jsonConversion(shape, service))}`];
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

/** The text of a parameter as a whole. Label and matrix put something before it. */
function textOf({ location, name, style }: Parameter): Code {
  switch (location) {
    case 'path':
      return fromWire('pathText', quote(name), ...optional(style === 'simple' ? undefined : prefixOf(style, name)));
    case 'query':
      return fromWire('queryText', quote(name));
    case 'header':
      return fromWire('headerText', quote(name.toLowerCase()));
    case 'cookie':
      return fromWire('cookieText', quote(name));
  }
}

function prefixOf(style: ParameterStyle, name: string): Code {
  return code`${quote(style === 'label' ? '.' : `;${encodeURIComponent(name)}=`)}`;
}

function partsOf({ name, style, explode, location }: Parameter): Code {
  switch (style) {
    case 'label':
      return fromWire('pathParts', quote(name), quote(explode ? '.' : ','), quote('.'));
    case 'matrix':
      return explode
        ? fromWire('matrixParts', quote(name))
        : fromWire('pathParts', quote(name), quote(','), prefixOf(style, name));
    case 'simple':
      return location === 'path'
        ? fromWire('pathParts', quote(name))
        : fromWire('headerParts', quote(name.toLowerCase()));
    default:
      if (location === 'cookie') return fromWire(explode ? 'cookieTexts' : 'cookieParts', quote(name));
      if (explode) return fromWire('queryTexts', quote(name));
      return use('split', fromWire('queryText', quote(name)), code`${quote(separators[style])}`);
  }
}

const separators = { form: ',', spaceDelimited: ' ', pipeDelimited: '|', deepObject: ',' } as const;

type ObjectForm = Extract<WireForm, { readonly kind: 'object' }>;

function entriesOf(parameter: Parameter, form: ObjectForm, others: readonly Parameter[]): Code {
  const { name, style, explode, location } = parameter;
  if (style === 'deepObject') return fromWire('deepEntries', quote(name));
  if (!explode) return use('pairs', partsOf(parameter));
  switch (style) {
    case 'label':
      return fromWire('pathEntries', quote(name), quote('.'), quote('.'));
    case 'matrix':
      return fromWire('pathEntries', quote(name), quote(';'), quote(';'));
    case 'simple':
      return location === 'path'
        ? fromWire('pathEntries', quote(name))
        : use('assignments', fromWire('headerParts', quote(name.toLowerCase())));
    default:
      return ownEntriesOf(location === 'cookie' ? 'cookie' : 'query', parameter, form, others);
  }
}

/** Members that are parameters of their own: those that are declared, or all that are not others. */
function ownEntriesOf(
  location: 'query' | 'cookie',
  parameter: Parameter,
  { members, isOpen }: ObjectForm,
  others: readonly Parameter[],
): Code {
  if (!isOpen) return fromWire(`${location}Entries`, namesOf(members));
  const siblings = others.filter((other) => other.location === location && other.name !== parameter.name);
  const deep = siblings.filter(({ style }) => style === 'deepObject').map(({ name }) => ({ name: `${name}[` }));
  const names = siblings.filter(({ style }) => style !== 'deepObject');
  return fromWire(`${location}Rest`, namesOf(names), ...(deep.length === 0 ? [] : [namesOf(deep)]));
}

function namesOf(named: readonly { readonly name: string }[]): Code {
  return code`[${named.map(({ name }) => quote(name)).join(', ')}]`;
}
