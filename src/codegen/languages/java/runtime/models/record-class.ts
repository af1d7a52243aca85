import { camelCase, NameScope } from '../../../../emit/names';
import type { SourceFile } from '../../../../emit/source-file';
import { type Code, code, join } from '../../../../emit/symbol';
import type { Member, ShapeOf } from '../../../../model/shape';
import { printDoc, tagText } from '../../javadoc';
import { methodName } from '../../names';
import { call, method, quote, type Text } from '../../source';
import { type ClassForm, valuesOf } from './forms';
import type { JavaModels } from './java-models';
import { legalName, reservedComponents } from './names';
import { imported, supportClass } from './symbols';
import { commonType, typeOf } from './types';

/** Records of more members have a builder. */
export const mostArguments = 4;

/** A component of a record. */
interface Component {
  readonly member: Member;
  readonly name: string;
  /** Without {@link isField}. */
  readonly type: Code;
  /** It may be left out and may be null: `Nullable`. */
  readonly isField: boolean;
  /** Null is written. */
  readonly isAlwaysWritten: boolean;
}

/** What a record is printed with. */
interface RecordContext {
  readonly name: string;
  readonly implementing: Code;
  readonly description: string | undefined;
  readonly file: string;
  readonly models: JavaModels;
}

type RecordForm = Extract<ClassForm, { readonly kind: 'record' }>;

/** Prints the record of a structure; `nested` prints the classes within it. */
export function printRecord(file: SourceFile, form: RecordForm, context: RecordContext, nested: () => void): void {
  const { models } = context;
  const { additional, patterns } = form.structure;
  const values = valuesOf(additional, patterns);
  const open = values.length === 0 ? undefined : commonType(values, models, context.file);
  const components = componentsOf(form, context);
  printDoc(file, { text: context.description, tags: componentTags(components, open !== undefined) });
  file.line`@${imported.include}(${imported.include}.Include.NON_NULL)`;
  const lines = [
    ...components.map((each) => componentLine(each, models)),
    ...(open === undefined ? [] : [anyLine(open)]),
  ];
  file.block(code`public record ${context.name}(\n    ${join(lines, ',\n    ')})${context.implementing} {`, '}', () => {
    printConstructors(file, context, components, open);
    if (components.length > mostArguments) printBuilder(file, context, components, open);
    nested();
  });
}

/** The names of components: those that are called so in the model come first. */
export function componentNames(members: readonly Named[], isOpen: boolean): ReadonlyMap<string, string> {
  const reserved = isOpen ? reservedOfOpen : reservedComponents;
  const wanted = new Map<string, string>();
  const free = new Set<string>();
  for (const { name } of members) {
    const component = methodName(legalName(camelCase(name)) || 'member');
    wanted.set(name, component);
    if (!reserved.has(component)) free.add(component);
  }
  if (free.size === wanted.size) return wanted;
  const scope = new NameScope(reserved);
  const names = new Map<string, string>();
  for (const isExact of [true, false]) {
    for (const [name, component] of wanted) {
      if ((name === component) === isExact) names.set(name, scope.claim(component, `${component}_`));
    }
  }
  return names;
}

type Named = Pick<Member, 'name'>;

const reservedOfOpen: ReadonlySet<string> = new Set([...reservedComponents, 'additionalProperties']);

/** Whether a member may be left out and may be null, which are told apart: `Nullable`. */
export function isField({ required, shape }: Member, { forms }: JavaModels): boolean {
  return !required && forms.isNullable(shape) && forms.of(shape).kind !== 'json';
}

/** The component of each member of a structure. */
export function componentsByMember({
  members,
  additional,
  patterns,
}: ShapeOf<'structure'>): ReadonlyMap<string, string> {
  return componentNames(members, valuesOf(additional, patterns).length > 0);
}

function componentsOf({ structure }: RecordForm, { models, file }: RecordContext): Component[] {
  const names = componentsByMember(structure);
  return structure.members.map((member): Component => {
    const { name, shape, required } = member;
    const isNullable = models.forms.isNullable(shape);
    const isJson = models.forms.of(shape).kind === 'json';
    return {
      member,
      name: names.get(name) ?? name,
      type: typeOf(shape, models, file),
      isField: isField(member, models),
      isAlwaysWritten: required && (isNullable || shape.implied === true) && !isJson,
    };
  });
}

function componentTags(components: readonly Component[], isOpen: boolean): string[] {
  const tags = components.flatMap(({ name, member: { shape } }) => {
    const said = [
      tagText(shape.description ?? shape.title ?? ''),
      ...(shape.readOnly ? ['Only in responses.'] : []),
      ...(shape.writeOnly ? ['Only in requests.'] : []),
      ...(shape.default === undefined ? [] : [tagText(`Default: \`${JSON.stringify(shape.default)}\`.`)]),
      ...(shape.deprecated ? ['Deprecated.'] : []),
    ].filter((text) => text !== '');
    return said.length === 0 ? [] : [`@param ${name} ${said.join(' ')}`];
  });
  return isOpen && tags.length > 0 ? [...tags, '@param additionalProperties all other members, by their names'] : tags;
}

