import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../../shared/diagnostics';
import { type GatewayReply, type GatewayRequest, type Pair, parseQuery } from './request';
import { writeStream } from './write-stream';

/** Answers a request. */
export type Answer = (request: GatewayRequest) => Promise<GatewayReply>;

/** Ports that are tried after the one that was asked for. */
const attempts = 100;

/** Opens a server on the port, or on the next free one. */
export async function listen(port: number, host: string, limit: number, answer: Answer): Promise<Server> {
  for (let offset = 0; offset < attempts; offset += 1) {
    const server = createServer((request, response) => void respond(request, response, limit, answer));
    server.listen(port === 0 ? 0 : port + offset, host);
    try {
      await once(server, 'listening');
      return server;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new UsageError(`no free port between ${port} and ${port + attempts - 1}; choose another one with --port`);
}

/** The port that a server has. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function respond(
  incoming: IncomingMessage,
  response: ServerResponse,
  limit: number,
  answer: Answer,
): Promise<void> {
  try {
    const request = await readRequest(incoming, limit);
    const { status, headers, body, stream } = await answer(request);
    const own: Pair[] = [
      ['Date', request.receivedAt.toUTCString()],
      ['x-amzn-RequestId', request.id],
      ['x-amz-apigw-id', request.id],
    ];
    const bodiless = status === 204 || status === 304 || incoming.method === 'HEAD';
    if (stream !== undefined) {
      response.writeHead(status, flatten([...own, ...headers.map(rename)]));
      return await writeStream(response, stream, bodiless);
    }
    const length: Pair[] = status === 204 || status === 304 ? [] : [['Content-Length', String(body.length)]];
    response.writeHead(status, flatten([...own, ...headers.map(rename), ...length]));
    response.end(bodiless ? undefined : body);
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: error instanceof Error ? error.message : String(error) }));
  }
}

/** Of the client's connection to the gateway; a backend does not see them. */
const ofConnection = ['connection', 'expect', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

async function readRequest(incoming: IncomingMessage, limit: number): Promise<GatewayRequest> {
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  const address = incoming.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1';
  const id = randomUUID();
  return {
    id,
    method: incoming.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    target,
    protocol: `HTTP/${incoming.httpVersion}`,
    headers: [...pairsOf(incoming.rawHeaders), ...forwarded(incoming, address, id)],
    query: mark < 0 ? [] : parseQuery(target.slice(mark + 1)),
    body: await readBody(incoming, limit),
    sourceIp: address,
    receivedAt: new Date(),
  };
}

/** Reads one byte more than the limit at most: enough to know that it is too much. */
async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Buffer;
    if (size <= limit) chunks.push(bytes);
    size += bytes.length;
  }
  return Buffer.concat(chunks);
}

function pairsOf(raw: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? '';
    if (!ofConnection.includes(name.toLowerCase())) pairs.push([name, raw[index + 1] ?? '']);
  }
  return pairs;
}

/** What the gateway adds to every request. */
function forwarded(incoming: IncomingMessage, address: string, id: string): Pair[] {
  const trace = id.replaceAll('-', '');
  return [
    ['X-Amzn-Trace-Id', `Root=1-${trace.slice(0, 8)}-${trace.slice(8)}`],
    ['X-Forwarded-For', address],
    ['X-Forwarded-Port', String(incoming.socket.localPort ?? 80)],
    ['X-Forwarded-Proto', 'http'],
  ];
}

const remapped = [
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'host',
  'server',
  'www-authenticate',
];

/** Headers of a backend that the gateway keeps for itself come out under another name. */
function rename([name, value]: Pair): Pair {
  return remapped.includes(name.toLowerCase()) ? [`x-amzn-Remapped-${name}`, value] : [name, value];
}

/** Raw headers, as node takes them: names may repeat. */
function flatten(pairs: readonly Pair[]): string[] {
  return pairs.flat();
}
