import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { GatewayFault } from '../gateway-fault';
import { replyStream } from '../http/reply-stream';
import { headerOf, type Pair } from '../http/request';
import type { BackendReply } from '../mapping/expressions';

/** A request to an HTTP server. */
export interface HttpCall {
  /** With the query; sent as it stands, dots and all. */
  readonly url: string;
  readonly method: string;
  readonly headers: readonly Pair[];
  readonly body: Buffer;
  readonly timeoutMilliseconds: number;
  /** Whether a certificate of any authority will do. */
  readonly acceptsAnyAuthority: boolean;
}

/** Headers of a connection, which another one does not have, and those that Node sets by itself. */
const ofConnection: ReadonlySet<string> = new Set([
  ...['connection', 'content-length', 'expect', 'host', 'keep-alive', 'proxy-authenticate', 'proxy-authorization'],
  ...['proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** The response of a server as it comes. */
export interface StreamedReply extends Omit<BackendReply, 'body'> {
  readonly stream: AsyncIterable<Buffer>;
}

/**
 * Calls a server. A compressed body arrives decompressed.
 * @throws GatewayFault when it does not answer, or not in time
 */
export function callServer(call: HttpCall): Promise<BackendReply> {
  return within(call, async (signal) => {
    const response = await send(open(call, signal), call);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return toReply(response, Buffer.concat(chunks));
  });
}

/**
 * Calls a server, and does not wait for the body.
 * @throws GatewayFault when it does not answer, or not in time
 */
export function streamFromServer(call: HttpCall): Promise<StreamedReply> {
  return within(call, async (signal) => {
    const response = await send(open(call, signal), call);
    const stream = replyStream(response[Symbol.asyncIterator](), () => response.destroy());
    return { status: response.statusCode ?? 0, headers: headersOf(response), stream };
  });
}

async function within<Reply>(call: HttpCall, ask: (signal: AbortSignal) => Promise<Reply>): Promise<Reply> {
  const signal = AbortSignal.timeout(call.timeoutMilliseconds);
  try {
    return await ask(signal);
  } catch (error) {
    if (signal.aborted) throw new GatewayFault('INTEGRATION_TIMEOUT');
    const [origin] = /^https?:\/\/[^/?]+/i.exec(call.url) ?? [call.url];
    const note = `${origin} cannot be reached: ${reasonOf(error)}`;
    throw new GatewayFault('INTEGRATION_FAILURE', undefined, { note });
  }
}

/** Not by URL, which would take out `..` and what else it finds untidy. */
function open({ url, method, headers, acceptsAnyAuthority }: HttpCall, signal: AbortSignal): ClientRequest {
  const [, scheme = '', authority = '', rest = ''] = /^(https?):\/\/([^/?#]+)(.*)$/is.exec(url) ?? [];
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(authority) ?? [];
  const options = {
    host,
    ...(port === undefined ? {} : { port: Number(port) }),
    method,
    path: rest.startsWith('/') ? rest : `/${rest}`,
    headers: grouped(headers.filter(([name]) => !ofConnection.has(name.toLowerCase()))),
    signal,
  };
  if (scheme.toLowerCase() === 'http') return requestHttp(options);
  return requestHttps({ ...options, rejectUnauthorized: !acceptsAnyAuthority });
}

function send(request: ClientRequest, { method, body }: HttpCall): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', resolve);
    if (method === 'GET' || method === 'HEAD' || body.length === 0) request.end();
    else request.setHeader('Content-Length', body.length).end(body);
  });
}

/** What comes several times is sent several times. */
function grouped(headers: readonly Pair[]): Record<string, string[]> {
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const [name, value] of headers) {
    const known = byName.get(name.toLowerCase());
    if (known === undefined) byName.set(name.toLowerCase(), { name, values: [value] });
    else known.values.push(value);
  }
  return Object.fromEntries([...byName.values()].map(({ name, values }) => [name, values]));
}

function toReply(response: IncomingMessage, body: Buffer): BackendReply {
  const { statusCode: status = 0 } = response;
  const headers = headersOf(response);
  const decode = decoders[headerOf(headers, 'content-encoding')?.trim().toLowerCase() ?? ''];
  if (decode === undefined || body.length === 0) return { status, headers, body };
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-encoding');
  return { status, headers: others, body: decode(body) };
}

function headersOf({ rawHeaders }: IncomingMessage): Pair[] {
  const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, index): Pair => {
    return [rawHeaders[2 * index] ?? '', rawHeaders[2 * index + 1] ?? ''];
  });
  return pairs.filter(([name]) => !ofConnection.has(name.toLowerCase()));
}

/** Where a name has several addresses, each of them has failed, and the error has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
