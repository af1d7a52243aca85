import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import { type InputMember, type Pagination, pageOf } from '../../../model/pagination';
import type { Response } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { printDoc } from '../javadoc';
import { call, javaType, method, quote, type Text } from '../source';
import { readOf, typeOf } from './models';
import type { Form } from './models/forms';
import { componentNames, componentsByMember, isField } from './models/record-class';
import { imported } from './models/symbols';
import { commonType } from './models/types';
import { type NamedOperation, type RuntimeContext, support } from './operation-context';
import { responseName } from './operation-names';

/** A method of clients that goes over the pages of an operation, or over the items on them. */
export interface PageMethod {
  readonly name: string;
  readonly doc: string;
  /** The type of what it goes over. */
  readonly value: Code;
  readonly isOfItems: boolean;
}

/** An operation whose answers are pages. */
interface Paginated {
  readonly pagination: Pagination;
  readonly page: Response;
  /** The schema of a page. */
  readonly body: Shape;
}

function paginatedOf({ operation }: NamedOperation): Paginated | undefined {
  const { pagination } = operation;
  const page = pageOf(operation);
  const body = page?.contents[0]?.shape;
  return pagination === undefined || page === undefined || body === undefined ? undefined : { pagination, page, body };
}

/** The methods that go over the pages of an operation: over pages and, where the model says what the items are, over items. */
export function pageMethods(named: NamedOperation, context: RuntimeContext): readonly PageMethod[] {
  const found = paginatedOf(named);
  if (found === undefined) return [];
  const { member, pages, items } = named.names;
  const start = `that \`${member}\` answers with, each asked for when it is wanted`;
  const page = { name: pages, doc: `The pages ${start}.`, value: typeOf(found.body, context.models), isOfItems: false };
  const list = itemsOf(found, context);
  if (list === undefined) return [page];
  return [page, { name: items, doc: `The items of all pages ${start}.`, value: list.item, isOfItems: true }];
}

/** Prints how clients get from page to page, within the class that has how they call the operation. */
export function printPaging(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const found = paginatedOf(named);
  if (found === undefined) return;
  const { operation, names } = named;
  const input = `${names.type}Input`;
  const paging = support('Paging', context);
  const args = [
    'CALL',
    code`${operation.parameters.length === 0 ? 'input -> null' : `${input}::requestParameters`}`,
    code`${operation.body === undefined ? 'input -> null' : `${input}::body`}`,
    ...['success', 'tokenOn', 'next'].map((name) => code`${names.type}Call::${name}`),
  ];
  file.blank();
  printDoc(file, { text: 'How one gets from page to page.' });
  const page = typeOf(found.body, context.models);
  file.line`public static final ${paging}<${input}, ${names.type}Response, ${page}> PAGING =`;
  file.print(code`    ${call(code`new ${paging}<>`, args, ';', 8)}`);
}

/** Prints the methods that {@link printPaging} and clients refer to. */
export function printPagingMethods(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  const found = paginatedOf(named);
  if (found === undefined) return;
  const { names } = named;
  const input = `${names.type}Input`;
  file.blank();
  method(file, code`private static Object tokenOn(${names.type}Response response)`, tokenOf(found, named, context));
  file.blank();
  const { jsonNode, list } = imported;
  method(file, code`private static ${input} next(${input} input, ${jsonNode} token)`, [
    call(code`return new ${input}`, nextArguments(found.pagination.inputToken, named, context), ';', 6),
  ]);
  const items = itemsOf(found, context);
  if (items === undefined) return;
  const type = items.isList ? list : 'Iterable';
  file.blank();
  printDoc(file, { text: 'The items on a page; null where there are none.' });
  method(file, code`public static ${type}<${items.item}> items(${typeOf(found.body, context.models)} page)`, [
    code`return ${inside('page', items.steps)};`,
  ]);
}

function tokenOf({ pagination, page, body }: Paginated, { names }: NamedOperation, context: RuntimeContext): Text[] {
  const { outputToken } = pagination;
  if (outputToken.location === 'body') {
    const { steps } = stepsAlong(outputToken.path, body, context);
    return [code`return ${inside('success(response)', steps)};`];
  }
  const component = componentNames(page.headers, false).get(outputToken.name) ?? '';
  return [
    code`if (!(response instanceof ${responseName(names, page)} found)) return null;`,
    code`return ${inside('found.headerValues()', [code`.${component}()`])};`,
  ];
}

/** The same input, but for the token. */
function nextArguments(token: InputMember, { names, operation }: NamedOperation, context: RuntimeContext): Text[] {
  const { parameters, body } = operation;
  const record = `${names.type}RequestParameters`;
  const paging = support('Paging', context);
  const changed = (component: string, name: string) =>
    code`${paging}.with(input.${component}(), ${quote(name)}, token)`;
  const values =
    token.location === 'parameter'
      ? code`${support('Json', context)}.read(${changed('requestParameters', token.key)}, ${record}.class)`
      : 'input.requestParameters()';
  const shape = body?.contents[0]?.shape;
  const content =
    token.location === 'body' && shape !== undefined
      ? readOf(shape, changed('body', token.name), context.models)
      : 'input.body()';
  return [...(parameters.length === 0 ? [] : [values]), ...(body === undefined ? [] : [content])];
}

/** The items on a page; nothing where the model does not say what they are. */
function itemsOf({ pagination, body }: Paginated, context: RuntimeContext) {
  if (pagination.items === undefined) return undefined;
  const { steps, end } = stepsAlong(pagination.items, body, context);
  const isList = end.kind === 'list';
  return { steps, isList, item: isList ? commonType(end.items, context.models) : code`${imported.jsonNode}` };
}

/** How the way from a value to one inside of it is gone step by step, and what stands at its end. */
function stepsAlong(path: readonly string[], shape: Shape, context: RuntimeContext): { steps: Text[]; end: Form } {
  const { models } = context;
  const form = models.forms.of(shape);
  if (form.kind === 'wrapper') return { steps: ['.value()'], end: form.of };
  const [name, ...rest] = path;
  if (name === undefined) return { steps: [], end: form };
  const member = form.kind === 'record' ? form.structure.members.find((each) => each.name === name) : undefined;
  if (form.kind !== 'record' || member === undefined) {
    // A tree, or a map of trees.
    const { steps, end } = stepsAlong(rest, { kind: 'any' }, context);
    return { steps: [code`.get(${quote(name)})`, ...steps], end };
  }
  const component = componentsByMember(form.structure).get(name) ?? '';
  const { steps, end } = stepsAlong(rest, member.shape, context);
  return { steps: [code`.${component}()${isField(member, models) ? '.orNull()' : ''}`, ...steps], end };
}

/** A value inside of another, as an expression that is null where something on the way is not there. */
function inside(value: Text, steps: readonly Text[]): Text {
  if (steps.length === 0) return value;
  const calls = steps.map((step) => code`.map(each -> each${step})`);
  return code`${javaType('Optional', 'java.util')}.ofNullable(${value})${calls}.orElse(null)`;
}
