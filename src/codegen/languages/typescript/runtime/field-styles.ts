import { type Code, code, indentRest, join } from '../../../emit/symbol';
import type { Content, Parameter, Service } from '../../../model/service';
import { list, literalKey, objectLiteral, quote, supportType } from '../source';
import { readParameter } from './read-parameters';
import { type WireForm, wireFormOf } from './wire-form';
import { writeQueryParameter } from './write-parameters';

/** How a client writes the fields of a form that have a style; nothing where none has. */
export function writeStyles(content: Content, service: Service): Code | undefined {
  const styled = styledFields(content, service).map((field) => {
    const value = code`value`;
    return code`${literalKey(field.name)}: (value) => ${writeQueryParameter(field, value, service)}`;
  });
  return styled.length === 0 ? undefined : objectLiteral(styled);
}

/** The names of those fields. */
export function styledNames(content: Content, service: Service): ReadonlySet<string> {
  return new Set(styledFields(content, service).map(({ name }) => name));
}

/** How a handler reads them, and what tells the others from them. */
export function readStyles(content: Content, service: Service): Code | undefined {
  const fields = allFields(content, service);
  const styled = styledFields(content, service);
  if (styled.length === 0) return undefined;
  const reads = styled.map(
    (field) => code`${literalKey(field.name)}: ${indentRest(readParameter(field, service, fields), '  ')}`,
  );
  const read = code`(wire: ${supportType('wire-request', 'WireRequest')}) => (${list('{', reads, '}', ' ')})`;
  return list('{', [code`read: ${read}`, code`isOther: ${isOther(fields, styled, service)}`], '}', ' ');
}

/** True for names that no field with a style has. Where one of these may have any name, others have those that are declared. */
function isOther(fields: readonly Parameter[], styled: readonly Parameter[], service: Service): Code {
  const spread = styled.map((field) => [field, wireFormOf(field.shape, service)] as const).filter(isSpread);
  const others = fields.filter((field) => !styled.includes(field));
  if (spread.some(([, form]) => form.kind === 'object' && form.isOpen)) {
    return code`(name) => ${namesOf(others)}.includes(name)`;
  }
  const whole = styled.filter((field) => field.style !== 'deepObject' && !spread.some(([each]) => each === field));
  const members = spread.flatMap(([, form]) => (form.kind === 'object' ? form.members : []));
  const deep = styled.filter(({ style }) => style === 'deepObject');
  const names = [...whole, ...members];
  const tests = [
    ...(names.length === 0 ? [] : [code`!${namesOf(names)}.includes(name)`]),
    ...deep.map(({ name }) => code`!name.startsWith(${quote(`${name}[`)})`),
  ];
  return code`(name) => ${join(tests, ' && ')}`;
}

/** True for an object whose members are fields of their own. */
function isSpread([{ style, explode }, form]: readonly [Parameter, WireForm]): boolean {
  return style === 'form' && explode && form.kind === 'object';
}

function namesOf(named: readonly { readonly name: string }[]): string {
  return `[${named.map(({ name }) => quote(name)).join(', ')}]`;
}

/** Those that are not written as they were without a style. */
export function styledFields(content: Content, service: Service): Parameter[] {
  const { fieldStyles = {} } = content;
  return allFields(content, service).filter((field) => {
    if (!Object.hasOwn(fieldStyles, field.name)) return false;
    const { kind } = wireFormOf(field.shape, service);
    return kind === 'object' || (kind === 'list' && !(field.style === 'form' && field.explode));
  });
}

/** The fields of a form as query parameters. */
function allFields({ shape, fieldStyles = {}, pointer }: Content, service: Service): Parameter[] {
  const form = wireFormOf(shape, service);
  return (form.kind === 'object' ? form.members : []).map((member) => ({
    name: member.name,
    key: member.name,
    location: 'query',
    required: member.required,
    shape: member.shape,
    ...usual,
    ...(Object.hasOwn(fieldStyles, member.name) ? fieldStyles[member.name] : {}),
    pointer,
  }));
}

const usual = { style: 'form', explode: true } as const;
