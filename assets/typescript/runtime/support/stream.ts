/** A server-sent event. Its data has no bounds; the other three are one line each. */
export interface ServerSentEvent<Data = string> {
  readonly data: Data;
  /** What kind of event it is, in a word; `message` where it does not say. */
  readonly event?: string | undefined;
  /** What a client that comes back says in the header `Last-Event-ID`. */
  readonly id?: string | undefined;
  /** Milliseconds that a client that comes back waits before it does. */
  readonly retry?: number | undefined;
}

/** What a handler answers with that streams: items as they are made, by an async generator for instance, or a list of them. */
export type ItemSource<Item> = AsyncIterable<Item> | (() => AsyncIterable<Item>) | readonly Item[];
