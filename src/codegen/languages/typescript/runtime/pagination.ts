import { type Code, code, globalSymbol } from '../../../emit/symbol';
import { isRequired } from '../../../model/direction';
import { itemShape, membersAlong, type Pagination, pageOf } from '../../../model/pagination';
import type { Response, Service } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { isIdentifier, literalKey, quote, support } from '../source';
import { memberAccess, typeOf } from '../types';
import { clientParameter, clientParameters, hasContentTypes } from './client-function';
import type { NamedOperation, RuntimeContext } from './context';
import type { RuntimeModule } from './module';
import { responseBody } from './operation-types';

/** What goes over the pages of an operation, or over the items on them. */
export interface PageFunction {
  /** Of the function, and of the method of a class. */
  readonly name: string;
  readonly doc: string;
  /** The type of what it yields. */
  readonly yields: Code;
}

/** The functions that go over the pages of an operation: of pages and, where the model says what the items are, of items. */
export function pageFunctions(named: NamedOperation, context: RuntimeContext): readonly PageFunction[] {
  const { operation, names } = named;
  const page = pageOf(operation);
  if (operation.pagination === undefined || page === undefined) return [];
  const start = `that {@link ${names.client}} answers with, each asked for when it is wanted`;
  const pages = { name: names.pages, doc: `The pages ${start}.`, yields: responseBody(page, named, context) };
  const item = itemShape(operation, context.service.shapes);
  if (item === undefined) return [pages];
  const yields = typeOf(item, context.response);
  return [pages, { name: names.items, doc: `The items of all pages ${start}.`, yields }];
}

/** What the functions return. */
export function pageIterator({ yields }: PageFunction): Code {
  return code`${globalSymbol('AsyncGenerator')}<${yields}, void, undefined>`;
}

/** Prints the functions that go over pages. */
export function printPagination(module: RuntimeModule, named: NamedOperation, context: RuntimeContext): void {
  const { operation, names } = named;
  const { pagination } = operation;
  const page = pageOf(operation);
  if (pagination === undefined || page === undefined) return;
  for (const each of pageFunctions(named, context)) {
    module.declare(each.name);
    const doc = { text: each.doc, deprecated: operation.deprecated, tags: tagsOf(named, pagination) };
    const parameters = [clientParameter, ...clientParameters(named)];
    module.function({ name: each.name, doc, parameters, result: pageIterator(each) }, () => {
      if (each.name === names.pages) printPages(module, named, pagination, page, context);
      else {
        const items = access('page', bodyOf(page), pagination.items ?? [], context.service);
        module.script
          .line`return ${support('pagination', 'items')}(${names.pages}(client, input, options), (page) => ${items});`;
      }
    });
  }
}

function printPages(
  { script }: RuntimeModule,
  { operation, names }: NamedOperation,
  pagination: Pagination,
  page: Response,
  context: RuntimeContext,
): void {
  const { inputToken, outputToken } = pagination;
  const token =
    outputToken.location === 'header'
      ? `(_page, headers) => ${memberAccess('headers', outputToken.name)}`
      : `(page) => ${access('page', bodyOf(page), outputToken.path, context.service)}`;
  const next =
    inputToken.location === 'parameter'
      ? `{ ...asked, ${literalKey(inputToken.key)}: token }`
      : `{ ...asked, body: { ...asked.body, ${literalKey(inputToken.name)}: token } }`;
  const request = hasContentTypes(operation)
    ? `(asked) => ${names.request}(asked, options?.contentType)`
    : names.request;
  script.block(code`return ${support('pagination', 'pages')}(client, input, options, {`, '});', () => {
    script.line`request: ${request},`;
    script.line`token: ${token},`;
    script.line`next: (asked, token) => (${next}),`;
  });
}

function tagsOf({ operation: { pagination }, names }: NamedOperation, { pageSize }: Pagination): string[] {
  const size = pageSize?.location === 'parameter' ? `input.${pageSize.key}` : `input.body.${pageSize?.name}`;
  const token = pagination?.inputToken;
  const first = token?.location === 'parameter' ? `input.${token.key}` : `input.body.${token?.name}`;
  return [
    `@param input of the first page, where \`${first}\` may lead elsewhere than to the start${pageSize === undefined ? '' : `; \`${size}\` is how many items a page has at most`}`,
    `@throws ${names.type}Errors when the API answers a page with an error`,
  ];
}

function bodyOf({ contents }: Response): Shape {
  return contents[0]?.shape ?? { kind: 'any' };
}

/** A member inside of a value, as an expression that has nothing to say where something on the way is not there. */
function access(value: string, shape: Shape, path: readonly string[], { shapes }: Service): string {
  let expression = value;
  let mayBeAbsent = isNullable(shape, shapes);
  for (const member of membersAlong(path, shape, shapes) ?? []) {
    const { name } = member;
    const step = isIdentifier(name) ? `.${name}` : `[${quote(name)}]`;
    expression += mayBeAbsent ? `?.${step.replace(/^\./, '')}` : step;
    mayBeAbsent = !isRequired(member, 'response') || isNullable(member.shape, shapes);
  }
  return expression;
}

function isNullable(shape: Shape, shapes: Service['shapes'], seen: readonly string[] = []): boolean {
  if (shape.kind === 'union') return shape.members.some((member) => isNullable(member, shapes, seen));
  if (shape.kind !== 'reference' || seen.includes(shape.target)) return shape.kind === 'null';
  const target = shapes.get(shape.target);
  return target !== undefined && isNullable(target.shape, shapes, [...seen, shape.target]);
}
