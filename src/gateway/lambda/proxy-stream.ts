import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { internalFault } from '../gateway-fault';
import { replyStream } from '../http/reply-stream';
import { type GatewayReply, headerOf, type Pair } from '../http/request';
import type { FunctionStream } from './function-stream';
import { readHeaders, readStatus } from './proxy-result';

/** What stands between the metadata and the body. */
const delimiter = Buffer.alloc(8);

/** Bytes within which the delimiter must come. */
const longestMetadata = 16 * 1024;

/**
 * Reads the beginning of what a function streams to a proxy integration: status and headers as JSON, eight nulls, and then the body.
 * @throws GatewayFault 502 when it is not of this form.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html#response-transfer-mode-lambda-format
 */
export async function fromProxyStream(stream: FunctionStream): Promise<GatewayReply> {
  const chunks = stream[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  for (;;) {
    const end = head.indexOf(delimiter);
    if (end >= 0 && end <= longestMetadata) {
      const { status, headers } = readMetadata(head.subarray(0, end), stream);
      const rest = head.subarray(end + delimiter.length);
      return { status, headers, body: Buffer.alloc(0), stream: replyStream(chunks, () => stream.cancel(), rest) };
    }
    if (head.length > longestMetadata + delimiter.length) throw malformed('no eight nulls end its metadata', stream);
    const next = await chunks.next().catch((error: unknown) => {
      throw internalFault(error instanceof Error ? error.message : String(error), 502);
    });
    if (next.done === true) throw malformed('it ends before the eight nulls behind its metadata', stream);
    head = Buffer.concat([head, next.value]);
  }
}

/** The fault of a function that answers whole where its response should be streamed. */
export function wholeFault(): Error {
  const remedy = "wrap the handler with 'awslambda.streamifyResponse', or use the response transfer mode BUFFERED";
  return internalFault(`the response of the function is not streamed; ${remedy}`, 502);
}

function readMetadata(bytes: Buffer, stream: FunctionStream): { status: number; headers: readonly Pair[] } {
  let metadata: JsonObject;
  try {
    const value = JSON.parse(bytes.toString()) as Json;
    if (!isJsonObject(value)) throw new Error('it is not an object');
    metadata = value;
  } catch (error) {
    throw malformed(`its metadata is no JSON (${error instanceof Error ? error.message : error})`, stream);
  }
  try {
    const headers = [...readHeaders(metadata), ...readCookies(metadata)];
    const isTyped = headerOf(headers, 'content-type') !== undefined;
    return {
      status: readStatus(metadata),
      headers: isTyped ? headers : [...headers, ['Content-Type', 'application/json']],
    };
  } catch (error) {
    stream.cancel();
    throw error;
  }
}

function readCookies(metadata: JsonObject): Pair[] {
  const cookies = member(metadata, 'cookies');
  return Array.isArray(cookies) ? cookies.map((cookie): Pair => ['Set-Cookie', String(cookie)]) : [];
}

function malformed(why: string, stream: FunctionStream): Error {
  stream.cancel();
  return internalFault(`malformed streaming response: ${why}`, 502);
}
