import type { Json } from '../../src/shared/json';
import type { Body, Received, WireRequest } from './exchange';

/** The boundary of every form that the suite sends. */
const boundary = 'type-safe-api-boundary';

/** The bytes of a body and the content type it needs, if the exchange does not name one. */
export function toBytes(body: Body & Pick<WireRequest, 'multipart'>): {
  bytes: Buffer | undefined;
  contentType?: string;
} {
  if (body.multipart !== undefined) {
    return { bytes: multipartBytes(body.multipart), contentType: `multipart/form-data; boundary=${boundary}` };
  }
  if (body.base64 !== undefined) return { bytes: Buffer.from(body.base64, 'base64') };
  if (body.text !== undefined) return { bytes: Buffer.from(body.text, 'utf8') };
  return { bytes: body.json === undefined ? undefined : Buffer.from(JSON.stringify(body.json), 'utf8') };
}

/** The headers of a request as they are sent, with lowercase names left as the exchange has them. */
export function toHeaders(request: WireRequest): Record<string, string> {
  const { contentType } = toBytes(request);
  return { ...request.headers, ...(contentType === undefined ? {} : { 'content-type': contentType }) };
}

/** What arrived, in the form in which the exchange expects it: JSON that is equal, text, or base64. */
export function fromBytes(bytes: Buffer, expected: Body): Body {
  if (expected.base64 !== undefined) return { base64: bytes.toString('base64') };
  if (expected.json !== undefined) return { json: JSON.parse(bytes.toString('utf8')) as Json };
  return bytes.length === 0 && expected.text === undefined ? {} : { text: bytes.toString('utf8') };
}

/** The body alone of a request or a response. */
export function bodyOf({ json, text, base64 }: Body): Body {
  return {
    ...(json === undefined ? {} : { json }),
    ...(text === undefined ? {} : { text }),
    ...(base64 === undefined ? {} : { base64 }),
  };
}

/** Puts bytes where an exchange says `{ base64 }` or `bodyBase64`: what a program gives and gets. */
export function toProgram(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toProgram);
  if (typeof value !== 'object' || value === null) return value;
  const { bodyBase64, ...rest } = value as { readonly bodyBase64?: string };
  if ('base64' in rest && Object.keys(rest).length === 1)
    return new Uint8Array(Buffer.from(String(rest.base64), 'base64'));
  const entries = Object.entries(rest).map(([name, item]) => [name, toProgram(item)]);
  if (bodyBase64 !== undefined) entries.push(['body', new Uint8Array(Buffer.from(bodyBase64, 'base64'))]);
  return Object.fromEntries(entries);
}

/** The other way: bytes of a program as `{ base64 }`. Integers beyond 2^53 are drawn as numbers, and arrive in full. */
export function fromProgram(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(fromProgram);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[name, fromProgram(item)]])),
  );
}

/** What a handler must have received, with bytes as `{ base64 }`. */
export function expectedInput({ requestParameters, body, bodyBase64 }: Received): unknown {
  const content = bodyBase64 === undefined ? body : { base64: bodyBase64 };
  return { requestParameters, ...(content === undefined ? {} : { body: content }) };
}

/** The parts of a form, in order, as an exchange has them. */
export async function readForm(bytes: Buffer, contentType: string): Promise<object[]> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  return Promise.all(
    [...form.entries()].map(async ([name, value]) =>
      typeof value === 'string'
        ? { name, text: value }
        : { name, base64: Buffer.from(await value.arrayBuffer()).toString('base64') },
    ),
  );
}

function multipartBytes(parts: NonNullable<WireRequest['multipart']>): Buffer {
  const chunks = parts.flatMap(({ name, text, base64 }) => {
    const file = base64 === undefined ? '' : `; filename="${name}"\r\nContent-Type: application/octet-stream`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
    return [
      Buffer.from(head),
      base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(base64, 'base64'),
      Buffer.from('\r\n'),
    ];
  });
  return Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
}
