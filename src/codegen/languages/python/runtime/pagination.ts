import type { Code } from '../../../emit/symbol';
import { type InputMember, itemShape, type Pagination, pageOf } from '../../../model/pagination';
import { quote } from '../source';
import { callWith, type Keyword, keyword, nested, support, texts } from './checks/expressions';
import { annotation, type RuntimeContext } from './context';
import type { NamedOperation } from './operation-names';

/** A method of clients that goes over the pages of an operation, or over the items on them. */
export interface PageMethod {
  readonly name: string;
  /** The method of the base class that does it. */
  readonly calls: '_pages' | '_items';
  readonly text: string;
  /** The type of what it yields. */
  readonly yields: Code;
}

/** The methods that go over the pages of an operation: of pages and, where the model says what the items are, of items. */
export function pageMethods({ operation, names }: NamedOperation, context: RuntimeContext): readonly PageMethod[] {
  const page = pageOf(operation)?.contents[0]?.shape;
  if (operation.pagination === undefined || page === undefined) return [];
  const item = itemShape(operation, context.service.shapes);
  const start = `that \`${names.client}\` answers with, each asked for when it is wanted`;
  const methodOf = ({ yields, ...method }: Omit<PageMethod, 'yields'> & { readonly yields: typeof page }) => ({
    ...method,
    text: `${method.text}\n\nA page that is answered with an error raises \`ResponseError\`.`,
    yields: annotation(yields, 'response', context),
  });
  const pages = { name: names.pages, calls: '_pages', text: `The pages ${start}.`, yields: page } as const;
  const items = { name: names.items, calls: '_items', text: `The items of all pages ${start}.` } as const;
  return [methodOf(pages), ...(item === undefined ? [] : [methodOf({ ...items, yields: item })])];
}

/** What is said of the arguments that choose pages. */
export function pageParameterDocs({
  operation,
  names,
}: NamedOperation): { readonly name: string; readonly text: string }[] {
  const { inputToken, pageSize } = operation.pagination ?? {};
  const texts = new Map<string, string[]>();
  const say = (input: InputMember | undefined, ofParameter: string, ofMember: (name: string) => string) => {
    if (input === undefined) return;
    const name = input.location === 'body' ? 'body' : attributeOf(input.key, { operation, names });
    const text = input.location === 'body' ? ofMember(input.name) : ofParameter;
    texts.set(name, [...(texts.get(name) ?? []), text]);
  };
  const start = 'may lead elsewhere than to the start';
  say(inputToken, `of the first page, where it ${start}`, (name) => `of the first page, where \`${name}\` ${start}`);
  const size = 'how many items a page has at most';
  say(pageSize, size, (name) => `\`${name}\` is ${size}`);
  return [...texts].map(([name, said]) => ({ name, text: `${said.join('; ')}.` }));
}

function attributeOf(key: string, { operation, names }: NamedOperation): string {
  const parameter = operation.parameters.find((each) => each.key === key);
  return (parameter && names.attributes.get(parameter)) ?? key;
}

/** Where the tokens of pages are, and the items on a page. */
export function paginationExpression(named: NamedOperation, pagination: Pagination, indent: number): Code {
  const { items } = pagination;
  const keywords = [
    ...inputKeyword(pagination, named),
    ...outputKeyword(pagination),
    ...(items === undefined ? [] : [nested('items', (column) => texts(items, column))]),
  ];
  return callWith(support('pagination', 'Pagination'), [], keywords, indent);
}

function inputKeyword({ inputToken }: Pagination, named: NamedOperation): Keyword[] {
  if (inputToken.location === 'body') return keyword('member', quote(inputToken.name));
  return keyword('parameter', quote(attributeOf(inputToken.key, named)));
}

function outputKeyword({ outputToken }: Pagination): Keyword[] {
  if (outputToken.location === 'header') return keyword('header', quote(outputToken.name));
  const { path } = outputToken;
  return [nested('token', (column) => texts(path, column))];
}
