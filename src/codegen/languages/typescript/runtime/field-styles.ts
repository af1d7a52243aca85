import { type Code, code, indentRest, join } from '../../../emit/symbol';
import type { Content, Parameter, Service } from '../../../model/service';
import { type FormFields, formFields } from '../../form-fields';
import { list, literalKey, objectLiteral, quote } from '../source';
import { readParameter } from './read-parameters';
import { type WireForm, wireFormOf } from './wire-form';
import { writeQueryParameter } from './write-parameters';

/** How a client writes the fields of a form that have a style; nothing where none has. */
export function writeStyles(content: Content, service: Service): Code | undefined {
  const styled = formFields(content, service).styled.map((field) => {
    const value = code`value`;
    return code`${literalKey(field.name)}: (value) => ${writeQueryParameter(field, value, service)}`;
  });
  return styled.length === 0 ? undefined : objectLiteral(styled);
}

/** How a handler reads them, and what tells the others from them. */
export function readStyles(content: Content, service: Service): Code | undefined {
  const fields = formFields(content, service);
  const { all, styled } = fields;
  if (styled.length === 0) return undefined;
  const reads = styled.map(
    (field) => code`${literalKey(field.name)}: ${indentRest(readParameter(field, service, all), '  ')}`,
  );
  const read = code`(wire) => (${list('{', reads, '}', ' ')})`;
  return list('{', [code`read: ${read}`, code`isOther: ${isOther(fields, service)}`], '}', ' ');
}

/** True for names that no field with a style has. Where one of these may have any name, others have those that are declared. */
function isOther({ styled, plain }: FormFields, service: Service): Code {
  const spread = styled.map((field) => [field, wireFormOf(field.shape, service)] as const).filter(isSpread);
  if (spread.some(([, form]) => form.kind === 'object' && form.isOpen)) {
    return code`(name) => ${namesOf(plain)}.includes(name)`;
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
