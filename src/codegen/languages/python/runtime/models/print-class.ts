import type { SourceFile } from '../../../../emit/source-file';
import { type Code, code } from '../../../../emit/symbol';
import { isValid } from '../../../../mocks/is-valid';
import { type Direction, isRequired } from '../../../../model/direction';
import type { Member, Shape } from '../../../../model/shape';
import { docstring } from '../../docstring';
import { brackets, quote, suite } from '../../source';
import { support } from '../checks/expressions';
import { annotated, field } from '../symbols';
import type { ClassFields } from './fields';
import { attributeNames, type ModelClass, type PythonModels, typeIn } from './names';
import { printAnyOf, printOptional, printType, type TypeContext } from './types';

/** Prints a class of pydantic: an attribute for each member, with what the model says of it. */
export function printClass(
  file: SourceFile,
  { shape, names }: ModelClass,
  { members, others }: ClassFields,
  direction: Direction,
  models: PythonModels,
): void {
  const context = { names: models.names, direction, isForCheckers: false };
  const attributes = attributeNames(
    members.map(({ name }) => name),
    models.names,
  );
  file.blank();
  file.print(code``);
  suite(file, code`class ${typeIn(names, direction)}(${support('model', 'Model')}):`, () => {
    const about = docstring({ text: shape.description ?? shape.title, deprecated: shape.deprecated }, 4);
    if (about.length > 0) file.print(...about, code``);
    let isDescribed = false;
    for (const [index, member] of members.entries()) {
      const doc = memberDoc(member.shape);
      // What is described stands apart.
      if (isDescribed) file.blank();
      file.print(attribute(attributes[index] ?? '', member, context, models), ...doc);
      isDescribed = doc.length > 0;
    }
    if (others.length > 0) printOthers(file, others, context);
  });
}

function attribute(name: string, member: Member, context: TypeContext, { service }: PythonModels): Code {
  const isOptional = !isRequired(member, context.direction);
  // What may be null is sent as null where it was set to None, and is left out where it was not set.
  const isNullable = isOptional && isValid(null, member.shape, service.shapes, context.direction);
  const indent = 4 + name.length + 2;
  const type = isOptional ? printOptional(member.shape, context) : printType(member.shape, context);
  const metadata = [
    ...(isNullable ? [code`${support('model', 'NULLABLE')}`] : []),
    ...(name === member.name ? [] : [code`${field}(alias=${quote(member.name)})`]),
  ];
  const annotation = metadata.length === 0 ? type : brackets(code`${annotated}[`, [type, ...metadata], ']', indent);
  return code`${name}: ${annotation}${isOptional ? ' = None' : ''}`;
}

/** What the model says of a member. */
function memberDoc({ description, title, deprecated, readOnly, writeOnly, default: value }: Shape): readonly string[] {
  if (!readOnly && !writeOnly && value === undefined) return docstring({ text: description ?? title, deprecated }, 4);
  const said = [
    description ?? title ?? '',
    ...(readOnly ? ['Only in responses.'] : []),
    ...(writeOnly ? ['Only in requests.'] : []),
    ...(value === undefined ? [] : [`Default: ${JSON.stringify(value)}`]),
  ];
  return docstring({ text: said.filter((line) => line !== '').join('\n'), deprecated }, 4);
}

/** What undeclared members hold. */
function printOthers(file: SourceFile, others: readonly Shape[], context: TypeContext): void {
  file.blank();
  file.line`__pydantic_extra__: dict[str, ${printAnyOf(others, context)}] = ${field}(init=False)`;
}
