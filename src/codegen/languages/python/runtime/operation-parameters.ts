import type { SourceFile } from '../../../emit/source-file';
import { type Code, type CodeSymbol, code } from '../../../emit/symbol';
import type { Operation, Parameter, ResponseHeader } from '../../../model/service';
import type { Member } from '../../../model/shape';
import { asParameter, isJsonParameter } from '../../operation-shapes';
import { type Conversion, wireFormOf } from '../../wire-form';
import { printDocstring } from '../docstring';
import { brackets, call, quote, suite } from '../source';
import { callWith, type Keyword, keyword, literal, nested, step, support, texts } from './checks/expressions';
import { annotation, optional, type RuntimeContext, reader } from './context';
import type { NamedOperation } from './operation-names';
import { dataclass } from './symbols';

/** The dataclass of the parameters of an operation. */
export function printParametersClass(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  file.print(code``);
  file.print(code`@${dataclass}(frozen=True, kw_only=True, slots=True)`);
  suite(file, code`class ${names.type}RequestParameters:`, () => {
    printDocstring(file, { text: `The parameters of ${route(operation)}.` }, 4);
    file.blank();
    for (const parameter of operation.parameters) {
      const type = annotation(parameter.shape, 'request', context);
      const attribute = names.attributes.get(parameter) ?? '';
      file.print(parameter.required ? code`${attribute}: ${type}` : code`${attribute}: ${optional(type)} = None`);
      const { description, deprecated } = parameter;
      printDocstring(file, { text: description ?? parameter.shape.description, deprecated }, 4);
    }
  });
  file.print(code``);
}

/** `GET /pets` */
export function route({ method, path }: Operation): string {
  return `\`${method.toUpperCase()} ${path}\``;
}

/** How a parameter stands on the wire. */
export function parameterExpression(
  parameter: Parameter,
  { names }: NamedOperation,
  context: RuntimeContext,
  indent: number,
): Code {
  const attribute = names.attributes.get(parameter) ?? parameter.key;
  return wireParameter(parameter, context, indent, [
    ...keyword('attribute', attribute === parameter.name ? undefined : quote(attribute)),
    ...keyword('type', reader(parameter.shape, 'request', context)),
  ]);
}

/** The same of a field of a form that is written as a query parameter is. */
export function wireParameter(
  parameter: Parameter,
  context: RuntimeContext,
  indent: number,
  others: readonly Keyword[] = [],
): Code {
  const { name, location, style, explode, key } = parameter;
  const usualStyle = location === 'path' || location === 'header' ? 'simple' : 'form';
  const form = formOf(parameter, context, indent);
  const keywords = [
    ...keyword('style', style === usualStyle ? undefined : quote(style)),
    ...keyword('explode', explode === (style === 'form') ? undefined : literal(explode)),
    ...keyword('key', key === name ? undefined : quote(key)),
    ...others,
  ];
  const positional = [code`${quote(name)}`, code`${quote(location)}`, ...(form === undefined ? [] : [form])];
  return callWith(support('parameters', 'parameter'), positional, keywords, indent);
}

/** How a header of a response stands on the wire. */
export function headerExpression(header: ResponseHeader, context: RuntimeContext, indent: number): Code {
  const form = formOf(asParameter(header), context, indent);
  const keywords = [
    ...keyword('explode', header.explode ? 'True' : undefined),
    ...keyword('type', reader(header.shape, 'response', context)),
  ];
  const positional = [code`${quote(header.name)}`, ...(form === undefined ? [] : [form])];
  return callWith(support('parameters', 'header'), positional, keywords, indent);
}

/** Members of an object whose values are texts: of a parameter or of a form. */
export function membersExpression(
  members: readonly Member[],
  context: RuntimeContext,
  keywords: readonly Keyword[],
  indent: number,
): Code {
  const fields = fieldsOf(members, context, indent + step);
  return callWith(support('parameters', 'Members'), fields === undefined ? [] : [fields], keywords, indent);
}

/** What makes a value of a text; nothing where the text is the value. */
export function converter(conversions: readonly Conversion[], indent: number): Code | undefined {
  const [first, ...others] = conversions.map((each) => code`${converters[each]}`);
  if (first === undefined) return undefined;
  return others.length === 0 ? first : call(support('texts', 'to_first'), [first, ...others], indent);
}

const converters: Readonly<Record<Conversion, CodeSymbol>> = {
  boolean: support('texts', 'to_boolean'),
  number: support('texts', 'to_number'),
  plainNumber: support('texts', 'to_plain_number'),
  null: support('texts', 'to_null'),
  json: support('texts', 'to_json'),
};

/** The form of a parameter; nothing for one that is a text. */
function formOf(parameter: Parameter, context: RuntimeContext, indent: number): Code | undefined {
  if (isJsonParameter(parameter)) return code`${support('parameters', 'Json')}()`;
  const form = wireFormOf(parameter.shape, context.service);
  if (form.kind === 'list') return itemsExpression(form.conversions, form.orScalar, indent);
  if (form.kind === 'scalar') {
    return form.conversions.length === 0 ? undefined : scalarExpression(form.conversions, indent);
  }
  const { location, explode, style } = parameter;
  const isSpread = explode && style === 'form' && (location === 'query' || location === 'cookie');
  const names = form.members.map(({ name }) => name);
  const keywords = [
    ...(isSpread && !form.isOpen ? [nested('names', (column) => texts(names, column))] : []),
    ...keyword('is_open', form.isOpen ? 'True' : undefined),
  ];
  return membersExpression(form.members, context, keywords, indent);
}

/** Readers of the members that are not texts; nothing where all are. */
function fieldsOf(members: readonly Member[], { service }: RuntimeContext, indent: number): Code | undefined {
  const fields = new Map<string, Code>();
  for (const { name, shape } of members) {
    const form = wireFormOf(shape, service);
    if (form.kind === 'list') fields.set(name, itemsExpression(form.conversions, form.orScalar, indent));
    else if (form.kind === 'object') fields.set(name, scalarExpression(['json'], indent));
    else if (form.conversions.length > 0) fields.set(name, scalarExpression(form.conversions, indent));
  }
  if (fields.size === 0) return undefined;
  return brackets(
    '{',
    [...fields].map(([name, field]) => code`${quote(name)}: ${field}`),
    '}',
    indent,
  );
}

/** A text that is converted. */
export function scalarExpression(conversions: readonly Conversion[], indent: number): Code {
  const convert = converter(conversions, indent);
  return call(support('parameters', 'Scalar'), convert === undefined ? [] : [convert], indent);
}

/** Texts in a row. */
export function itemsExpression(conversions: readonly Conversion[], orOne: boolean, indent: number): Code {
  const convert = converter(conversions, indent);
  const keywords = keyword('or_one', orOne ? 'True' : undefined);
  return callWith(support('parameters', 'Items'), convert === undefined ? [] : [convert], keywords, indent);
}