function componentLine({ member, name, type, isField, isAlwaysWritten }: Component, models: JavaModels): Code {
  const { property, include } = imported;
  const inclusion = isField ? 'NON_EMPTY' : isAlwaysWritten ? 'ALWAYS' : undefined;
  const included = inclusion === undefined ? '' : code` @${include}(${include}.Include.${inclusion})`;
  const declared = isField ? fieldOf(type, models) : type;
  return code`@${property}(${quote(member.name)})${included} ${declared} ${name}`;
}

function anyLine(type: Code): Code {
  const map = code`${imported.map}<String, ${type}>`;
  return code`@${imported.anySetter} @${imported.anyGetter} ${map} additionalProperties`;
}

function fieldOf(type: Code, { packages }: JavaModels): Code {
  return code`${supportClass('Nullable', packages)}<${type}>`;
}

function printConstructors(
  file: SourceFile,
  { name, models }: RecordContext,
  components: readonly Component[],
  open: Code | undefined,
): void {
  const nullable = supportClass('Nullable', models.packages);
  const fields = components.filter(({ isField }) => isField).map(({ name: component }) => component);
  const defaults = [
    ...fields.map((field) => code`${field} = ${nullable}.orAbsent(${field});`),
    ...(open === undefined
      ? []
      : [code`additionalProperties = additionalProperties == null ? ${imported.map}.of() : additionalProperties;`]),
  ];
  if (open !== undefined || fields.length > 0) {
    printDoc(file, { text: 'What is not given is left out.' });
    file.line`@${imported.creator}`;
    method(file, code`public ${name}`, defaults);
  }
  if (open === undefined || components.length > mostArguments) return;
  const parameters = components.map(
    ({ name: component, type, isField }) => code`${isField ? fieldOf(type, models) : type} ${component}`,
  );
  const args = [...components.map((each) => each.name), code`${imported.map}.of()`];
  file.blank();
  printDoc(file, { text: 'Without other members than those of the model.' });
  method(file, call(`public ${name}`, parameters, '', 4), [call('this', args, ';', 4)]);
}

function printBuilder(
  file: SourceFile,
  context: RecordContext,
  components: readonly Component[],
  open: Code | undefined,
): void {
  file.blank();
  printDoc(file, { text: 'Starts with no members.' });
  method(file, 'public static Builder builder()', ['return new Builder();']);
  file.blank();
  printDoc(file, { text: 'Starts with the members of this.' });
  method(file, 'public Builder toBuilder()', [
    'Builder builder = new Builder();',
    ...components.map((each) => `builder.${each.name} = ${each.name};`),
    ...(open === undefined ? [] : ['builder.additionalProperties.putAll(additionalProperties);']),
    'return builder;',
  ]);
  file.blank();
  printDoc(file, { text: 'Collects members, in any order.' });
  file.block('public static final class Builder {', '}', () => {
    printBuilderBody(file, context, components, open);
  });
}

function printBuilderBody(
  file: SourceFile,
  { name, models }: RecordContext,
  components: readonly Component[],
  open: Code | undefined,
): void {
  for (const { name: component, type, isField } of components) {
    file.line`private ${isField ? fieldOf(type, models) : type} ${component};`;
  }
  if (open !== undefined) {
    const map = code`${imported.map}<String, ${open}>`;
    file.line`private final ${map} additionalProperties = new ${imported.linkedHashMap}<>();`;
  }
  file.blank();
  file.line`private Builder() {}`;
  for (const { name: component, type, isField, member } of components) {
    const value = isField ? code`${supportClass('Nullable', models.packages)}.of(${component})` : component;
    const { description, title, deprecated } = member.shape;
    file.blank();
    printDoc(file, { text: description ?? title, deprecated });
    method(file, code`public Builder ${component}(${type} ${component})`, [
      typeof value === 'string' ? `this.${component} = ${value};` : code`this.${component} = ${value};`,
      'return this;',
    ]);
  }
  if (open !== undefined) {
    file.blank();
    printDoc(file, { text: 'Adds a member that the model does not name.' });
    method(file, code`public Builder additionalProperty(String name, ${open} value)`, [
      'additionalProperties.put(name, value);',
      'return this;',
    ]);
  }
  const args: Text[] = components.map((each) => each.name);
  if (open !== undefined) args.push(code`new ${imported.linkedHashMap}<>(additionalProperties)`);
  file.blank();
  printDoc(file, { text: 'All that was collected.' });
  method(file, code`public ${name} build()`, [call(`return new ${name}`, args, ';', 6)]);
}
