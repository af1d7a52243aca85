import { type Code, code, indentRest, join } from '../../../emit/symbol';
import type { Parameter, ParameterStyle } from '../../../model/service';
import type { Member } from '../../../model/shape';
import { isJsonParameter } from '../../operation-shapes';
import { type Conversion, type WireForm, wireFormOf } from '../../wire-form';
import { quote } from '../source';
import { type RuntimeContext, support } from './operation-context';

/** `Parameters.of(…)`: how the values of parameters become text and back. */
export function parametersOf(parameters: readonly Parameter[], context: RuntimeContext): Code {
  const all = parameters.map((parameter) => parameterOf(parameter, context));
  const lines = join(all, ',\n    ');
  return code`${support('Parameters', context)}.of(\n    ${lines})`;
}

/** `Convert.NUMBER`: what makes values of texts. */
export function convertOf(conversions: readonly Conversion[], context: RuntimeContext): Code {
  const convert = support('Convert', context);
  const all = conversions.map((each) => code`${convert}.${constants[each]}`);
  const [first = code`${convert}.TEXT`] = all;
  return all.length <= 1 ? first : code`${convert}.first(${join(all, ', ')})`;
}

/** `Members.of("a").one("b", Convert.NUMBER)`: how the members of an object become values. */
export function membersOf(members: readonly Member[], isOpen: boolean, context: RuntimeContext): Code {
  const readers = members.map((member) => readerOf(member, context));
  const names = members.filter((_, index) => readers[index] === undefined).map(({ name }) => quote(name));
  const calls = readers.filter((reader) => reader !== undefined);
  const end = isOpen ? '.open()' : '';
  return code`${support('Members', context)}.of(${[...new Set(names)].join(', ')})${calls}${end}`;
}

function readerOf({ name, shape }: Member, context: RuntimeContext): Code | undefined {
  const form = wireFormOf(shape, context.service);
  const call = (method: string, conversions: readonly Conversion[]) =>
    code`.${method}(${quote(name)}, ${convertOf(conversions, context)})`;
  if (form.kind === 'list') return call(form.orScalar ? 'oneOrMany' : 'many', form.conversions);
  if (form.kind === 'object') return call('one', ['json']);
  return form.conversions.length === 0 ? undefined : call('one', form.conversions);
}

const constants: Readonly<Record<Conversion, string>> = {
  boolean: 'BOOLEAN',
  number: 'NUMBER',
  plainNumber: 'PLAIN_NUMBER',
  null: 'NULL',
  json: 'JSON',
};

function parameterOf(parameter: Parameter, context: RuntimeContext): Code {
  const { location, name, key, style, explode } = parameter;
  const usual = usualStyle(location);
  const type = support('Parameter', context);
  const calls = [
    ...(key === name ? [] : [code`.key(${quote(key)})`]),
    ...(style === usual.style ? [] : [code`.style(${type}.Style.${styles[style]})`]),
    ...(explode === usual.explode ? [] : [code`.explode(${String(explode)})`]),
    ...formOf(parameter, context),
  ];
  return code`${type}.${location}(${quote(name)})${indentRest(code`${calls}`, '    ')}`;
}

function formOf(parameter: Parameter, context: RuntimeContext): Code[] {
  const { shape, name, location } = parameter;
  if (isJsonParameter(parameter)) return [code`.json()`];
  if (location === 'header' && name.toLowerCase() === 'set-cookie' && shape.kind === 'list') return [code`.cookies()`];
  const form: WireForm = wireFormOf(shape, context.service);
  switch (form.kind) {
    case 'scalar':
      return form.conversions.length === 0 ? [] : [code`.of(${convertOf(form.conversions, context)})`];
    case 'list':
      return [code`.${form.orScalar ? 'listOrOne' : 'list'}(${convertOf(form.conversions, context)})`];
    case 'object':
      return [code`.object(${membersOf(form.members, form.isOpen, context)})`];
  }
}

function usualStyle(location: Parameter['location']): { readonly style: ParameterStyle; readonly explode: boolean } {
  const isSimple = location === 'path' || location === 'header';
  return isSimple ? { style: 'simple', explode: false } : { style: 'form', explode: true };
}

const styles: Readonly<Record<ParameterStyle, string>> = {
  simple: 'SIMPLE',
  label: 'LABEL',
  matrix: 'MATRIX',
  form: 'FORM',
  spaceDelimited: 'SPACE_DELIMITED',
  pipeDelimited: 'PIPE_DELIMITED',
  deepObject: 'DEEP_OBJECT',
};
