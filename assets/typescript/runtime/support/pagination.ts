import { type Client, type RawResponseWithHeaders, type RequestPlan, send, unwrap } from './client.js';
import type { RequestOptions } from './client-options.js';

/** How one gets from page to page. */
export interface Paging<Input, Page, HeaderValues, Token> {
  /** The request for a page. */
  readonly request: (input: Input) => RequestPlan;
  /** What asks for the page after this one; nothing, null or an empty text on the last. */
  readonly token: (page: Page, headerValues: HeaderValues) => Token | null | undefined;
  /** The input that asks for the next page. */
  readonly next: (input: Input, token: Token) => Input;
}

/**
 * Asks for page after page, each when it is wanted.
 *
 * @throws ResponseError when a page is answered with an error, and Error when a page leads back to itself.
 */
export async function* pages<Input, Page, HeaderValues, Token>(
  client: Client,
  first: Input,
  options: RequestOptions | undefined,
  { request, token, next }: Paging<Input, Page, HeaderValues, Token>,
): AsyncGenerator<Page, void, undefined> {
  let input = first;
  for (let last: Token | undefined; ; ) {
    const plan = request(input);
    const response = await send<RawResponseWithHeaders<number, unknown, HeaderValues>>(client, plan, options);
    const page = unwrap<Page>(plan.operationId, response);
    yield page;
    const found = token(page, response.headerValues);
    if (found === undefined || found === null || found === '') return;
    if (found === last)
      throw new Error(`${plan.operationId} answered the token '${found}' of a page on that page again`);
    last = found;
    input = next(input, found);
  }
}

/** The items of pages, one by one. */
export async function* items<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | null | undefined,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pages) yield* itemsOf(page) ?? [];
}
