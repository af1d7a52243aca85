/** A name and a value as they stood on the wire; names keep their case and may repeat. */
export type Pair = readonly [name: string, value: string];

/** A request as the gateway has received it. */
export interface GatewayRequest {
  readonly id: string;
  readonly method: string;
  /** Without the query, still percent-encoded. */
  readonly path: string;
  /** Path and query, for the log. */
  readonly target: string;
  readonly protocol: string;
  readonly headers: readonly Pair[];
  /** Decoded. */
  readonly query: readonly Pair[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly receivedAt: Date;
}

/** What goes back to the client, and what the log says of it. */
export interface GatewayReply {
  readonly status: number;
  readonly headers: readonly Pair[];
  readonly body: Buffer;
  /** What comes instead of the body, piece by piece, without a limit. */
  readonly stream?: AsyncIterable<Buffer>;
  /** Why it is not a success, in a few words. */
  readonly note?: string;
  /** Set when a function's process had to be started first. */
  readonly coldMilliseconds?: number;
}

/** The last value of a header, whatever the case of its name; API Gateway lets the last one win. */
export function headerOf(headers: readonly Pair[], name: string): string | undefined {
  const lower = name.toLowerCase();
  return headers.findLast(([header]) => header.toLowerCase() === lower)?.[1];
}

/** The last value of a pair with exactly this name. */
export function lastOf(pairs: readonly Pair[], name: string): string | undefined {
  return pairs.findLast(([each]) => each === name)?.[1];
}

/** A media type without its parameters, in lower case: `application/json; charset=utf-8` → `application/json`. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  const mediaType = contentType?.split(/[;,]/)[0]?.trim().toLowerCase();
  return mediaType === '' ? undefined : mediaType;
}

/** Decodes a query as API Gateway does: `;` separates like `&`, `+` is a space, a broken encoding stays as it is. */
export function parseQuery(query: string): readonly Pair[] {
  return query
    .split(/[&;]/)
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [decode(part), ''] : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
