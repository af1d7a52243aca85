import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, join } from '../../../emit/symbol';
import type { Operation, Parameter } from '../../../model/service';
import { printDoc, tagText } from '../javadoc';
import { call, javaFile, javaType, method, quote } from '../source';
import { typeOf } from './models';
import { componentNames } from './models/record-class';
import { imported } from './models/symbols';
import { bodyType, printBodyType } from './operation-bodies';
import { printCall } from './operation-call';
import type { NamedOperation, RuntimeContext } from './operation-context';
import { nestedNames } from './operation-names';
import { responseTypes } from './operation-responses';
import { wire } from './operation-wire';

/** `SayHelloOperation`: the types of an operation, and how its client calls it. */
export function emitOperationTypes(named: NamedOperation, context: RuntimeContext): SourceFile {
  const { names, operation } = named;
  const file = javaFile(context.packages.operations, names.types);
  file.declare(...nestedNames(operation, names), 'Builder');
  printOperationDoc(file, named, `The types of \`${names.member}\`.`);
  file.block(code`public interface ${names.types} {`, '}', () => {
    const parts = [
      ...requestTypes(file, named, context),
      ...responseTypes(file, named, context),
      ...wire(file, named, context),
      () => printCall(file, named, context),
    ];
    for (const [index, print] of parts.entries()) {
      if (index > 0) file.blank();
      print();
    }
  });
  return file;
}

/** What is said of an operation wherever it appears. */
export function printOperationDoc(
  file: SourceFile,
  { operation, said }: NamedOperation,
  start: string,
  tags: readonly string[] = [],
): void {
  printDoc(file, { text: start, paragraphs: said, deprecated: operation.deprecated, tags });
}

/** Whether a client is given anything. */
export function hasInput({ parameters, body }: Operation): boolean {
  return parameters.length > 0 || body !== undefined;
}

/** The type of the body of a request; nothing where there is none. */
export function requestBodyType({ operation, names }: NamedOperation, context: RuntimeContext): Code | undefined {
  return bodyType(operation.body?.contents ?? [], code`${names.type}RequestBody`, context);
}

function* requestTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): Iterable<() => void> {
  const { operation, names } = named;
  const { parameters, body } = operation;
  if (parameters.length > 0) yield () => printParameters(file, named, context);
  if (body !== undefined && body.contents.length > 1) {
    yield () => printBodyType(file, `${names.type}RequestBody`, body.contents, context);
  }
  if (hasInput(operation)) yield () => printInput(file, named, context);
}

function printParameters(file: SourceFile, { operation, names }: NamedOperation, { models }: RuntimeContext): void {
  const components = parameterNames(operation);
  const { include, property } = imported;
  const tags = operation.parameters.flatMap((parameter) => {
    const said = [docOf(parameter), ...(parameter.deprecated ? ['Deprecated.'] : [])].filter((text) => text !== '');
    return said.length === 0 ? [] : [`@param ${components.get(parameter.key) ?? ''} ${said.join(' ')}`];
  });
  printDoc(file, { text: `The parameters of \`${names.member}\`; null is none.`, tags });
  file.line`@${include}(${include}.Include.NON_NULL)`;
  const lines = operation.parameters.map(({ key, shape }) => {
    return code`@${property}(${quote(key)}) ${typeOf(shape, models)} ${components.get(key) ?? ''}`;
  });
  file.print(code`record ${names.type}RequestParameters(\n    ${join(lines, ',\n    ')}) {}`);
}

function docOf({ description, shape }: Parameter): string {
  return tagText(description ?? shape.description ?? shape.title ?? '');
}

/** The components of parameters, by key. */
export function parameterNames({ parameters }: Operation): ReadonlyMap<string, string> {
  const names = componentNames([...parameters.map(({ key }) => ({ name: key })), { name: 'body' }], false);
  return new Map(parameters.map(({ key }) => [key, names.get(key) ?? key]));
}

/** What a client gives, with a builder for all of it. */
function printInput(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { names, operation } = named;
  const name = `${names.type}Input`;
  const body = requestBodyType(named, context);
  const hasParameters = operation.parameters.length > 0;
  const components = [
    ...(hasParameters ? [code`${names.type}RequestParameters requestParameters`] : []),
    ...(body === undefined ? [] : [code`${body} body`]),
  ];
  const tags = [
    ...(hasParameters ? ['@param requestParameters all parameters'] : []),
    ...(body === undefined ? [] : [`@param body ${bodyDoc(operation)}`]),
  ];
  printDoc(file, { text: `What a client gives to \`${names.member}\`.`, tags });
  file.block(call(code`record ${name}`, components, ' {', 2), '}', () => {
    const consumer = javaType('Consumer', 'java.util.function');
    printDoc(file, { text: 'Starts with nothing.' });
    method(file, 'public static Builder builder()', ['return new Builder();']);
    file.blank();
    printDoc(file, { text: 'Gives a builder to fill, and builds.' });
    method(file, code`public static ${name} of(${consumer}<Builder> fill)`, [
      'Builder builder = new Builder();',
      'fill.accept(builder);',
      'return builder.build();',
    ]);
    file.blank();
    printBuilder(file, named, context);
  });
}

function bodyDoc({ body }: Operation): string {
  const said = tagText(body?.description ?? '');
  return said === '' ? 'the body' : said;
}

function printBuilder(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const { names, operation } = named;
  const components = parameterNames(operation);
  const body = requestBodyType(named, context);
  const fields = [
    ...operation.parameters.map((parameter) => ({
      name: components.get(parameter.key) ?? '',
      type: typeOf(parameter.shape, context.models),
      doc: parameter.description ?? parameter.shape.description ?? `Sets \`${parameter.name}\`.`,
      deprecated: parameter.deprecated,
    })),
    ...(body === undefined
      ? []
      : [{ name: 'body', type: body, doc: operation.body?.description ?? 'Sets the body.', deprecated: undefined }]),
  ];
  printDoc(file, { text: 'Collects what a client gives, in any order.' });
  file.block('public static final class Builder {', '}', () => {
    for (const { name, type } of fields) file.line`private ${type} ${name};`;
    file.blank();
    file.line`private Builder() {}`;
    for (const { name, type, doc, deprecated } of fields) {
      file.blank();
      printDoc(file, { text: doc, deprecated });
      method(file, code`public Builder ${name}(${type} ${name})`, [code`this.${name} = ${name};`, 'return this;']);
    }
    file.blank();
    printDoc(file, { text: 'All that was collected.' });
    const values = [...components.values()].map((name) => code`${name}`);
    const parameters = call(code`new ${names.type}RequestParameters`, values, '', 10);
    const args = [...(values.length === 0 ? [] : [parameters]), ...(body === undefined ? [] : ['body'])];
    method(file, code`public ${names.type}Input build()`, [code`return new ${names.type}Input(${join(args, ', ')});`]);
  });
}
